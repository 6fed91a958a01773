"""The fields of a card that one property holds: who reads it, who writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from exchange.cards import Card

from . import android
from . import vcard_properties as properties
from . import vcard_reading as reading
from .content_lines import ContentLine
from .vcard_families import categories as read_categories
from .vcard_lines import CardLines
from .vcard_pen import Property


@dataclass(frozen=True, slots=True)
class Single:
    """`read` is only asked which lines it claims: these are the ones to be replaced."""

    fields: tuple[str, ...]
    read: Callable[[CardLines], object]
    written: Callable[[Card, str], list[Property]]

    def lines(self, source_lines: CardLines) -> list[ContentLine]:
        """The lines that hold these fields now, in their order."""
        fresh = source_lines.unclaimed()
        self.read(fresh)
        custom = [line for line, name, _ in android.facts(fresh) if name in self.fields]
        fresh.claim(*custom)
        return [line for line in fresh.lines if id(line) in fresh.claimed]


def _texts(*names: str) -> Callable[[CardLines], object]:
    return lambda lines: lines.first_text(*names)


def _claiming(*names: str) -> Callable[[CardLines], object]:
    return lambda lines: lines.claim(*lines.named(names))


ONE_JOB: Final = (
    Single(
        ("organisation", "department"),
        _claiming("ORG", "X-DEPARTMENT"),
        properties.organisation,
    ),
    Single(("title",), _claiming("TITLE"), properties.title),
)
ALL_JOBS: Final = Single(
    ("organisation", "department", "title", "further_jobs"),
    _claiming("ORG", "X-DEPARTMENT", "TITLE"),
    properties.jobs,
)
KIND: Final = Single(
    ("kind",), _claiming("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS"), properties.kind
)
# In the order in which a fresh card has them.
SINGLES: Final = (
    Single(("uid",), _texts("UID"), properties.uid),
    KIND,
    Single(("display_name",), _texts("FN"), properties.display_name),
    Single(
        ("prefix", "given", "additional", "family", "suffix"), reading.name_parts, properties.names
    ),
    Single(("nickname",), reading.nickname_of, properties.nickname),
    Single(("phonetic_given", "phonetic_family"), reading.phonetic_of, properties.phonetic_names),
    *ONE_JOB,
    Single(("role",), _texts("ROLE"), properties.role),
    Single(("birthday",), reading.birthday_of, properties.birthday),
    Single(("gender",), reading.gender_of, properties.gender),
    Single(("language",), _texts("LANG"), properties.language),
    Single(("categories",), read_categories, properties.categories),
    Single(("note",), reading.note_of, properties.note),
    Single(("how_met",), _texts("X-NETCRM-HOW-MET"), properties.how_met),
    Single(("connected_on",), _texts("X-NETCRM-CONNECTED-ON"), properties.connected_on),
    Single(("members",), reading.members_of, properties.members),
    Single(("photo",), reading.photo_in, properties.photo),
)


def singles_for(card: Card, before: Card, fields: frozenset[str]) -> list[Single]:
    """The ones that hold any of the changed fields; several jobs are only written together."""
    has_several = card.further_jobs or before.further_jobs
    if has_several and fields & set(ALL_JOBS.fields):
        others = [single for single in SINGLES if single not in ONE_JOB]
        return [ALL_JOBS, *(single for single in others if fields & set(single.fields))]
    return [single for single in SINGLES if fields & set(single.fields)]
