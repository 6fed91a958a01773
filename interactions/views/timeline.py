"""All conversations, and those with one person, newest first."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import OwnerRequest
from contacts.models import Contact
from interactions.recording import remove_estimates
from interactions.timeline import PER_PAGE, of_everyone, of_person
from netcrm.lib.pages import render_page


@require_GET
def index(request: OwnerRequest) -> HttpResponse:
    page = of_everyone(request.user, request.GET.get("before", ""))
    context = {"page": page, "person": None, "more_url": request.path}
    return render_page(request, "interactions/timeline.html", context, fragments=("more",))


@require_GET
def person(request: OwnerRequest, uid: UUID) -> HttpResponse:
    contact = get_object_or_404(Contact.objects.of(request.user).living(), uid=uid)
    page = of_person(contact, request.GET.get("before", ""), PER_PAGE)
    context = {"page": page, "person": contact, "more_url": request.path}
    return render_page(request, "interactions/timeline.html", context, fragments=("more",))


@require_POST
def delete_estimates(request: OwnerRequest, uid: UUID) -> HttpResponse:
    contact = get_object_or_404(Contact.objects.of(request.user), uid=uid)
    count = remove_estimates(contact)
    said = ngettext(
        "%(count)s estimated conversation removed", "%(count)s estimated conversations removed",
        count,
    )  # fmt: skip
    messages.success(request, said % {"count": count} if count else gettext("Nothing to remove"))
    return redirect(contact)
