"""The site map."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView

from contacts.urls import search_urlpatterns
from netcrm.health import healthz
from netcrm.styleguide import styleguide

urlpatterns = [
    path("", include("planning.urls")),
    path("people/trash/", RedirectView.as_view(pattern_name="trash:index")),
    path("people/", include("contacts.urls")),
    path("search/", include((search_urlpatterns, "search"))),
    path("", include("interactions.urls")),
    path("", include("strength.urls")),
    path("", include("goals.urls")),
    path("", include("network.urls")),
    path("", include("exchange.urls")),
    path("", include("accounts.urls")),
    path("trash/", include("netcrm.trash.urls")),
    path("demo/", include("netcrm.demo.urls")),
    path("account/", include("allauth.urls")),
    path("healthz", healthz),
]
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", styleguide))
handler500 = "netcrm.lib.failures.server_error"
