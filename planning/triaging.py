"""The pages of the triage: one card a person, answered with a key or a tap each."""

import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import OwnerRequest
from contacts.kinds import BenefitKind, Circle, Role
from contacts.models import Contact
from netcrm.lib.pages import render_page
from planning import triage
from planning.forms import HINTS, QUESTIONS, TriageForm
from planning.unsaying import as_it_was, take_back

# In the session: who is left of this sitting; what was said of whom, the latest last; and what is
# to be shown again of the one who was taken back.
QUEUE, SAID, AGAIN = "triage", "triage_said", "triage_again"
USUAL_ROLES = ("colleague", "former_colleague", "client", "peer", "mentor", "friend")


@require_GET
def show(request: OwnerRequest) -> HttpResponse:
    queue = _queue(request)
    if not queue:
        context = {"answered": triage.answered(request.user)}
        return render_page(request, "planning/triage_done.html", context)
    person = get_object_or_404(Contact.objects.of(request.user), uid=queue[0])
    again: dict[str, str] = request.session.get(AGAIN) or {}
    sent = again.get(queue[0])
    return _card(request, person, queue, TriageForm(QueryDict(sent)) if sent else None)


@require_POST
def answer(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    """Store what was said of one person, or pass over them, and go on."""
    person = _person(request, uid)
    form = TriageForm(request.POST)
    if not form.is_valid():
        return _card(request, person, _queue(request), form, status=422)
    queue = _queue(request)
    before: dict[str, Any] = {}
    if "pass" in request.POST:
        triage.pass_over(person)
    else:
        before = as_it_was(person)
        triage.answer(person, form.known())
    _keep(request, person, before)
    request.session[QUEUE] = [each for each in queue if each != str(uid)]
    if not request.session[QUEUE]:
        return _finish(request)
    return redirect("planning:triage")


@require_POST
def back(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    """To somebody one has answered for; what was said is shown again and holds no longer."""
    person = _person(request, uid)
    said = request.session.get(SAID) or []
    mine = next((each for each in reversed(said) if each["uid"] == str(uid)), None)
    if mine:
        take_back(person, mine["before"])
        request.session[SAID] = [each for each in said if each["uid"] != str(uid)]
        request.session[AGAIN] = {str(uid): mine["sent"]}
        left = request.session.get(QUEUE) or []
        request.session[QUEUE] = [str(uid), *(each for each in left if each != str(uid))]
    return redirect("planning:triage")


@require_POST
def stop(request: OwnerRequest) -> HttpResponse:
    """Enough for now; what was answered stays answered."""
    return _finish(request)


def _person(request: OwnerRequest, uid: uuid.UUID) -> Contact:
    living = Contact.objects.of(request.user).living().select_related("owner")
    return get_object_or_404(living, uid=uid)


def _keep(request: OwnerRequest, person: Contact, before: dict[str, Any]) -> None:
    """What was said, for the way back to it."""
    said = {
        "uid": str(person.uid),
        "name": person.name,
        "sent": request.POST.urlencode() if before else "",
        "before": before,
    }
    request.session[SAID] = [*(request.session.get(SAID) or []), said][-triage.SITTING :]
    request.session.pop(AGAIN, None)
    undo = reverse("planning:triage_back", args=[person.uid])
    told = _("Noted: %(name)s") if before else _("Passed over: %(name)s")
    messages.success(request, told % {"name": person.name}, extra_tags=f"undo:{undo}")


def _finish(request: OwnerRequest) -> HttpResponse:
    request.session.pop(QUEUE, None)
    triage.finish(request.user)
    messages.success(request, _("Thank you. Everything you see from now on starts from this."))
    return redirect("planning:today")


def _queue(request: OwnerRequest) -> list[str]:
    """Who of this sitting is still there and not yet answered for; else a new sitting."""
    kept: list[str] = request.session.get(QUEUE) or []
    waiting = triage.waiting(request.user).filter(uid__in=kept).values_list("uid", flat=True)
    left = {str(uid) for uid in waiting}
    return [uid for uid in kept if uid in left] or triage.sitting(request.user)


def _card(
    request: OwnerRequest,
    person: Contact,
    queue: list[str],
    form: TriageForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "person": person,
        "job": person.jobs.select_related("organisation").first(),
        "questions": _questions(person, form),
        "marked": _marked(person, form),
        "usual_roles": [(role, Role(role).label) for role in USUAL_ROLES],
        "other_roles": [choice for choice in Role.choices if choice[0] not in USUAL_ROLES],
        "benefits": BenefitKind.choices,
        "left": len(queue),
        "last": next(reversed(request.session.get(SAID) or []), None),
        "form": form,
    }
    return render_page(
        request, "planning/triage.html", context, fragments=("triage-card",), status=status
    )


class Question(NamedTuple):
    name: str
    title: str | Promise
    steps: Sequence[tuple[int, str | Promise]]
    hints: Sequence[str | Promise]
    chosen: str  # the step that is chosen already


def _questions(person: Contact, form: TriageForm | None) -> list[Question]:
    circle = str(triage.CIRCLES.index(Circle(person.circle)) + 1) if person.circle else ""
    chosen = form.data if form else {"circle": circle}
    return [
        Question(name, title, list(enumerate(words, 1)), HINTS.get(name, ()), chosen.get(name, ""))
        for name, (title, words) in QUESTIONS.items()
    ]


def _marked(person: Contact, form: TriageForm | None) -> set[str]:
    """Roles and benefits that are ticked: what was just said, else what is known."""
    if form:
        said = cast(QueryDict, form.data)
        return {value for name in ("roles", "benefits") for value in said.getlist(name)}
    roles = person.roles.values_list("role", flat=True)
    return {*roles, *person.benefits.values_list("kind", flat=True)}
