"""What one does with an import that has been read."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import OwnerRequest
from exchange import deciding, tasks
from exchange.forms import ChoiceForm, NameForm, WishesForm
from exchange.models import ImportRow, ImportRun, RunStatus
from exchange.pictures import drop_unneeded, pictures_of
from exchange.views.preview import opened_position, preview, rows_context
from netcrm.lib.pages import is_fragment, render_page


@require_POST
def decide(request: OwnerRequest, uid: str, position: int) -> HttpResponse:
    """What shall become of a card, or how whom it adds is really called."""
    run = get_object_or_404(ImportRun.objects.of(request.user), uid=uid)
    row = get_object_or_404(run.rows.all(), position=position, card__isnull=False)
    refusal = _rename(request, row) if "family" in request.POST else _choose(request, row)
    if refusal:
        messages.error(request, refusal)
    if is_fragment(request, ("rows",)):
        context = rows_context(request, run)
        return render_page(request, "exchange/preview.html", context, fragments=("rows",))
    query = request.GET.copy()
    query["open"] = str(opened_position(request) or "")
    return redirect(f"{run.get_absolute_url()}?{query.urlencode()}#row-{position}")


def _choose(request: OwnerRequest, row: ImportRow) -> str:
    """Why it cannot be done, or ""."""
    form = ChoiceForm(row, request.POST)
    if not form.is_valid():
        return str(form.errors["choice"][0])
    is_done = deciding.decide(request.user, row, *form.cleaned_data["choice"])
    return "" if is_done else _too_late()


def _rename(request: OwnerRequest, row: ImportRow) -> str:
    """The same, for the name that a card comes with."""
    form = NameForm(row, request.POST)
    if not form.is_valid():
        return " ".join(str(error) for errors in form.errors.values() for error in errors)
    is_done = deciding.rename(request.user, row, **form.cleaned_data)
    return "" if is_done else _too_late()


def _too_late() -> str:
    return _("This import is no longer waiting for decisions.")


@require_POST
def apply(request: OwnerRequest, uid: str) -> HttpResponse:
    run = get_object_or_404(ImportRun.objects.of(request.user), uid=uid)
    wishes = WishesForm(request.POST, instance=run)
    if not wishes.is_valid():
        run.refresh_from_db()
        return preview(request, run, wishes)
    with transaction.atomic():
        if run.move(RunStatus.READY, RunStatus.APPLYING):
            run.failure = ""
            run.save(update_fields=["tag", "circle", "failure", "updated_at"])
            tasks.soon(tasks.apply_rows, run)
    return redirect(run)


@require_POST
def discard(request: OwnerRequest, uid: str) -> HttpResponse:
    """Forget an import that has changed nothing, or nothing any more."""
    run = get_object_or_404(
        ImportRun.objects.of(request.user),
        uid=uid,
        status__in=[RunStatus.WAITING, RunStatus.READING, *_CHANGED_NOTHING],
    )
    pictures = pictures_of(run)
    with transaction.atomic():
        run.path.unlink(missing_ok=True)
        run.delete()
    drop_unneeded(request.user, pictures)
    messages.success(request, _("The import is forgotten."))
    return redirect("exchange:index")


_CHANGED_NOTHING = (RunStatus.READY, RunStatus.FAILED, RunStatus.UNDONE)
