"""Lists of a person as rows of a form: emptying a row takes it away, a spare row adds one."""

from typing import Any, cast

from django import forms
from django.core.validators import validate_email
from django.db import models
from django.forms.models import BaseInlineFormSet, inlineformset_factory
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.forms.fields import PartialDateField, ends_before, suggesting
from contacts.models import (
    Contact,
    Email,
    ImportantDate,
    Job,
    Link,
    Messenger,
    Phone,
    PostalAddress,
)
from contacts.registering import organisation_key, register_organisations

MOST_ROWS = 300
# The datalist of a label, and what is written in it while it is empty.
LABELS_KNOWN = ("labels-known", _("work, home …"))
DAYS_KNOWN = ("dates-known", _("birthday …"))


class RowForm(forms.ModelForm[Any]):
    # A row in which all of these are empty goes.
    VALUES: tuple[str, ...] = ()

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for name in self.VALUES:
            self.fields[name].required = False
        if "label" in self.fields:
            is_day = self._meta.model is ImportantDate
            known, hint = DAYS_KNOWN if is_day else LABELS_KNOWN
            self.fields["label"].widget.attrs.update(list=known, placeholder=hint)

    def value(self) -> tuple[str, ...]:
        """What makes this row another one than the next."""
        answers = getattr(self, "cleaned_data", {})
        names = (*self.VALUES, "started", "ended")
        return tuple(str(answers.get(name) or "").casefold() for name in names)

    def is_emptied(self) -> bool:
        answers = getattr(self, "cleaned_data", {})
        return not any(answers.get(name) or name in self.errors for name in self.VALUES)


class RowFormSet(BaseInlineFormSet[Any, Contact, RowForm]):
    has_grown = False  # by the row for which the user has just asked

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        if not self.is_bound and self.initial_form_count():
            self.extra = 0  # the spare row is for who has none yet; a button adds others

    def add_fields(self, form: RowForm, index: int | None) -> None:
        """No box for deleting: an emptied row is deleted."""
        super().add_fields(form, index)
        form.fields.pop("DELETE", None)

    def _should_delete_form(self, form: RowForm) -> bool:
        return form.is_emptied()

    def clean(self) -> None:
        """The same email or job is wanted once; one that stands twice already may stay."""
        seen = set()
        for form in self.forms:
            value = form.value()
            if value in seen and form.has_changed() and not form.is_emptied():
                form.add_error(form.VALUES[0], gettext("This is written twice."))
            seen.add(value)

    def save(self, commit: bool = True) -> list[Any]:
        """One of them is preferred at most: the one that was ticked just now."""
        saved = super().save(commit)
        ticked = [
            form.instance.pk
            for form in self.forms
            if "is_preferred" in form.changed_data and form.cleaned_data.get("is_preferred")
        ]
        if ticked:
            self.get_queryset().exclude(pk=ticked[-1]).update(is_preferred=False)
        return saved


class EmailForm(RowForm):
    VALUES = ("address",)

    class Meta:
        model = Email
        fields = ["address", "label", "is_preferred"]
        widgets = {
            "address": forms.TextInput(
                attrs={"inputmode": "email", "placeholder": _("Email"), "autocomplete": "off"}
            )
        }

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        # One that an old card brought stays as it is until somebody changes it.
        if address and "address" in self.changed_data:
            validate_email(address)
        return address


class PhoneForm(RowForm):
    VALUES = ("number",)

    class Meta:
        model = Phone
        fields = ["number", "label", "is_preferred"]
        widgets = {
            "number": forms.TextInput(
                attrs={"inputmode": "tel", "placeholder": _("Phone"), "autocomplete": "off"}
            )
        }

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        number = answers.get("number", "")
        if number and "number" in self.changed_data and not any(map(str.isdecimal, number)):
            self.add_error("number", gettext("A phone number has digits."))
        return answers

    def save(self, commit: bool = True) -> Phone:
        phone: Phone = self.instance
        phone.settle()
        super().save(commit)
        return phone


class LinkForm(RowForm):
    VALUES = ("url",)

    class Meta:
        model = Link
        fields = ["url", "label", "is_preferred"]
        widgets = {
            "url": forms.TextInput(
                attrs={"inputmode": "url", "placeholder": _("https://…"), "autocomplete": "off"}
            )
        }


class MessengerForm(RowForm):
    VALUES = ("handle",)

    class Meta:
        model = Messenger
        fields = ["handle", "label", "is_preferred"]


class AddressForm(RowForm):
    VALUES = ("street", "extended", "po_box", "postal_code", "city", "region", "country")

    class Meta:
        model = PostalAddress
        fields = [
            *("street", "extended", "postal_code", "city", "region", "country", "po_box"),
            *("label", "is_preferred"),
        ]
        widgets = {"street": forms.TextInput}


class DateForm(RowForm):
    VALUES = ("label", "day")
    label = forms.CharField(label=_("What"), max_length=100)
    day = PartialDateField(label=_("When"))

    class Meta:
        model = ImportantDate
        fields = ["label", "day"]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("label") and not answers.get("day") and "day" not in self.errors:
            self.add_error("day", gettext("When is it?"))
        if answers.get("day") and not answers.get("label"):
            self.add_error("label", gettext("What day is it? A birthday, an anniversary …"))
        return answers


class JobForm(RowForm):
    VALUES = ("company", "title", "department")
    company = forms.CharField(
        label=_("Organisation"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs=suggesting("organisations")),
    )
    started = PartialDateField(label=_("From"))
    ended = PartialDateField(label=_("To"))

    class Meta:
        model = Job
        fields = ["title", "company", "department", "started", "ended", "is_current"]

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        job: Job = self.instance
        if job.organisation:
            self.initial["company"] = job.organisation.name

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if ends_before(answers.get("ended") or "", answers.get("started") or ""):
            self.add_error("ended", gettext("A job cannot end before it starts."))
        return answers


class JobFormSet(RowFormSet):
    def __init__(self, *args: Any, **facts: Any) -> None:
        jobs = Job.objects.select_related("organisation")
        super().__init__(*args, **{"queryset": jobs, **facts})

    def save(self, commit: bool = True) -> list[Any]:
        """Organisations are made as they are named, whatever the case and accents."""
        kept = [form for form in self.forms if form.cleaned_data and not form.is_emptied()]
        names = [form.cleaned_data["company"] for form in kept]
        known = register_organisations(self.instance.owner, names)
        for form in kept:
            job: Job = form.instance
            job.organisation_id = known.get(organisation_key(form.cleaned_data["company"]))
            job.is_current = job.is_current and not job.ended
        return super().save(commit)


def _rows(
    model: type[models.Model], form: type[RowForm], spare: int, base: type[RowFormSet] = RowFormSet
) -> type[RowFormSet]:
    made = inlineformset_factory(
        Contact,
        model,
        form=form,
        formset=base,
        extra=spare,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
    )
    return cast(type[RowFormSet], made)


Emails = _rows(Email, EmailForm, 1)
Phones = _rows(Phone, PhoneForm, 1)
Links = _rows(Link, LinkForm, 1)
Messengers = _rows(Messenger, MessengerForm, 1)
Addresses = _rows(PostalAddress, AddressForm, 1)
Dates = _rows(ImportantDate, DateForm, 1)
Jobs = _rows(Job, JobForm, 1, JobFormSet)
