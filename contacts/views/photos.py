"""A person's face: shown to its owner only, changed, taken away."""

import uuid

from django import forms
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import condition, require_http_methods, require_POST, require_safe

from accounts.requests import OwnerRequest
from contacts import photos
from contacts.models import Contact
from contacts.views.person import find_person
from netcrm.lib.pages import render_page

A_YEAR = 60 * 60 * 24 * 365


class PhotoForm(forms.Form):
    picture = forms.FileField(
        label=_("Picture"),
        help_text=_("JPEG, PNG, WebP or GIF, up to 15 MB. It is cut to a circle."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={"required": _("Choose a picture first.")},
    )

    def __init__(self, person: Contact, request: HttpRequest) -> None:
        sent = request.method == "POST"
        super().__init__(request.POST if sent else None, request.FILES if sent else None)
        self.person = person

    def clean_picture(self) -> str:
        """The name under which the picture is kept."""
        upload = self.cleaned_data["picture"]
        return photos.keep(self.person.owner, upload.read(photos.MAX_BYTES + 1))


def _etag(request: OwnerRequest, uid: uuid.UUID) -> str | None:
    names = Contact.objects.of(request.user).filter(uid=uid).values_list("photo", flat=True)
    name = names.first()
    return f'"{name}"' if name else None


@require_safe
@condition(etag_func=_etag)
def show(request: OwnerRequest, uid: uuid.UUID) -> HttpResponseBase:
    """The address changes with the picture (`?v=`), so browsers may keep it for a year."""
    name = Contact.objects.of(request.user).filter(uid=uid).values_list("photo", flat=True).first()
    if not name or not default_storage.exists(name):
        raise Http404
    response = FileResponse(default_storage.open(name), content_type="image/webp")
    response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    return response


@require_http_methods(["GET", "POST"])
def change(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    person = find_person(request.user, uid)
    form = PhotoForm(person, request)
    if form.is_bound and form.is_valid():
        _set(person, form.cleaned_data["picture"])
        return redirect(person)
    context = {"person": person, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "contacts/photo.html", context, status=status)


@require_POST
def remove(request: OwnerRequest, uid: uuid.UUID) -> HttpResponse:
    person = find_person(request.user, uid)
    _set(person, "")
    return redirect(person)


def _set(person: Contact, name: str) -> None:
    before = person.photo
    with transaction.atomic():
        person.photo = name
        person.save(update_fields=["photo", "updated_at"])
    photos.drop_unused([before])
