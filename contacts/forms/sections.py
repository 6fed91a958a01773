"""The parts of a person page that are edited where they stand, and the forms of each."""

from typing import Any

from django.forms import BaseForm
from django.forms.formsets import BaseFormSet
from django.http import QueryDict

from contacts.forms import facts, rows
from contacts.forms.bond import BenefitsForm, BondForm
from contacts.models import Contact

Form = BaseForm | BaseFormSet[Any]

# The name of a section is its DOM id, its template partial and the last word of its address.
SECTIONS: dict[str, dict[str, Any]] = {
    "head": {"naming": facts.NameForm},
    "work": {"jobs": rows.Jobs, "own": facts.OwnWorkForm},
    "reach": {
        "emails": rows.Emails,
        "phones": rows.Phones,
        "links": rows.Links,
        "messengers": rows.Messengers,
        "addresses": rows.Addresses,
    },
    "bond": {"bond": BondForm, "benefits": BenefitsForm},
    "dates": {"dates": rows.Dates, "life": facts.LifeForm},
    "notes": {"notes": facts.NotesForm},
}


class Section:
    """One section of one person, empty or as it was sent."""

    def __init__(self, name: str, person: Contact, sent: QueryDict | None = None) -> None:
        self.name = name
        self.forms: dict[str, Form] = {
            prefix: form(sent, instance=person, prefix=prefix)
            for prefix, form in SECTIONS[name].items()
        }

    def is_valid(self) -> bool:
        """Every form is asked, so that all mistakes are shown at once."""
        wrong = [form for form in self.forms.values() if not form.is_valid()]
        return not wrong

    def save(self) -> None:
        for form in self.forms.values():
            form.save()  # type: ignore[union-attr] # every form of SECTIONS has it

    def grow(self, name: str) -> None:
        """Let the focus go to the last row of this list."""
        form = self.forms.get(name)
        if isinstance(form, rows.RowFormSet):
            form.has_grown = True


def with_another_row(sent: QueryDict, name: str, section: str) -> QueryDict:
    """`sent` as if the list `name` had been drawn with one more empty row."""
    longer = sent.copy()
    count = longer.get(f"{name}-TOTAL_FORMS", "")
    if name in SECTIONS[section] and count.isdecimal() and int(count[:4]) < rows.MOST_ROWS:
        longer[f"{name}-TOTAL_FORMS"] = str(int(count[:4]) + 1)
    return longer
