from django.urls import path

from contacts.views import listing, organisations, person, picking

app_name = "contacts"
urlpatterns = [
    path("", listing.index, name="index"),
    path("pick/", picking.pick, name="pick"),
    path("new/", person.new, name="new"),
    path("organisations/", organisations.index, name="organisations"),
]
