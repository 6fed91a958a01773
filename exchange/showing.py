"""One card of an import in full: what a person gets, in the sections and words of their page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from contacts.drafts import AddressDraft, JobDraft
from contacts.kinds import Kind
from contacts.models import Contact, PostalAddress
from exchange import wording
from exchange.comparing import card_of, draft_of
from exchange.leaving import left_on
from exchange.leftovers import Leftovers
from exchange.models import ImportRow, Verdict
from exchange.weighing import State, Weighing

NAMES: Final = (
    *("prefix", "given", "additional", "family", "suffix", "nickname"),
    *("phonetic_given", "phonetic_family", "display_override"),
)
POINTS: Final = ("emails", "phones", "messengers", "links")
DAYS: Final = frozenset({"met_on", "deceased_on"})
KIND: Final = gettext_lazy("kind")
DIED: Final = gettext_lazy("died")
STARRED: Final = gettext_lazy("starred")
PICTURE: Final = gettext_lazy("a picture")


@dataclass(frozen=True, slots=True)
class Value:
    """`own` is what the user has written and what stays instead."""

    word: str
    text: str
    label: str = ""
    state: State = ""
    own: str = ""
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    values: list[Value]


@dataclass(frozen=True, slots=True)
class ShownCard:
    sections: list[Section]
    leftovers: list[Leftovers]
    shortened: list[str]


def shown_card(user: User, row: ImportRow, person: Contact | None) -> ShownCard:
    """`person` is whom the card is about, if known; their own values win."""
    weighing = Weighing(user, draft_of(row), person, row.verdict == Verdict.UPDATE)
    names = _once(_standing(weighing), _facts(weighing, *NAMES, "photo"), _tags(weighing))
    sections = [
        Section(_("Name"), names),
        Section(_("Work"), _once(_jobs(weighing))),
        Section(_("Reach"), _once(_points(weighing), _addresses(weighing))),
        Section(_("You and them"), _once(_facts(weighing, "how_met", "met_on"))),
        Section(_("Dates"), _once(_dates(weighing), _death(weighing))),
        Section(_("Notes"), _once(_facts(weighing, "notes"))),
    ]
    shortened = [wording.fact(name) for name in weighing.cut_short()]
    left = left_on(card_of(row), row.source, (row.card or {}).get("unplaced", ()))
    return ShownCard([section for section in sections if section.values], left, shortened)


def _once(*values: Iterator[Value]) -> list[Value]:
    """As a person gets them: what stands twice on the card comes once."""
    first: dict[tuple[str, str], Value] = {}
    for value in chain(*values):
        if key := value.text.strip().lower():
            first.setdefault((value.word, key), value)
    return list(first.values())


def _standing(weighing: Weighing) -> Iterator[Value]:
    """Said of whom is added; somebody known stays what they are, starred or not."""
    if weighing.person is None and weighing.draft.kind == Kind.OFFICE:
        yield Value(str(KIND), str(Kind.OFFICE.label))
    if weighing.person is None and weighing.draft.starred_at:
        yield Value(str(STARRED), _("yes"))


def _facts(weighing: Weighing, *names: str) -> Iterator[Value]:
    for name in names:
        if text := getattr(weighing.draft, name):
            state, own = weighing.fact(name)
            text = PICTURE if name == "photo" else text
            yield Value(wording.fact(name), str(text), state=state, own=own, is_day=name in DAYS)


def _death(weighing: Weighing) -> Iterator[Value]:
    """Without a readable day it still says that they died."""
    if weighing.draft.is_deceased:
        day = weighing.draft.deceased_on
        state, own = weighing.fact("deceased_on" if day else "is_deceased")
        yield Value(str(DIED), day or _("yes"), state=state, own=own, is_day=True)


def _items(weighing: Weighing, name: str) -> Iterator[tuple[Any, dict[str, Any]]]:
    """The values of a list with what all of them have in common."""
    for item in getattr(weighing.draft, name):
        state, own = weighing.item(name, item)
        yield item, {"word": wording.fact(name), "state": state, "own": own}


def _points(weighing: Weighing) -> Iterator[Value]:
    for name in POINTS:
        for point, common in _items(weighing, name):
            yield Value(text=point.value, label=point.label, **common)


def _addresses(weighing: Weighing) -> Iterator[Value]:
    for address, common in _items(weighing, "addresses"):
        yield Value(text=_place(address), label=address.label, **common)


def _place(address: AddressDraft) -> str:
    parts = ("street", "city", "region", "postal_code", "country")
    whole = str(PostalAddress(**{name: getattr(address, name) for name in parts}))
    return ", ".join(filter(None, (address.extended, whole, address.po_box)))


def _jobs(weighing: Weighing) -> Iterator[Value]:
    for job, common in _items(weighing, "jobs"):
        yield Value(text=_post(job), **common)


def _post(job: JobDraft) -> str:
    words = ", ".join(filter(None, (job.title, job.organisation)))
    return " · ".join(filter(None, (words, job.department)))


def _dates(weighing: Weighing) -> Iterator[Value]:
    for date, common in _items(weighing, "dates"):
        yield Value(text=date.day, is_day=True, **common | {"word": date.label})


def _tags(weighing: Weighing) -> Iterator[Value]:
    for tag, common in _items(weighing, "tags"):
        yield Value(text=tag, **common)
