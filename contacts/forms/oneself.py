"""What one is oneself: industry, seniority, place and where one works."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.forms.facts import OwnWorkForm
from contacts.forms.fields import suggesting
from contacts.models import Contact, Job
from contacts.registering import organisation_key, register_organisations
from contacts.selves import self_of


class OneselfForm(OwnWorkForm):
    organisation = forms.CharField(
        label=_("Organisation"),
        max_length=300,
        required=False,
        widget=forms.TextInput(suggesting("organisations")),
    )

    class Meta(OwnWorkForm.Meta):
        help_texts = {"place": _("City or region.")}
        widgets = {
            "industry": forms.TextInput(suggesting("industries")),
            "place": forms.TextInput(suggesting("places")),
        }

    def __init__(self, user: User, *args: Any, **facts: Any) -> None:
        """Nothing is written yet: before one has said anything there is no row of oneself."""
        self.user = user
        mine = Contact.objects.of(user).filter(is_self=True).first() or Contact(owner=user)
        work = mine.jobs.filter(is_current=True).first() if mine.pk else None
        named = work.organisation.name if work and work.organisation else ""
        super().__init__(*args, instance=mine, initial={"organisation": named}, **facts)

    def save(self, commit: bool = True) -> Contact:
        """Inside the transaction of the caller."""
        mine = self_of(self.user)
        for name in OwnWorkForm.Meta.fields:
            setattr(mine, name, self.cleaned_data[name])
        self.instance = mine
        self._work_at(mine, self.cleaned_data["organisation"])
        return super().save(commit)

    def _work_at(self, mine: Contact, name: str) -> None:
        """A single current job; what was noted of it besides stays as long as the place does."""
        ids = register_organisations(self.user, [name])
        here = ids.get(organisation_key(name))
        current = mine.jobs.filter(is_current=True)
        if here is None or not current.filter(organisation=here).exists():
            current.delete()
            if here is not None:
                Job.objects.create(contact=mine, organisation_id=here)
