from django.http import HttpRequest, HttpResponse

from netcrm.lib.pages import render_page


def log(request: HttpRequest) -> HttpResponse:
    return render_page(request, "base.html")
