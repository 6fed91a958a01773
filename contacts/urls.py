from django.urls import path

from contacts.views import listing, organisations, person

app_name = "contacts"
urlpatterns = [
    path("", listing.index, name="index"),
    path("new/", person.new, name="new"),
    path("organisations/", organisations.index, name="organisations"),
]
