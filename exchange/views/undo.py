"""Taking an import back."""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import OwnerRequest
from exchange import tasks
from exchange.models import ImportRun, RunStatus
from exchange.undoing import changes_of
from netcrm.lib.pages import render_page


@require_GET
def ask(request: OwnerRequest, uid: str) -> HttpResponse:
    run = get_object_or_404(ImportRun.objects.of(request.user), uid=uid, status=RunStatus.APPLIED)
    changes, more = changes_of(run)
    context = {"run": run, "changes": changes, "more": more, "number": len(changes) + more}
    return render_page(request, "exchange/undo.html", context)


@require_POST
def undo(request: OwnerRequest, uid: str) -> HttpResponse:
    """People changed since the import are kept unless they are named in `take_back`."""
    run = get_object_or_404(ImportRun.objects.of(request.user), uid=uid)
    with transaction.atomic():
        if run.move(RunStatus.APPLIED, RunStatus.UNDOING):
            run.taken_back = list(_uids(request.POST.getlist("take_back")))
            run.failure = ""
            run.save(update_fields=["taken_back", "failure", "updated_at"])
            tasks.soon(tasks.undo_rows, run)
    return redirect(run)


def _uids(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        with suppress(ValueError):
            yield str(uuid.UUID(text))
