"""The boxes above the list of people, from which its filter is chosen."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from accounts.models import User
from contacts.filtering import LAST, NAME, STRENGTH, PeopleFilter
from contacts.kinds import BenefitKind, Circle, Role, Seniority
from contacts.models import Tag
from contacts.queries import NEVER, NO_CIRCLE
from netcrm.lib.prepared import prepared

Choice = tuple[str, str]


class Box(NamedTuple):
    name: str
    label: str
    options: SafeString
    is_chosen: bool


def boxes(user: User, wanted: PeopleFilter) -> Iterator[Box]:
    yield _fixed_box("circle", wanted.circle, get_language())
    yield _box("tag", _("Tag"), _tags(user), wanted.tag)
    yield _fixed_box("band", wanted.band, get_language())
    yield _fixed_box("last", wanted.last, get_language())
    yield _fixed_box("role", wanted.role, get_language())


@prepared
def _tags(user: User) -> QuerySet[Tag, tuple[str, str]]:
    return Tag.objects.of(user).order_by("slug").values_list("slug", "name")


class TextBox(NamedTuple):
    """One value is typed, of many that are known: they are offered from `known_url`."""

    name: str
    label: str
    value: str
    known_url: str


class More(NamedTuple):
    """What is asked for more seldom, folded away until it is."""

    boxes: list[Box]
    texts: list[TextBox]

    @property
    def chosen(self) -> int:
        return sum(box.is_chosen for box in self.boxes) + sum(bool(t.value) for t in self.texts)


def more(wanted: PeopleFilter) -> More:
    language = get_language()
    return More(
        [
            _fixed_box("seniority", wanted.seniority, language),
            _fixed_box("benefit", wanted.benefit, language),
        ],
        [
            _text_box("industry", _("Industry"), wanted.industry, "industries"),
            _text_box("place", _("Place"), wanted.place, "places"),
            _text_box("organisation", _("Organisation"), wanted.organisation, "organisations"),
        ],
    )


def _text_box(name: str, label: str, value: str, known: str) -> TextBox:
    return TextBox(name, label, value, reverse(f"contacts:suggest_{known}"))


@lru_cache(maxsize=512)
def _fixed_box(name: str, chosen: str, _language: str | None) -> Box:
    """A box whose choices are the same for everybody, drawn once a language."""
    label, choices = {
        "circle": (_("Circle"), [*_choices(Circle.choices), (NO_CIRCLE, _("None yet"))]),
        "band": (_("Strength"), bands()),
        "last": (_("Last contact"), lasts()),
        "role": (_("Role to me"), _choices(Role.choices)),
        "benefit": (_("May bring"), _choices(BenefitKind.choices)),
        "seniority": (_("Seniority"), _choices(Seniority.choices)),
    }[name]
    return _box(name, label, choices, chosen)


def sort_box(wanted: PeopleFilter) -> Box:
    """The order, for narrow screens, where the table has no head to press."""
    return Box("sort", _("Order"), _options(sorts(), wanted.sort), is_chosen=False)


def tag_choices(user: User) -> SafeString:
    names = Tag.objects.of(user).order_by("slug").values_list("name", flat=True)
    return _options([(name, "") for name in names], chosen="")


def bands() -> list[Choice]:
    return [
        ("core", pgettext("strength", "core")),
        ("strong", pgettext("strength", "strong")),
        ("moderate", pgettext("strength", "moderate")),
        ("weak", pgettext("strength", "weak")),
        ("faint", pgettext("strength", "faint")),
    ]


def lasts() -> list[Choice]:
    return [
        ("<30", _("Within 30 days")),
        (">30", _("Over 30 days ago")),
        (">90", _("Over 3 months ago")),
        (">182", _("Over half a year ago")),
        (">365", _("Over a year ago")),
        (NEVER, _("Not known")),
    ]


def sorts() -> list[Choice]:
    return [
        ("", _("Usual order")),
        (STRENGTH, _("Strongest first")),
        (f"-{STRENGTH}", _("Weakest first")),
        (NAME, _("Family name")),
        (f"-{NAME}", _("Family name, backwards")),
        (LAST, _("Latest contact first")),
        (f"-{LAST}", _("Longest ago first")),
    ]


def _choices(choices: Iterable[tuple[str, object]]) -> list[Choice]:
    return [(value, str(label)) for value, label in choices]


def _box(name: str, label: str, choices: Iterable[Choice], chosen: str) -> Box:
    return Box(name, label, _options([("", label), *choices], chosen), bool(chosen))


def _options(choices: Iterable[Choice], chosen: str) -> SafeString:
    """One text: an owner may have hundreds of tags, and a loop in a template is slow."""
    parts = [
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>'
        f"{escape(label)}</option>"
        for value, label in choices
    ]
    return mark_safe("".join(parts))  # noqa: S308 - values and labels are escaped
