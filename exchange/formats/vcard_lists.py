"""Changes to what a person has several of, line by line: a phone edited, one added, one gone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from exchange.cards import DatedFact, Labelled, PostalAddress

from . import android, vcard_families
from . import vcard_properties as properties
from .content_lines import ContentLine
from .vcard_families import DATES, MESSENGERS, RELATIONS
from .vcard_labels import SILENT_WORDS, preference_of, type_words
from .vcard_lines import CardLines
from .vcard_pen import Pen, Property
from .vcard_rendering import escaped, typed

Item = Labelled | PostalAddress | DatedFact
Pair = tuple[ContentLine, Item]
# The label of these is their name or their scheme: another label needs another line.
_SELF_LABELLED: Final = (
    {"IMPP"}
    | MESSENGERS.keys()
    | RELATIONS.keys()
    | {name for name, label in DATES.items() if label}
)
# Their value has another shape than that of the standard property that takes over.
_NEVER_EDITED: Final = frozenset({"X-ANDROID-CUSTOM", "LABEL"})


@dataclass(frozen=True, slots=True)
class ListFamily:
    """`read` gives each item with its line; `written` makes a line for a new one."""

    field: str
    read: Callable[[CardLines], Sequence[tuple[ContentLine, Any]]]
    written: Callable[[Any, str], Property]

    def pairs(self, lines: CardLines) -> list[Pair]:
        custom = [(line, fact) for line, name, fact in android.facts(lines) if name == self.field]
        return [*self.read(lines), *custom]


LISTS: Final = (
    ListFamily("emails", vcard_families.emails, properties.email),
    ListFamily("phones", vcard_families.phones, properties.phone),
    ListFamily("links", vcard_families.links, properties.link),
    ListFamily("messengers", vcard_families.messengers, properties.messenger),
    ListFamily("addresses", vcard_families.addresses, properties.address),
    ListFamily("related", vcard_families.related, properties.relation),
    ListFamily("dates", vcard_families.dates, properties.dated_fact),
)


@dataclass(frozen=True, slots=True)
class Matched:
    """What becomes of each line, in their order (`None`: it goes), and what is new."""

    kept: list[tuple[ContentLine, Item, Item | None]]
    added: list[Item]


def match(pairs: list[Pair], wanted: Sequence[Item]) -> Matched:
    """Equal items first, then those that only change their label, then their value."""
    left, open_places = list(wanted), list(range(len(pairs)))
    chosen: dict[int, Item | None] = dict.fromkeys(open_places)
    for same in (_is_equal, _says_the_same, _has_the_same_label):
        for place in list(open_places):
            found = next((item for item in left if same(pairs[place][1], item)), None)
            if found is None:
                continue
            chosen[place] = found
            open_places.remove(place)
            twins = [other for other in open_places if pairs[other][1] == found]
            if same is not _is_equal or not twins:
                left.remove(found)
    return Matched([(*pair, chosen[place]) for place, pair in enumerate(pairs)], left)


@dataclass(frozen=True, slots=True)
class Change:
    """`was_preferred`: whether the line has to be read as claiming so, heard or not."""

    old: Item
    new: Item
    was_preferred: bool


def edited(line: ContentLine, change: Change, written: Property, pen: Pen) -> str | None:
    """The line with what changed in it and no more; `None` when it must be written anew.

    Where the label changed, the text brings its own X-ABLabel if it needs one.
    """
    old, new = change.old, change.new
    is_same_label = old.label == new.label
    is_self_labelled = bool({line.name, written.name} & _SELF_LABELLED)
    if line.name in _NEVER_EDITED or (is_self_labelled and not is_same_label):
        return None
    if isinstance(new, Labelled) and line.name in MESSENGERS:
        # X-ICQ and its like hold the bare name, IMPP a scheme too.
        written = replace(written, value=escaped(new.value, pen.dialect))
    if is_same_label and change.was_preferred == is_preferred(new):
        return pen.with_new_value(line, written)
    loud = [word for word in line.types if word not in SILENT_WORDS]
    words = loud if is_same_label else list(type_words(new.label) or ())
    silent = [word for word in line.types if word in SILENT_WORDS and word != "pref"]
    others = [given for given in line.parameters if given.name not in {"TYPE", "PREF"}]
    said = typed((*words, *silent), pen.dialect, is_preferred=is_preferred(new))
    label = "" if is_same_label else written.label
    changed = replace(
        line,
        parameters=(*others, *said),
        group=line.group or (pen.new_group() if label else ""),
    )
    value = None if _says_the_same(old, new) else written
    return pen.rewritten(changed, value) + (pen.label_text(changed.group, label) if label else "")


def is_preferred(item: Item) -> bool:
    return not isinstance(item, DatedFact) and item.is_preferred


def claims_preference(line: ContentLine) -> bool:
    """Whether the line calls itself preferred, heard or not."""
    return preference_of(line) <= 100


def _is_equal(one: Item, other: Item) -> bool:
    return one == other


def _says_the_same(one: Item, other: Item) -> bool:
    return _bare(one) == _bare(other)


def _has_the_same_label(one: Item, other: Item) -> bool:
    return one.label == other.label


def _bare(item: Item) -> Item:
    if isinstance(item, DatedFact):
        return replace(item, label="")
    return replace(item, label="", is_preferred=False)
