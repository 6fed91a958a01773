"""Whom a relationship is to be with, where nobody was named before."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.forms.person_field import PersonField, PersonWidget
from contacts.models import Contact


class ChoosingForm(forms.Form):
    person = PersonField(label=_("With whom"))
    marks_optional = False

    def __init__(self, user: User, sent: QueryDict | None = None) -> None:
        super().__init__(sent)
        field = self.fields["person"]
        if isinstance(field, PersonField):
            field.start_with(user, None)
        if isinstance(field.widget, PersonWidget):
            field.widget.label = _("With whom")

    def clean_person(self) -> Contact:
        person: Contact | None = self.cleaned_data["person"]
        if person is None:
            raise forms.ValidationError(_("Choose or name somebody."))
        return person
