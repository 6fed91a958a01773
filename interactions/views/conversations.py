"""One conversation: shown, changed, thrown away and brought back; whether it took place."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.entering import add_newcomers
from interactions.forms.edit import EditForm
from interactions.forms.promises import MoveFields
from interactions.kinds import Status
from interactions.models import Interaction, Participant
from interactions.people_meant import by_name
from interactions.recording import restore as bring_back
from interactions.recording import revise, trash
from interactions.views.answering import answer, ask_day, day_before
from interactions.views.log import tell_of_newcomer
from interactions.views.returning import way_back
from netcrm.lib.folding import fold
from netcrm.lib.pages import render_page


@require_GET
def show(request: OwnerRequest, uid: UUID) -> HttpResponse:
    interaction = _of(request, uid)
    context = {
        "conversation": interaction,
        "people": Contact.objects.living().filter(interactions=interaction).by_name(),
        "promises": interaction.follow_ups.filter(deleted_at=None).by_day(),
        "today": request.user.today(),
    }
    return render_page(request, "interactions/show.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    interaction = _of(request, uid)
    form = EditForm(interaction, request.POST if request.method == "POST" else None)
    if form.is_valid():
        newcomers = _revise(interaction, form)
        for person in newcomers:
            tell_of_newcomer(request, person)
        return redirect(interaction)
    context = {"conversation": interaction, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "interactions/edit.html", context, status=status)


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    interaction = _of(request, uid)
    trash(interaction)
    undo = reverse("interactions:restore", args=[uid])
    said = gettext("Conversation moved to the trash")
    messages.success(request, said, extra_tags=f"undo:{undo}")
    timeline = reverse("interactions:timeline")
    back = way_back(request, timeline)
    # its own pages, the ratings among them, are gone with it
    return redirect(timeline if str(uid) in back else back)


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    interaction = get_object_or_404(Interaction.objects.of(request.user), uid=uid)
    bring_back(interaction)
    messages.success(request, gettext("Conversation restored"))
    return redirect(interaction)


@require_POST
def held(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """A planned meeting took place, on its day or, if that is still to come, today."""
    interaction = _of(request, uid)
    was = interaction.on
    revise(interaction, status=Status.HELD, on=min(was, request.user.today()))
    _tell_and_undo(request, interaction, was, gettext("It took place"))
    return answer(request, "conversations-changed")


@require_POST
def cancelled(request: OwnerRequest, uid: UUID) -> HttpResponse:
    interaction = _of(request, uid)
    revise(interaction, status=Status.CANCELLED)
    _tell_and_undo(request, interaction, interaction.on, gettext("Noted as cancelled"))
    return answer(request, "conversations-changed")


@require_http_methods(["GET", "POST"])
def move(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """A planned meeting gets another day."""
    interaction = _of(request, uid)
    form = MoveFields(request.user.today(), request.POST if request.method == "POST" else None)
    if not form.is_valid():
        title = gettext("Move the meeting to …")
        return ask_day(request, form, reverse("interactions:move", args=[uid]), title)
    was = interaction.on
    revise(interaction, status=Status.PLANNED, on=form.cleaned_data["on"])
    _tell_and_undo(request, interaction, was, gettext("Moved"))
    return answer(request, "conversations-changed")


@require_POST
def planned(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """Undo of the three above; `on` gives the day before back."""
    interaction = _of(request, uid)
    day = day_before(request) or interaction.on
    revise(interaction, status=Status.PLANNED, on=day)
    return answer(request, "conversations-changed")


@require_POST
def answered(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """They replied: from now on the message counts as a conversation."""
    interaction = revise(_of(request, uid), is_answered=True)
    return redirect(interaction)


@require_POST
def decline_rating(request: OwnerRequest, uid: UUID, person: UUID) -> HttpResponse:
    """ "Not this time": do not ask again how it went with this person."""
    _set_declined(request, uid, person, is_declined=True)
    undo = reverse("interactions:ask_rating", args=[uid, person])
    messages.success(request, gettext("Not asked again"), extra_tags=f"undo:{undo}")
    return answer(request, "conversations-changed")


@require_POST
def ask_rating(request: OwnerRequest, uid: UUID, person: UUID) -> HttpResponse:
    _set_declined(request, uid, person, is_declined=False)
    return answer(request, "conversations-changed")


@transaction.atomic
def _revise(interaction: Interaction, form: EditForm) -> list[Contact]:
    """A newcomer who takes part already came with the same form, sent before. Who is in the trash
    cannot be named, and stays: they may come back.
    """
    interaction.lock()
    trashed = list(interaction.people.exclude(deleted_at=None))
    present = by_name(interaction.people.filter(deleted_at=None))
    known = [present[fold(name)] for name in form.newcomers if fold(name) in present]
    new = [name for name in form.newcomers if fold(name) not in present]
    newcomers = add_newcomers(form.user, new)
    revise(interaction, [*form.named, *known, *newcomers, *trashed], **form.facts())
    return newcomers


def _of(request: OwnerRequest, uid: UUID) -> Interaction:
    mine = Interaction.objects.of(request.user).living().select_related("event")
    return get_object_or_404(mine, uid=uid)


def _set_declined(request: OwnerRequest, uid: UUID, person: UUID, *, is_declined: bool) -> None:
    participant = get_object_or_404(
        Participant.objects.filter(interaction=_of(request, uid)), contact__uid=person
    )
    participant.rating_declined_at = timezone.now() if is_declined else None
    participant.save(update_fields=["rating_declined_at"])


def _tell_and_undo(
    request: OwnerRequest, interaction: Interaction, was: dt.date, said: str
) -> None:
    undo = f"{reverse('interactions:planned', args=[interaction.uid])}?on={was.isoformat()}"
    messages.success(request, said, extra_tags=f"undo:{undo}")
