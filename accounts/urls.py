from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("welcome/", views.welcome, name="welcome"),
    path("start/", views.start, name="start"),
    path("settings/", views.settings, name="settings"),
    path("settings/keys/", views.keys, name="keys"),
    path("settings/change/", views.change_settings, name="change_settings"),
]
