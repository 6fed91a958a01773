"""The form of a goal, which checks that it is specific, measurable, realistic and time-bound."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.filtering import PeopleFilter
from contacts.forms.fields import suggesting
from contacts.forms.person_field import PersonField, PersonWidget
from contacts.kinds import BenefitKind, Circle, Role, Seniority
from contacts.models import Contact, Tag
from goals.advising import Advice
from goals.checking import advice_on
from goals.describing import counted_words
from goals.hinting import advice_words
from goals.keeping import keep_goal
from goals.kinds import Counted
from goals.models import Aspiration, Goal
from goals.models.goal import RHYTHMS
from goals.narrowing import PEOPLE, idle
from goals.wording import asked_words
from interactions.forms.days import DayField
from interactions.kinds import Channel
from netcrm.lib.folding import fold

# Where the words of a required advice stand.
FIELD_OF = {
    "nothing_counted": "counts",
    "not_measurable": "wanted",
    "no_deadline": "due_on",
    "deadline_passed": "due_on",
}
PLAIN = (
    *("title", "aspiration", "rhythm", "starts_on", "due_on", "channel", "person"),
    *("target_strength", "next_step", "if_when", "then_what"),
)
STANDING = ("seniority", "industry", "place", "organisation")  # folded until one is chosen
MOST_YEARS = 20  # a page shows every week since the goal began
UIDS = ("person", "aspiration")
CHECKED_LATER = ("tag",)  # whose choices are the owner's own


def offering(known: str) -> dict[str, Any]:
    """A value typed while what is said of one's people already is offered."""
    widget = forms.TextInput(suggesting(known))
    return {"max_length": 200, "required": False, "widget": widget}


