"""Setting up the installation, and the preferences of who is signed in."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.forms import PreferencesForm, WelcomeForm
from accounts.founding import AlreadyFounded, found
from accounts.guessing import guess
from accounts.keys import KEYS
from accounts.models import User
from accounts.requests import OwnerRequest
from accounts.signals import name_changed
from netcrm.lib.pages import render_page
from netcrm.lib.setup_code import needs_setup_code

BACKEND = "accounts.backends.Backend"


@login_not_required
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """The first visitor of a fresh installation becomes its owner; nobody comes here later."""
    if User.objects.exists():
        return redirect("planning:today")
    form = WelcomeForm(request.POST or None, needs_code=needs_setup_code(request))
    if request.method == "POST" and form.is_valid():
        try:
            login(request, _owner(request, form), backend=BACKEND)
        except AlreadyFounded:
            messages.info(request, _("Somebody else has just set NetCRM up. Sign in instead."))
            return redirect("account_login")
        return redirect("accounts:start")
    status = 422 if form.is_bound else 200
    return render_page(request, "accounts/welcome.html", {"form": form}, status=status)


def _owner(request: HttpRequest, form: WelcomeForm) -> User:
    answers = form.cleaned_data
    guessed = guess(request.headers.get("Accept-Language", ""))
    return found(
        answers["email"],
        answers["password"],
        name=answers["name"],
        time_zone=answers["time_zone"],
        phone_country=guessed.phone_country,
        date_format=guessed.date_format,
        week_start=guessed.week_start,
    )


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Three ways to begin: one's own people, the demo network, an empty book."""
    return render_page(request, "accounts/start.html")


@require_GET
def settings(request: OwnerRequest) -> HttpResponse:
    return render_page(
        request, "accounts/settings.html", {"form": PreferencesForm(instance=request.user)}
    )


@require_GET
def keys(request: OwnerRequest) -> HttpResponse:
    """Which key does what: a page, or a dialog when `?` is pressed."""
    return render_page(request, "accounts/keys.html", {"groups": KEYS}, fragments=("dialog",))


@require_http_methods(["POST"])
def change_settings(request: OwnerRequest) -> HttpResponse:
    user = User.objects.get(pk=request.user.pk)
    form = PreferencesForm(request.POST, instance=user)
    if not form.is_valid():
        return render_page(request, "accounts/settings.html", {"form": form}, status=422)
    with transaction.atomic():
        form.save()
        if "name" in form.changed_data:
            name_changed.send(sender=User, user=user)
    messages.success(request, _("Saved."))
    return redirect("accounts:settings")
