from django.urls import path

from network import views

app_name = "network"
urlpatterns = [
    path("network/", views.index, name="index"),
    path("network/map/", views.map_, name="map"),
    path("network/map/list/", views.map_list, name="map_list"),
    path("network/ways/", views.ways, name="ways"),
    path("network/ways/destinations/", views.destinations, name="destinations"),
    path("network/word/<uuid:uid>/", views.plan_word, name="plan_word"),
]
