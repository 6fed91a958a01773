from django.http import HttpRequest, HttpResponse

from netcrm.lib.pages import render_page


def index(request: HttpRequest) -> HttpResponse:
    return render_page(request, "base.html")
