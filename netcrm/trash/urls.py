from django.urls import path

from netcrm.trash import views

app_name = "trash"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:kind>/<uuid:uid>/delete/", views.delete, name="delete"),
]
