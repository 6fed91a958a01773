"""What networking brought, when, how much of it, and who contributed."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.kinds import BenefitKind
from contacts.models import Benefit
from goals.kinds import OutcomeSize
from goals.models import Aspiration, Outcome
from interactions.forms.days import DayField
from interactions.forms.faces import Face, faces
from interactions.forms.people import PeopleFields
from interactions.models import Event
from interactions.once import key_in
from interactions.suggesting import likely_people

COLUMNS = ("what", "kind", "size", "money", "currency", "on", "aspiration", "event", "notes")
CURRENCY = re.compile(r"[A-Z]{3}")
MOST_EVENTS = 50  # the latest ones; a longer list is no help


class OutcomeForm(PeopleFields):
    what = forms.CharField(
        label=_("What happened"), max_length=300, widget=forms.TextInput({"autofocus": True})
    )
    kind = forms.ChoiceField(
        label=_("What it was"), choices=BenefitKind.choices, widget=forms.RadioSelect
    )
    size = forms.ChoiceField(
        label=_("How much it means"),
        choices=OutcomeSize.choices,
        initial=OutcomeSize.MEDIUM,
        widget=forms.RadioSelect,
        help_text=_("When outcomes are summed up, small counts 1, medium 3 and large 10."),
    )
    on = DayField(label=_("Day"))
    money = forms.DecimalField(
        label=_("Money"), required=False, min_value=0, max_digits=14, decimal_places=2
    )
    currency = forms.CharField(label=_("Currency"), required=False, max_length=3)
    aspiration = forms.ModelChoiceField(
        label=_("A step towards"),
        queryset=Aspiration.objects.none(),
        to_field_name="uid",
        required=False,
        empty_label=_("Nothing in particular"),
    )
    event = forms.ModelChoiceField(
        label=_("It came from an event"),
        queryset=Event.objects.none(),
        to_field_name="uid",
        required=False,
        empty_label=_("No event"),
    )
    notes = forms.CharField(
        label=_("Notes"), required=False, max_length=100_000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(
        self,
        user: User,
        sent: QueryDict | None = None,
        outcome: Outcome | None = None,
        start_with: Mapping[str, str] | None = None,
    ) -> None:
        """`start_with`: a person as `with`, an event, an aspiration, each by uid."""
        start = start_with or {}
        super().__init__(user, sent, initial=_initial(outcome) if outcome else _first(user, start))
        self.today = user.today()
        self.key = key_in(sent or {})
        self.outcome = outcome
        self.chosen = _chosen(sent, outcome, start.get("with", ""))
        self.new_faces = sent.getlist("new_people") if sent is not None else []
        self._offer("aspiration", Aspiration.objects.of(user).living())
        self._offer("event", Event.objects.of(user).living().order_by("-starts_on", "-pk"))

    @property
    def faces(self) -> list[Face]:
        likely = [] if self.outcome else likely_people(self.user)
        return faces(self.user, self.chosen, self.offered, likely)

    def clean_currency(self) -> str:
        currency = str(self.cleaned_data["currency"]).strip().upper()
        if currency and not CURRENCY.fullmatch(currency):
            raise forms.ValidationError(_("A currency has three letters, for example EUR."))
        return currency

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        on = said.get("on")
        if on and on > self.today:
            self.add_error("on", _("That day has not come yet. Choose today or an earlier day."))
        if said.get("money") is None:
            said["currency"] = ""
        elif not said.get("currency") and "currency" not in self.errors:
            self.add_error("currency", _("In which currency? For example EUR."))
        self.settle_people()
        return said

    def facts(self) -> dict[str, Any]:
        """The columns of Outcome that this form holds."""
        return {name: self.cleaned_data[name] for name in COLUMNS}

    def _offer(self, name: str, rows: Any) -> None:
        """Anything of one's own may be chosen; the newest and the one chosen are offered."""
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type only
        offered = list(rows[:MOST_EVENTS])
        known = getattr(self.outcome, name, None)
        if known is not None and known not in offered:
            offered.append(known)
        # what it came from stays, though it may be in the trash
        field.queryset = rows | rows.model.objects.of(self.user).filter(pk=known.pk if known else 0)
        field.choices = [("", field.empty_label), *((str(each.uid), str(each)) for each in offered)]


def _initial(outcome: Outcome) -> dict[str, Any]:
    facts = {name: getattr(outcome, name) for name in COLUMNS}
    for name in ("aspiration", "event"):
        facts[name] = str(facts[name].uid) if facts[name] else ""
    return facts


def _first(user: User, start: Mapping[str, str]) -> dict[str, Any]:
    """Today, in the currency of last time, of the kind that the person is known for."""
    paid = Outcome.objects.of(user).exclude(currency="").order_by("-pk")
    return {
        "on": user.today(),
        "currency": paid.values_list("currency", flat=True).first() or "",
        "aspiration": start.get("aspiration", ""),
        "event": start.get("event", ""),
        "kind": _likely_kind(user, start.get("with", "")),
    }


def _likely_kind(user: User, person: str) -> str:
    """What they may bring where that is one thing; otherwise it is asked."""
    with suppress(ValueError):
        marked = Benefit.objects.filter(contact__owner=user, contact__uid=UUID(person))
        kinds = list(marked.values_list("kind", flat=True)[:2])
        return kinds[0] if len(kinds) == 1 else ""
    return ""


def _chosen(sent: QueryDict | None, outcome: Outcome | None, start_with: str) -> list[str]:
    if sent is not None:
        return sent.getlist("people")
    if outcome is None:
        return [start_with]
    named = outcome.contributions.order_by("pk")
    return [str(uid) for uid in named.values_list("contact__uid", flat=True)]
