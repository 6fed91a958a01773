"""Something done to be known for one's work, and who reacted to it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from goals.kinds import BrandKind
from goals.models import BrandActivity, Reaction
from interactions.forms.days import DayField
from interactions.forms.people import PeopleFields
from interactions.once import key_in

COLUMNS = ("title", "kind", "link", "on", "audience", "notes")


class BrandForm(PeopleFields):
    title = forms.CharField(
        label=_("Title"), max_length=300, widget=forms.TextInput({"autofocus": True})
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=BrandKind.choices, widget=forms.RadioSelect)
    on = DayField(label=_("Day"))
    audience = forms.IntegerField(
        label=_("Audience"), required=False, min_value=0, max_value=2_000_000_000
    )
    link = forms.URLField(
        label=_("Link"), required=False, max_length=1000, assume_scheme="https",
        widget=forms.URLInput({"placeholder": "https://"}),
    )  # fmt: skip
    notes = forms.CharField(
        label=_("Notes"), required=False, max_length=100_000, widget=forms.Textarea({"rows": 3})
    )

    def __init__(
        self, user: User, sent: QueryDict | None = None, activity: BrandActivity | None = None
    ) -> None:
        known = {name: getattr(activity, name) for name in COLUMNS} if activity else {}
        super().__init__(user, sent, initial=known or {"on": user.today()})
        self.today = user.today()
        self.key = key_in(sent or {})
        if sent is not None:
            self.chosen, self.new_faces = sent.getlist("people"), sent.getlist("new_people")
        elif activity is not None:
            reacted = activity.reactions.order_by("pk").values_list("contact__uid", flat=True)
            self.chosen = [str(uid) for uid in reacted]

    def clean(self) -> dict[str, Any]:
        on = self.cleaned_data.get("on")
        if on and on > self.today:
            self.add_error("on", _("That day has not come yet. Choose today or an earlier day."))
        self.settle_people()
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """The columns of BrandActivity that this form holds."""
        return {name: self.cleaned_data[name] for name in COLUMNS}


class QuotesForm(forms.Form):
    """Fields are named `said-` and the uid of the person; `said` answers by id."""

    def __init__(self, reactions: Iterable[Reaction], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.of = {f"said-{each.contact.uid}": each for each in reactions}
        for name, each in self.of.items():
            self.fields[name] = forms.CharField(
                label=each.contact.name, initial=each.note, max_length=300, required=False
            )

    @property
    def said(self) -> dict[int, str]:
        return {each.contact_id: self.cleaned_data[name] for name, each in self.of.items()}
