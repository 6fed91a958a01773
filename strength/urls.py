from django.urls import URLPattern

app_name = "strength"
urlpatterns: list[URLPattern] = []
