"""One person chosen by typing, or named in words where JavaScript is off."""

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.forms.renderers import BaseRenderer
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.models import Contact
from netcrm.lib.folding import fold

UNKNOWN = "unknown"  # code of the error that says that nobody bears the name


class PersonWidget(forms.Widget):
    """Sends `name` (a uid) for a person chosen, `name`_new or `name`_typed for one in words."""

    needs_multipart_form = False
    chosen: Contact | None = None
    label = _("Introduced by")
    placeholder = ""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:  # noqa: ARG002 - Django's signature
        sent = (data.get(key) for key in (name, f"{name}_new", f"{name}_typed"))
        return next((str(value).strip() for value in sent if value and str(value).strip()), "")

    def value_omitted_from_data(self, *_args: Any) -> bool:
        return False

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 - Django's signature
    ) -> SafeString:
        chosen = self.chosen if self.chosen and str(self.chosen.uid) == str(value or "") else None
        words = "" if chosen else str(value or "")
        return render_to_string(
            "components/person_picker.html",
            {
                "id": (attrs or {}).get("id", name),
                "src": reverse("contacts:pick"),
                "name": name,
                "new_name": f"{name}_new",
                "plain_name": f"{name}_typed",
                "people": [chosen] if chosen else [],
                "newcomers": [words] if words else [],
                "plain": chosen.name if chosen else words,
                "label": self.label,
                "placeholder": self.placeholder,
                "autofocus": bool({**self.attrs, **(attrs or {})}.get("autofocus")),
            },
        )


class PersonField(forms.Field):
    """Cleans to a person of `owner`, found by uid or by full name; None where nobody is named.

    Whom it starts with may stay, though they are in the trash by now: they may come back.
    """

    widget = PersonWidget
    owner: User
    first: Contact | None = None

    def __init__(self, **facts: Any) -> None:
        super().__init__(**{"required": False, **facts})

    def start_with(self, owner: User, chosen: Contact | None) -> None:
        self.owner, self.first = owner, chosen
        self.choose(chosen)

    def choose(self, chosen: Contact | None) -> None:
        widget = self.widget
        if isinstance(widget, PersonWidget):
            widget.chosen = chosen

    def clean(self, value: Any) -> Contact | None:
        if not value:
            return None
        ProhibitNullCharactersValidator()(value)
        is_first = self.first is not None and value in {str(self.first.uid), self.first.name}
        found = self.first if is_first else self._by_uid(value) or self._by_name(value)
        self.choose(found)
        return found

    def _by_uid(self, value: str) -> Contact | None:
        try:
            uid = uuid.UUID(value)
        except ValueError:
            return None
        return Contact.objects.of(self.owner).living().filter(uid=uid).first()

    def _by_name(self, value: str) -> Contact:
        people = Contact.objects.of(self.owner).living()
        wanted = fold(value)
        words = wanted.split()
        # The name as sorted holds the same words in another order.
        near = people.filter(sort_name__contains=words[-1]) if words else people.none()
        found = [person for person in near[:200] if fold(person.name) == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            raise ValidationError(
                _("There are several people called “%(name)s”. Choose one from the list."),
                params={"name": value[:100]},
            )
        raise ValidationError(
            _("You know nobody called “%(name)s” yet. Add them first, then come back."),
            code=UNKNOWN,
            params={"name": value[:100]},
        )

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or "") != str(data or "")
