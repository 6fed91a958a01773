"""Help between oneself and a person: noted, changed, thrown away, brought back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.forms.help import HelpForm
from interactions.helping import note_help, restore_help, revise_help, trash_help
from interactions.kinds import HelpDirection
from interactions.models import Help
from interactions.once import key_in, once
from interactions.views.answering import answer
from interactions.views.returning import way_back
from netcrm.lib.pages import render_page

CHANGED = "conversations-changed"


@require_http_methods(["GET", "POST"])
def index(request: OwnerRequest, uid: UUID) -> HttpResponse:
    """All help with one person, and the form to note more; in the dialog the form alone."""
    person = get_object_or_404(Contact.objects.of(request.user).living(), uid=uid)
    today = request.user.today()
    known = HelpDirection.values
    direction = asked if (asked := request.GET.get("by", "")) in known else HelpDirection.GIVEN
    start = {"on": today, "direction": direction, "what": request.GET.get("what", "")[:300]}
    form = HelpForm(today, request.POST or None, initial=start)
    key = key_in(request.POST)
    if request.method == "POST" and form.is_valid():
        favour = once(
            Help.objects.of(request.user).living(),
            key,
            lambda uid: note_help(person, uid=uid, **form.cleaned_data),
        )
        _tell(request, favour, gettext("Noted"), "delete_help")
        return answer(request, CHANGED, person.get_absolute_url())
    favours = Help.objects.of(request.user).with_person(person)
    return _show(request, form, person, {"favours": favours, "key": key})


@require_http_methods(["GET", "POST"])
def edit(request: OwnerRequest, uid: UUID) -> HttpResponse:
    favour = _of(request, uid)
    form = HelpForm(request.user.today(), request.POST or None, instance=favour)
    if request.method == "POST" and form.is_valid():
        revise_help(favour, **form.cleaned_data)
        messages.success(request, gettext("Saved"))
        return answer(request, CHANGED, favour.contact.get_absolute_url())
    return _show(request, form, favour.contact, {"favour": favour})


@require_POST
def delete(request: OwnerRequest, uid: UUID) -> HttpResponse:
    favour = trash_help(_of(request, uid))
    _tell(request, favour, gettext("Help moved to the trash"), "restore_help")
    return answer(request, CHANGED, favour.contact.get_absolute_url())


@require_POST
def restore(request: OwnerRequest, uid: UUID) -> HttpResponse:
    noted = Help.objects.of(request.user).by_itself().select_related("contact")
    favour = restore_help(get_object_or_404(noted, uid=uid))
    messages.success(request, gettext("Restored"))
    return answer(request, CHANGED, favour.contact.get_absolute_url())


def _of(request: OwnerRequest, uid: UUID) -> Help:
    """One that stands by itself; the others change with what they belong to."""
    noted = Help.objects.of(request.user).living().by_itself()
    return get_object_or_404(noted.select_related("contact"), uid=uid)


def _show(
    request: OwnerRequest, form: HelpForm, person: Contact, more: dict[str, Any]
) -> HttpResponse:
    back = way_back(request, person.get_absolute_url())
    context = {"form": form, "person": person, "next": back, **more}
    status = 422 if form.is_bound else 200
    return render_page(
        request, "interactions/help.html", context, fragments=("dialog",), status=status
    )


def _tell(request: OwnerRequest, favour: Help, said: str, undoing: str) -> None:
    undo = reverse(f"interactions:{undoing}", args=[favour.uid])
    messages.success(request, said, extra_tags=f"undo:{undo}")
