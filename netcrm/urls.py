"""The site map."""

from django.urls import include, path

from netcrm.health import healthz

urlpatterns = [
    path("", include("planning.urls")),
    path("people/", include("contacts.urls")),
    path("", include("interactions.urls")),
    path("", include("strength.urls")),
    path("import/", include("exchange.urls")),
    path("", include("accounts.urls")),
    path("demo/", include("netcrm.demo.urls")),
    path("account/", include("allauth.urls")),
    path("healthz", healthz),
]
handler500 = "netcrm.lib.failures.server_error"
