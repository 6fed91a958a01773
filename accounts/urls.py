from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("welcome/", views.welcome, name="welcome"),
    path("settings/", views.settings, name="settings"),
]
