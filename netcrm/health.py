"""`/healthz`: whether this installation works, in three lines, for whoever watches over it."""

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from netcrm.lib.beats import age, is_silent


@login_not_required
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """200 when all is well, 503 when not; the same few words to everybody, no secrets."""
    findings = {"database": _database(), "clock": _life("clock"), "worker": _life("worker")}
    is_well = all(finding == "ok" for finding in findings.values())
    return HttpResponse(
        "".join(f"{part}: {finding}\n" for part, finding in findings.items()),
        status=200 if is_well else 503,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return "does not answer"
    return "ok"


def _life(name: str) -> str:
    silence = age(name)
    if silence is None:
        return "has not started"
    minutes = int(silence.total_seconds() // 60)
    return f"silent for {minutes} min" if is_silent(name) else "ok"