class GoalForm(forms.Form):
    title = forms.CharField(
        label=_("Goal"), max_length=200, widget=forms.TextInput({"autofocus": True})
    )
    counts = forms.ChoiceField(
        label=_("What counts"), choices=[("", _("Choose …")), *Counted.choices], required=False
    )
    wanted = forms.IntegerField(label=_("How many"), min_value=1, max_value=1000, required=False)
    rhythm = forms.ChoiceField(
        label=_("How often"), choices=[("", _("once, by a day")), *RHYTHMS], required=False
    )
    due_on = DayField(label=_("By"), required=False)
    starts_on = DayField(label=_("Counting from"), required=False)
    channel = forms.ChoiceField(
        label=_("Way of talking"), choices=[("", _("any")), *Channel.choices], required=False
    )
    role = forms.ChoiceField(
        label=_("Role to me"), choices=[("", _("anybody")), *Role.choices], required=False
    )
    tag = forms.ChoiceField(label=_("Tag"), required=False)
    circle = forms.ChoiceField(
        label=_("Circle"), choices=[("", _("any")), *Circle.choices], required=False
    )
    benefit = forms.ChoiceField(
        label=_("May bring"), choices=[("", _("anything")), *BenefitKind.choices], required=False
    )
    seniority = forms.ChoiceField(
        label=_("Seniority"), choices=[("", _("any")), *Seniority.choices], required=False
    )
    industry = forms.CharField(label=_("Industry"), **offering("industries"))
    place = forms.CharField(label=_("Place"), **offering("places"))
    organisation = forms.CharField(label=_("Organisation"), **offering("organisations"))
    q = forms.CharField(
        label=_("People found by"), max_length=300, required=False,
        help_text=_("As in the search: climate, or company:Lumen."),
    )  # fmt: skip
    person = PersonField(label=_("With whom"))
    target_strength = forms.IntegerField(
        label=_("Strength to reach"),
        required=False,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    aspiration = forms.ModelChoiceField(
        label=_("For which aspiration"),
        queryset=Aspiration.objects.none(),
        required=False,
        empty_label=_("none"),
        to_field_name="uid",
    )
    next_step = forms.CharField(label=_("The next step"), max_length=200, required=False)
    if_when = forms.CharField(label=_("If"), max_length=200, required=False)
    then_what = forms.CharField(label=_("then"), max_length=200, required=False)
    remind_weekday = forms.TypedChoiceField(
        label=_("Remind me on"),
        choices=[("", _("no day")), *WEEKDAYS.items()],
        coerce=int,
        empty_value=None,
        required=False,
    )
    marks_optional = False

    def __init__(
        self,
        user: User,
        sent: QueryDict | None = None,
        goal: Goal | None = None,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        self.user, self.today = user, user.today()
        self.left_out: list[str] = []
        self.goal = goal or Goal(owner=user, starts_on=self.today)
        known = _initial(goal) if goal else {"starts_on": self.today, **(given or {})}
        super().__init__(sent, initial=known)
        active = Aspiration.objects.of(user).active()
        kept = Aspiration.objects.of(user).filter(goals=self.goal.pk) if goal else active
        self._field("aspiration").queryset = (active | kept).distinct()
        self._field("tag").choices = [("", _("any")), *self._tags(known.get("tag", ""))]
        self._choose_person(known.get("person"))

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def _tags(self, chosen: str) -> list[tuple[str, str]]:
        """Those there are, and the one chosen, which perhaps nobody carries yet."""
        tags = list(Tag.objects.of(self.user).order_by("slug").values_list("slug", "name"))
        is_known = not chosen or chosen in dict(tags)
        return tags if is_known else [*tags, (chosen, chosen)]

    def _choose_person(self, chosen: Any) -> None:
        """Whom the goal is about already stays, though they may be in the trash."""
        people = Contact.objects.of(self.user).living()
        own = self.goal.person
        is_own = own is not None and str(own.uid) == str(chosen)
        person = own if is_own else people.filter(uid=chosen).first() if chosen else None
        field = self._field("person")
        field.start_with(self.user, person)
        if isinstance(field.widget, PersonWidget):
            field.widget.label = _("With whom")

    def clean(self) -> dict[str, Any]:
        facts = self.cleaned_data
        self.left_out = idle(facts)
        facts |= dict.fromkeys(self.left_out)
        starts, due = facts.get("starts_on"), facts.get("due_on")
        if starts and starts.year < self.today.year - MOST_YEARS:
            words = _("Look at the year: a goal looks back on %(years)s years at most.")
            self.add_error("starts_on", words % {"years": MOST_YEARS})
        if starts and due and due < starts:
            self.add_error("due_on", _("This is before the goal begins."))
        for advice in self.advice(facts):
            field = self._mended_at(advice)
            if advice.is_required and not self.errors.get(field):
                self.add_error(field, advice_words(advice, self.user.date_format))
        return facts

    def _mended_at(self, advice: Advice) -> str:
        if advice.code == "not_measurable" and self.cleaned_data.get("counts") == Counted.STRENGTH:
            return "target_strength"
        return FIELD_OF.get(advice.code, "")

    @property
    def left_out_words(self) -> str:
        """What was answered and does not fit what counts; empty where everything does."""
        names = ", ".join(str(self.fields[name].label) for name in self.left_out)
        words = _("Left out, since it changes nothing about what counts: %(names)s.")
        return words % {"names": names} if names else ""

    @property
    def people_boxes(self) -> list[forms.BoundField]:
        return [self[name] for name in PEOPLE if name != "q" and name not in STANDING]

    @property
    def standing_boxes(self) -> list[forms.BoundField]:
        return [self[name] for name in STANDING]

    @property
    def is_standing_asked_for(self) -> bool:
        return any(box.value() for box in self.standing_boxes)

    def advice(self, facts: Mapping[str, Any]) -> list[Advice]:
        return advice_on(self.drawn(facts), self.today)

    @property
    def hints(self) -> list[Advice]:
        """What would make it better, beside what it cannot do without."""
        facts = self.cleaned_data if self.is_bound else self._given
        has_begun = self.is_bound or self.goal.pk is not None
        advice = [each for each in self.advice(facts) if not each.is_required]
        return [each for each in advice if has_begun or not each.is_wanting]

    @property
    def summary(self) -> str:
        """What was sent, as the page of the goal will say it; empty while something is missing."""
        if not self.is_bound or not self.is_valid():
            return ""
        goal = self.drawn(self.cleaned_data)
        return f"{counted_words(goal)}: {asked_words(goal)}"

    @property
    def _given(self) -> dict[str, Any]:
        """What the form opens with, as if it had been sent."""
        fields = self.fields.items()
        found = {name: self.get_initial_for_field(field, name) for name, field in fields}
        found["person"] = getattr(self._field("person").widget, "chosen", None)
        serving = self._field("aspiration").queryset
        found["aspiration"] = serving.filter(uid=found["aspiration"] or None).first()
        return found

    def drawn(self, facts: Mapping[str, Any]) -> Goal:
        """The goal as the form holds it, not stored; what is missing is left empty."""
        goal = self.goal
        for name in PLAIN:
            setattr(goal, name, facts.get(name) or _nothing(name))
        goal.counts = facts.get("counts") or ""
        goal.wanted = facts.get("wanted") or (1 if goal.counts == Counted.STRENGTH else 0)
        goal.starts_on = facts.get("starts_on") or self.today
        goal.remind_weekday = facts.get("remind_weekday")
        if goal.rhythm:
            goal.due_on = None
        goal.people = PeopleFilter.read(
            {name: str(facts.get(name) or "") for name in PEOPLE}
        ).parameters
        return goal

    def save(self) -> Goal:
        return keep_goal(self.drawn(self.cleaned_data))


def _nothing(name: str) -> Any:
    empty = {"title", "rhythm", "channel", "next_step", "if_when", "then_what"}
    return "" if name in empty else None


def _initial(goal: Goal) -> dict[str, Any]:
    known: dict[str, Any] = {name: getattr(goal, name) for name in PLAIN}
    wanted = None if goal.counts == Counted.STRENGTH else goal.wanted
    known |= {"counts": goal.counts, "wanted": wanted, "remind_weekday": goal.remind_weekday}
    known |= {name: goal.people.get(name, "") for name in PEOPLE}
    known["person"] = str(goal.person.uid) if goal.person else ""
    known["aspiration"] = goal.aspiration.uid if goal.aspiration else None
    return known


def given_in(address: QueryDict) -> dict[str, Any]:
    """What an address says of a goal to be made, as the pages that propose one write it."""
    given: dict[str, Any] = {}
    for name, field in GoalForm.base_fields.items():
        with suppress(ValidationError):
            if name in UIDS:
                given[name] = forms.UUIDField(required=False).clean(address.get(name))
            elif name not in CHECKED_LATER:
                given[name] = field.clean(address.get(name, ""))
            else:
                given[name] = fold(address.get(name, "").replace("\0", ""))[:100]
    return {name: value for name, value in given.items() if value}
