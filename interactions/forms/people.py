"""The people of a form: chosen by chips or the picker, typed by name, or new."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.models import Contact
from interactions.forms.faces import Face, faces
from interactions.forms.names import NamesField, NewNamesField
from interactions.line_people import Known
from interactions.people_meant import each_once, people_named

UNKNOWN_PERSON = _("One of these people is no longer among yours.")


class PeopleFields(forms.Form):
    """`clean` of the form calls `settle_people`; then `named` and `newcomers` say who is meant."""

    people = forms.ModelMultipleChoiceField(
        queryset=Contact.objects.none(),
        to_field_name="uid",
        required=False,
        error_messages={"invalid_choice": UNKNOWN_PERSON, "invalid_pk_value": UNKNOWN_PERSON},
    )
    new_people = NewNamesField(required=False)
    names = NamesField(label=_("People"), required=False)

    def __init__(self, user: User, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        self.chosen: list[str] = []  # uids in the order in which they were chosen
        self.named: list[Contact] = []
        self.newcomers: list[str] = []
        self.offered: tuple[Known, ...] = ()
        self.new_faces: list[str] = []
        people = self.fields["people"]
        assert isinstance(people, forms.ModelMultipleChoiceField)  # noqa: S101 - for the type only
        people.queryset = Contact.objects.of(user).living()

    @property
    def faces(self) -> list[Face]:
        return faces(self.user, self.chosen, self.offered, ())

    def settle_people(
        self, missing: str | Promise = "", typed: Iterable[str] = ()
    ) -> dict[str, Contact]:
        """Everyone who is meant: chosen, typed by name here or in `typed`, and new. `missing` is
        said of nobody. The answer tells whom each typed name was found to mean.
        """
        order = {uid: at for at, uid in enumerate(self.chosen)}
        chosen = sorted(
            self.cleaned_data.get("people") or (), key=lambda each: order.get(str(each.uid), 0)
        )
        self.newcomers = list(self.cleaned_data.get("new_people") or ())
        meant: dict[str, Contact] = {}
        named = people_named(self.user, [*(self.cleaned_data.get("names") or ()), *typed])
        for name, fitting in named.items():
            already = [each for each in fitting if each in chosen]
            if not fitting:
                self.newcomers.append(name)
            elif len(fitting) == 1 or already:
                meant[name] = (already or fitting)[0]
            else:
                self._ask_which(name, fitting)
        self.newcomers = each_once(self.newcomers)
        self.named = list(dict.fromkeys([*chosen, *meant.values()]))
        is_refused = self.errors.keys() & {"people", "names"}
        if missing and not (self.named or self.newcomers or is_refused):
            self.add_error("people", str(missing))
        return meant

    def _ask_which(self, name: str, fitting: list[Contact]) -> None:
        self.offered += tuple(Known(str(each.uid), each.name) for each in fitting)
        self.add_error(
            "people",
            gettext("Several people fit “%(name)s”: tick who it was.") % {"name": name},
        )
