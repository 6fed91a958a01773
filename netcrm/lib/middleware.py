"""What htmx needs of every answer: redirects it can follow and messages beside the fragment."""

from collections.abc import Callable

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.template.loader import render_to_string

Handler = Callable[[HttpRequest], HttpResponse]


def htmx_redirect_middleware(get_response: Handler) -> Handler:
    """Turn a redirect into one that the browser follows with a whole page: a page swapped in by
    `HX-Location` would run none of its scripts, and keep those of the page before.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.headers.get("HX-Request") and isinstance(response, HttpResponseRedirectBase):
            answer = HttpResponse(status=204, headers={"HX-Redirect": response.url})
            answer.cookies = response.cookies
            return answer
        return response

    return respond


def htmx_messages_middleware(get_response: Handler) -> Handler:
    """Append pending messages, out of band, to an answer that is a fragment."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.headers.get("HX-Request") and _takes_messages(response):
            messages = list(get_messages(request))
            if messages:
                html = render_to_string("frame/toasts.html", {"messages": messages}, request)
                response.content += html.encode()
        return response

    return respond


def _takes_messages(response: HttpResponse) -> bool:
    return (
        not response.streaming
        and response.status_code != 204
        and not isinstance(response, HttpResponseRedirectBase)
        and response.headers.get("Content-Type", "").startswith("text/html")
        and b"<html" not in response.content[:300]
    )
