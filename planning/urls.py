from django.urls import path

from planning import triaging, views, words

app_name = "planning"
urlpatterns = [
    path("", views.today, name="today"),
    path("today/more/", words.more, name="more"),
    path("today/<uuid:uid>/later/", words.later, name="later"),
    path("today/<uuid:uid>/not-now/", words.not_now, name="not_now"),
    path("today/<uuid:uid>/back/", words.back, name="back"),
    path("triage/", triaging.show, name="triage"),
    path("triage/stop/", triaging.stop, name="triage_stop"),
    path("triage/<uuid:uid>/", triaging.answer, name="triage_answer"),
    path("triage/<uuid:uid>/back/", triaging.back, name="triage_back"),
]
