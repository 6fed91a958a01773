from django.http import HttpRequest, HttpResponse

from netcrm.lib.pages import render_page


def today(request: HttpRequest) -> HttpResponse:
    return render_page(request, "base.html")
