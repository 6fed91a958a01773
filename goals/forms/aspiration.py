"""The forms of an aspiration, of the questions that propose needs, and of a need."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.forms.person_field import PersonField, PersonWidget
from contacts.kinds import BenefitKind, Role, Seniority
from goals.fitting import known_values
from goals.guiding import GUIDE, Question
from goals.keeping import add_needs, keep_aspiration, keep_need
from goals.kinds import AspirationKind, Sought
from goals.models import Aspiration, Need
from interactions.forms.days import DayField
from netcrm.lib.folding import fold

CLOSED: dict[str, list[tuple[str, str | Promise]]] = {
    Sought.ROLE: list(Role.choices),
    Sought.SENIORITY: list(Seniority.choices),
}
LONGEST = 200  # letters of one value
IMPORTANCES = [(3, _("high")), (2, _("medium")), (1, _("low"))]


class AspirationForm(forms.Form):
    title = forms.CharField(
        label=_("What do you want?"),
        max_length=200,
        help_text=_("Such as: be heading a climate team."),
        widget=forms.TextInput({"autofocus": True}),
    )
    kind = forms.ChoiceField(
        label=_("What kind of wish is it?"), choices=AspirationKind.choices,
        widget=forms.RadioSelect,
    )  # fmt: skip
    why = forms.CharField(
        label=_("Why?"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        validators=[MaxLengthValidator(10_000)],
    )
    horizon_on = DayField(label=_("By when?"), required=False)

    def save(self, aspiration: Aspiration) -> Aspiration:
        for name, value in self.cleaned_data.items():
            setattr(aspiration, name, value)
        return keep_aspiration(aspiration)


class SoughtField(forms.CharField):
    """Free words with what is known to choose from."""

    def __init__(self, user: User, sought: str, **facts: Any) -> None:
        super().__init__(
            **{"required": False, "max_length": 1000, "validators": [check_lengths], **facts}
        )
        self.known = known_values(user, sought)
        self.widget.attrs |= {"list": f"known-{sought}", "autocomplete": "off"}


def parts(text: str) -> list[str]:
    """What stands between the commas."""
    return [part for each in text.split(",") if (part := " ".join(each.split()))]


def check_lengths(text: str) -> None:
    if any(len(part) > LONGEST for part in parts(text)):
        raise ValidationError(
            _("At most %(most)s letters each; put commas between several."),
            params={"most": LONGEST},
        )


def _field(user: User, sought: str, **facts: Any) -> forms.Field:
    if sought in CLOSED:
        return forms.ChoiceField(choices=[("", "—"), *CLOSED[sought]], required=False, **facts)
    if sought == Sought.PERSON:
        field = PersonField(**facts)
        field.start_with(user, None)
        if isinstance(field.widget, PersonWidget):
            field.widget.label = facts["label"]
        return field
    return SoughtField(user, sought, **facts)


class GuideForm(forms.Form):
    """The questions of this kind of aspiration; each may stay without an answer."""

    marks_optional = False

    def __init__(self, aspiration: Aspiration, sent: QueryDict | None = None) -> None:
        super().__init__(sent)
        self.aspiration = aspiration
        self.questions = GUIDE[aspiration.kind]
        for number, question in enumerate(self.questions):
            name = f"answer_{number}"
            self.fields[name] = _field(aspiration.owner, question.sought, label=question.words)

    @property
    def lists(self) -> dict[str, list[str]]:
        """Values to choose from while typing, by what is sought; each list once on the page."""
        asked = zip(self.questions, self.fields.values(), strict=True)
        return {q.sought: field.known for q, field in asked if isinstance(field, SoughtField)}

    @transaction.atomic
    def save(self) -> list[Need]:
        """A need for each answer that is not one already."""
        known = {_key(need) for need in self.aspiration.needs.all()}
        proposed = [
            need
            for number, question in enumerate(self.questions)
            for need in self._needs(question, self.cleaned_data[f"answer_{number}"])
        ]
        new = list({_key(need): need for need in proposed if _key(need) not in known}.values())
        return add_needs(self.aspiration, new)

    def _needs(self, question: Question, answer: Any) -> list[Need]:
        facts = {
            "owner": self.aspiration.owner,
            "aspiration": self.aspiration,
            "sought": question.sought,
            "benefit": question.benefit,
        }
        if question.sought == Sought.PERSON:
            return [Need(person=answer, **facts)] if answer else []
        return [Need(value=value, **facts) for value in parts(str(answer or ""))]


def _key(need: Need) -> tuple[str, str, object, str]:
    return need.sought, fold(need.value), need.person_id, need.benefit


class NeedForm(forms.Form):
    """One need, changed where it stands; what people are sought by stays."""

    benefit = forms.ChoiceField(label=_("Who bring"), choices=BenefitKind.choices)
    importance = forms.TypedChoiceField(label=_("Importance"), choices=IMPORTANCES, coerce=int)
    wanted = forms.FloatField(
        label=_("How many would be enough"),
        min_value=0.5,
        max_value=50,
        required=False,
        help_text=_("Empty: what is usual for such a need."),
    )
    is_less_digital = forms.BooleanField(
        label=_("This industry is not very digital"),
        required=False,
        help_text=_("Opportunities and insight come from closer ties there."),
    )
    marks_optional = False

    def __init__(self, need: Need, sent: QueryDict | None = None) -> None:
        names = ("value", "benefit", "importance", "wanted", "is_less_digital")
        super().__init__(sent, initial={name: getattr(need, name) for name in names})
        self.need = need
        if need.sought != Sought.INDUSTRY:
            del self.fields["is_less_digital"]
        if need.sought != Sought.PERSON:
            field = _field(need.owner, need.sought, label=need.get_sought_display())
            field.required = True
            field.validators.append(MaxLengthValidator(LONGEST))  # one value, whatever its commas
            self.fields["value"] = field
            self.order_fields(["value"])

    @property
    def lists(self) -> dict[str, list[str]]:
        field = self.fields.get("value")
        return {self.need.sought: field.known} if isinstance(field, SoughtField) else {}

    def save(self) -> None:
        for name, value in self.cleaned_data.items():
            setattr(self.need, name, value)
        keep_need(self.need)
