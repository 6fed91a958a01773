"""A new conversation, from anywhere: a dialog, or a page of its own."""

from collections.abc import Sequence
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.entering import enter
from interactions.forms.log import LogForm
from interactions.kinds import Status
from interactions.models import Interaction
from interactions.views.returning import way_back
from interactions.wording import with_people
from netcrm.lib.pages import render_page

PAGE = "interactions/log.html"


@require_http_methods(["GET", "POST"])
def log(request: OwnerRequest) -> HttpResponse:
    if request.method == "GET":
        return _show(request, LogForm(request.user, start_with=request.GET.get("with", "")))
    form = LogForm(request.user, request.POST)
    if not form.is_valid() or form.is_doubtful:
        return _show(request, form, status=422)
    interaction, newcomers = enter(form)
    answer = _go_on(request, interaction, newcomers)
    for person in newcomers:
        tell_of_newcomer(request, person)
    return answer


@require_POST
def understood(request: OwnerRequest) -> HttpResponse:
    """What the line says so far, as fields; nothing is stored."""
    form = LogForm(request.user, request.POST)
    # nobody who is still typing wants to hear what is missing
    form.errors.clear()
    return render_page(request, PAGE, {"form": form}, fragments=("understood",))


def tell_of_newcomer(request: OwnerRequest, person: Contact) -> None:
    """Say that a row was made, so that a mistyped name is noticed, and let it be undone."""
    undo = reverse("contacts:delete", args=[person.uid])
    said = gettext("Created %(name)s") % {"name": person.name}
    word = gettext("Delete the person")
    messages.success(request, said, extra_tags=f"undo:{undo} {word}")


def _show(request: OwnerRequest, form: LogForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "next": way_back(request, reverse("planning:today"))}
    return render_page(request, PAGE, context, fragments=("dialog",), status=status)


def _go_on(
    request: OwnerRequest, interaction: Interaction, newcomers: Sequence[Contact]
) -> HttpResponse:
    """To the ratings, when there was something to rate; else back. With a word about it, unless the
    ratings are word enough."""
    back = way_back(request, reverse("planning:today"))
    if newcomers or not interaction.is_two_way:
        _tell(request, interaction, newcomers)
    if interaction.is_two_way:
        return redirect(f"{reverse('strength:rate', args=[interaction.uid])}?next={quote(back)}")
    return redirect(back)


def _tell(request: OwnerRequest, interaction: Interaction, newcomers: Sequence[Contact]) -> None:
    """That it is stored; with whom and which undo is which, where people were made as well."""
    is_planned = interaction.status == Status.PLANNED
    said = gettext("Planned") if is_planned else gettext("Logged")
    undo = f"undo:{reverse('interactions:delete', args=[interaction.uid])}"
    if newcomers:
        said = gettext("%(said)s: %(what)s") % {
            "said": said,
            "what": with_people(interaction, newcomers),
        }
        undo = f"{undo} {gettext('Delete the conversation')}"
    messages.success(request, said, extra_tags=undo)
