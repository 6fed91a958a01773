"""One import as it stands: being read, to be looked at, refused, added or undone."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from accounts.requests import OwnerRequest
from exchange import previewing, reporting
from exchange.forms import WishesForm
from exchange.grouping import TAGGED
from exchange.leftovers import leftovers
from exchange.models import ImportRun, RunStatus, Verdict
from exchange.opening import open_card
from exchange.shortening import number_beyond, shortened
from netcrm.lib.pages import is_fragment, render_page

LEFT_OUT = Q(verdict=Verdict.UNREADABLE) | Q(verdict=Verdict.SKIP) & ~Q(reason__code=TAGGED)


@require_GET
def show(request: OwnerRequest, uid: str) -> HttpResponse:
    run = get_object_or_404(ImportRun.objects.of(request.user), uid=uid)
    if run.is_at_work:
        return render_page(request, "exchange/progress.html", {"run": run}, fragments=("progress",))
    if is_fragment(request, ("progress",)):
        return HttpResponse(headers={"HX-Refresh": "true"})
    return PAGES[RunStatus(run.status)](request, run)


@require_GET
def rejected(request: OwnerRequest, uid: str) -> HttpResponseBase:
    run = get_object_or_404(ImportRun.objects.of(request.user), uid=uid)
    rows = run.rows.filter(LEFT_OUT).by_position().defer("card")
    lines = reporting.rejected_lines(rows.iterator(chunk_size=100))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="not-imported.csv"'
    return response


def preview(
    request: OwnerRequest, run: ImportRun, wishes: WishesForm | None = None
) -> HttpResponse:
    """Bound `wishes` have been refused: the page says why and keeps what was typed."""
    position = opened_position(request)
    if is_fragment(request, (f"card-{position}",)):
        return card(request, run, position)
    context = rows_context(request, run) | {"wishes": wishes or WishesForm(instance=run)}
    status = 422 if wishes else 200
    return render_page(
        request, "exchange/preview.html", context, fragments=("rows",), status=status
    )


def card(request: OwnerRequest, run: ImportRun, position: int) -> HttpResponse:
    """What is in a fold, for the first time that it is opened."""
    opened = open_card(run, position)
    if opened is None:
        raise Http404
    context = {
        "run": run,
        "opened": opened,
        "verdict": request.GET.get("verdict", ""),
        "after": request.GET.get("after", ""),
    }
    return render_page(request, "exchange/parts/card.html", context)


def opened_position(request: OwnerRequest) -> int:
    """Of the card that is shown in full; 0 for none. A fold that is open says so with any form."""
    return _number(request.POST.get("open") or request.GET.get("open", ""))


def rows_context(request: OwnerRequest, run: ImportRun) -> dict[str, Any]:
    verdict = request.GET.get("verdict", "")
    after = request.GET.get("after", "")[:9]
    counts = previewing.counts_of(run)
    by_verdict = {name: number for name, _word, number in counts}
    return {
        "run": run,
        "counts": counts,
        "total": sum(by_verdict.get(name, 0) for name in Verdict.values),
        "changes": sum(by_verdict.get(name, 0) for name in (Verdict.ADD, Verdict.UPDATE)),
        "verdict": verdict,
        "after": after,
        "page": previewing.page_of(run, verdict, _number(after), opened_position(request)),
    }


def _number(text: str) -> int:
    """A number that every database can hold; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _report(request: OwnerRequest, run: ImportRun) -> HttpResponse:
    counts = {name: number for name, _word, number in previewing.counts_of(run)}
    context = {
        "run": run,
        "lines": reporting.summary(run, counts),
        "read": sum(counts.get(name, 0) for name in Verdict.values),
        "leftovers": leftovers(run.outcome.get("unplaced", {})),
        "shortened": shortened(run),
        "shortened_more": number_beyond(run),
        "has_rejected": run.rows.filter(LEFT_OUT).exists(),
    }
    return render_page(request, "exchange/report.html", context)


PAGES: dict[RunStatus, Callable[[OwnerRequest, ImportRun], HttpResponse]] = {
    RunStatus.READY: preview,
    RunStatus.FAILED: _report,
    RunStatus.APPLIED: _report,
    RunStatus.UNDONE: _report,
}
