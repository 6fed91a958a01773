from django.urls import path

from planning import triaging, views

app_name = "planning"
urlpatterns = [
    path("", views.today, name="today"),
    path("triage/", triaging.show, name="triage"),
    path("triage/stop/", triaging.stop, name="triage_stop"),
    path("triage/<uuid:uid>/", triaging.answer, name="triage_answer"),
]
