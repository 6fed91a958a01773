from django.urls import path

from netcrm.demo import views

app_name = "demo"
urlpatterns = [
    path("load/", views.load, name="load"),
    path("remove/", views.unload, name="remove"),
]
