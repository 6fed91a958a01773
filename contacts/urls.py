from django.urls import path

from contacts.views import (
    editing,
    everything,
    listing,
    oneself,
    organisations,
    person,
    photos,
    picking,
    selecting,
    shelving,
    suggesting,
)

app_name = "contacts"
urlpatterns = [
    path("", listing.index, name="index"),
    path("pick/", picking.pick, name="pick"),
    path("selected/", selecting.change, name="change"),
    path("selected/undo/<str:token>/", selecting.undo, name="undo_change"),
    path("new/", person.new, name="new"),
    path("me/", oneself.edit, name="oneself"),
    path("suggest/organisations/", suggesting.organisations, name="suggest_organisations"),
    path("suggest/industries/", suggesting.industries, name="suggest_industries"),
    path("suggest/places/", suggesting.places, name="suggest_places"),
    path("suggest/tags/", suggesting.tags, name="suggest_tags"),
    path("organisations/", organisations.index, name="organisations"),
    path("organisations/<uuid:uid>/", organisations.show, name="organisation"),
    path("organisations/<uuid:uid>/edit/", organisations.edit, name="edit_organisation"),
    path("organisations/<uuid:uid>/delete/", organisations.delete, name="delete_organisation"),
    path("organisations/undo/<str:token>/", organisations.undo_deletion, name="undo_organisation"),
    path("<uuid:uid>/", person.show, name="show"),
    path("<uuid:uid>/edit/", editing.edit, name="edit"),
    path("<uuid:uid>/edit/<slug:section>/", editing.edit, name="edit"),
    path("<uuid:uid>/photo/", photos.show, name="photo"),
    path("<uuid:uid>/photo/change/", photos.change, name="change_photo"),
    path("<uuid:uid>/photo/remove/", photos.remove, name="remove_photo"),
    path("<uuid:uid>/star/", shelving.star, name="star"),
    path("<uuid:uid>/unstar/", shelving.unstar, name="unstar"),
    path("<uuid:uid>/archive/", shelving.archive, name="archive"),
    path("<uuid:uid>/unarchive/", shelving.unarchive, name="unarchive"),
    path("<uuid:uid>/delete/", shelving.delete, name="delete"),
    path("<uuid:uid>/restore/", shelving.restore, name="restore"),
]
# The search over everything stands beside the people, not below them.
search_urlpatterns = [path("", everything.index, name="index")]
