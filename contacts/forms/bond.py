"""What binds the user and a person: roles, circle, what they may bring, how it began."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.forms.facts import FactsForm
from contacts.forms.fields import (
    NamesField,
    PartialDateField,
    refuse_future,
    roles_field,
    tags_field,
)
from contacts.forms.person_field import PersonField
from contacts.kinds import BenefitKind, Cadence
from contacts.models import Benefit, Contact, ContactRole, Interest, Tagging
from contacts.registering import register_tags, tag_key

MOST_DAYS = 3650


class BondForm(FactsForm):
    roles = roles_field()
    tags = tags_field()
    interests = NamesField(
        label=_("Interests, things to talk about"),
        longest=200,
        help_text=_("With commas between them."),
    )
    met_on = PartialDateField(label=_("When we met"))
    known_since = PartialDateField(
        label=_("Known since"), help_text=_("If it was before we began to keep in touch here.")
    )
    introducer = PersonField(label=_("Introduced by"))

    class Meta:
        model = Contact
        fields = [
            *("circle", "cadence", "cadence_days", "is_unscored"),
            *("how_met", "met_at", "met_on", "known_since"),
        ]
        help_texts = {
            "circle": _("How close you want to be; it sets how often a word is due."),
            "is_unscored": _("Family and such: no strength. Reminders stay unless set to never."),
        }

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        person = self.instance
        introducer = self.fields["introducer"]
        if isinstance(introducer, PersonField):
            introducer.start_with(person.owner, person.introduced_by)
        if person.introduced_by:
            self.initial["introducer"] = str(person.introduced_by.uid)
        self.initial["roles"] = [row.role for row in person.roles.all()]
        self.initial["tags"] = list(person.tags.order_by("slug").values_list("name", flat=True))
        self.initial["interests"] = [row.name for row in person.interests.all()]

    def clean_met_on(self) -> str:
        return self._past("met_on")

    def clean_known_since(self) -> str:
        return self._past("known_since")

    def clean_introducer(self) -> Contact | None:
        introducer: Contact | None = self.cleaned_data["introducer"]
        if introducer and introducer.pk == self.instance.pk:
            raise forms.ValidationError(_("Nobody introduces themselves."))
        return introducer

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        days = answers.get("cadence_days")
        if answers.get("cadence") != Cadence.DAYS:
            answers["cadence_days"] = None
        elif "cadence_days" not in self.errors and not 1 <= (days or 0) <= MOST_DAYS:
            self.add_error("cadence_days", gettext("Every how many days? From 1 to 3,650."))
        return answers

    def save(self, commit: bool = True) -> Contact:
        person = self.instance
        before = self.initial.get("circle", "")
        if person.circle != before:
            person.circle_chosen_on = person.owner.today()
        person.introduced_by = self.cleaned_data["introducer"]
        person.save(update_fields=["circle_chosen_on", "introduced_by"])
        super().save(commit)
        self._save_marks(person)
        return person

    def _save_marks(self, person: Contact) -> None:
        names = self.cleaned_data["tags"]
        known = register_tags(person.owner, names)
        wanted = {known[tag_key(name)] for name in names}
        had = set(person.taggings.values_list("tag_id", flat=True))
        person.taggings.filter(tag_id__in=had - wanted).delete()
        Tagging.objects.bulk_create(Tagging(contact=person, tag_id=pk) for pk in wanted - had)
        roles = set(self.cleaned_data["roles"])
        had_roles = set(self.initial["roles"])
        person.roles.filter(role__in=had_roles - roles).delete()
        ContactRole.objects.bulk_create(
            ContactRole(contact=person, role=role) for role in roles - had_roles
        )
        if self.cleaned_data["interests"] != self.initial["interests"]:
            person.interests.all().delete()
            Interest.objects.bulk_create(
                Interest(contact=person, name=name) for name in self.cleaned_data["interests"]
            )

    def _past(self, name: str) -> str:
        day: str = self.cleaned_data[name]
        refuse_future(day, self.instance.owner.today())
        return day


class BenefitsForm(forms.Form):
    """A tick and a note for each of the seven kinds; a note alone is a tick."""

    def __init__(self, data: Any = None, *, instance: Contact, prefix: str = "") -> None:
        super().__init__(data, prefix=prefix)
        self.person = instance
        self.had = {row.kind: row.note for row in instance.benefits.all()}
        for kind in BenefitKind:
            self.fields[kind.value] = forms.BooleanField(
                label=kind.label, required=False, initial=kind.value in self.had
            )
            self.fields[f"{kind.value}_note"] = forms.CharField(
                label=_("In what way: %(kind)s") % {"kind": kind.label},
                max_length=300,
                required=False,
                initial=self.had.get(kind.value, ""),
            )

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[kind.value], self[f"{kind.value}_note"]) for kind in BenefitKind]

    def save(self) -> None:
        wanted = {
            kind.value: self.cleaned_data[f"{kind.value}_note"]
            for kind in BenefitKind
            if self.cleaned_data[kind.value] or self.cleaned_data[f"{kind.value}_note"]
        }
        if wanted != self.had:
            self.person.benefits.all().delete()
            Benefit.objects.bulk_create(
                Benefit(contact=self.person, kind=kind, note=note) for kind, note in wanted.items()
            )
