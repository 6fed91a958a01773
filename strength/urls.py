from django.urls import path

from strength.views import rating

app_name = "strength"
urlpatterns = [
    path("rate/<uuid:uid>/", rating.conversation, name="rate"),
    path("rate/<uuid:uid>/<uuid:person_uid>/", rating.person_after, name="rate_after"),
    path("rate/<uuid:uid>/<uuid:person_uid>/save/", rating.save_after, name="save_after"),
    path("rate/<uuid:uid>/<uuid:person_uid>/preview/", rating.preview, name="preview_after"),
    path("people/<uuid:person_uid>/rate/", rating.person, name="rate_person"),
    path("people/<uuid:person_uid>/rate/save/", rating.save, name="save"),
    path("people/<uuid:person_uid>/rate/preview/", rating.preview, name="preview"),
]
