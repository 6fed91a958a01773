"""The door: what can be brought, and what came in before."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import OwnerRequest
from exchange import tasks
from exchange.forms import UploadForm
from exchange.models import ImportRun
from exchange.uploads import Incoming, ToDataFolder, receive, refusal_of, too_large
from netcrm.lib.pages import render_page

LISTED = 30


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    return _page(request, UploadForm())


@csrf_exempt  # `_take` checks it: a body that is too long is refused before it is read
@require_POST
def upload(request: OwnerRequest) -> HttpResponse:
    if refusal := refusal_of(request):
        return _refused(request, refusal, status=413)
    handler = ToDataFolder(request)
    request.upload_handlers = [handler]
    return _take(request, handler)


@csrf_protect
def _take(request: OwnerRequest, handler: ToDataFolder) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if handler.is_too_large:
        return _refused(request, too_large(), status=413)
    if not form.is_valid():
        for file in request.FILES.values():
            if isinstance(file, Incoming):
                file.discard()
        return _page(request, form, status=422)
    with transaction.atomic():
        run = receive(request.user, form.cleaned_data["file"], form.format)
        tasks.soon(tasks.read_file, run)
    return redirect(run)


def _refused(request: OwnerRequest, sentence: str, status: int) -> HttpResponse:
    """The page with a sentence and without touching the body of the request."""
    form = UploadForm({})
    form.errors["file"] = form.error_class([sentence])
    response = _page(request, form, status=status)
    response["Connection"] = "close"
    return response


def _page(request: OwnerRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    runs = ImportRun.objects.of(request.user).newest_first()[:LISTED]
    return render_page(request, "exchange/index.html", {"form": form, "runs": runs}, status=status)
