from django.http import HttpRequest, HttpResponse

from netcrm.lib.pages import render_page


def new(request: HttpRequest) -> HttpResponse:
    return render_page(request, "base.html")
