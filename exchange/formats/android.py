"""X-ANDROID-CUSTOM: what Android's contacts had no vCard 2.1 property for.

`X-ANDROID-CUSTOM:vnd.android.cursor.item/<kind>;<value>;<type>;<label>;…` (VCardBuilder of AOSP).
"""

from dataclasses import replace
from typing import Final, Literal

from exchange.cards import Card, DatedFact, Labelled

from .content_lines import ContentLine
from .escaping import parts_of
from .vcard_families import dated
from .vcard_lines import CardLines

Field = Literal["nickname", "related", "birthday", "dates"]  # of a card
Found = tuple[ContentLine, Field, Labelled | DatedFact]
_KIND: Final = "vnd.android.cursor.item/"
# ContactsContract.CommonDataKinds.Relation.TYPE_*
_RELATIONS: Final = (
    "", "assistant", "brother", "child", "domestic partner", "father", "friend", "manager",
    "mother", "parent", "partner", "referred by", "relative", "sister", "spouse",
)  # fmt: skip
_BIRTHDAY: Final = "3"  # ContactsContract.CommonDataKinds.Event.TYPE_*
_EVENTS: Final = {"1": "anniversary", "2": "other"}


def facts(lines: CardLines) -> list[Found]:
    """What can be understood of these lines."""
    found = []
    for line in lines.named("X-ANDROID-CUSTOM"):
        kind, value, type_number, label, *_ = [*parts_of(line), "", "", "", ""]
        fact = _fact(kind.removeprefix(_KIND), value, type_number, label)
        if fact and value and kind.startswith(_KIND):
            found.append((line, *fact))
    return found


def with_custom_facts(lines: CardLines, card: Card) -> Card:
    for line, field, fact in facts(lines):
        richer = _with(card, field, fact)
        if richer != card:
            lines.claim(line)
        card = richer
    return card


def _fact(
    kind: str, value: str, type_number: str, label: str
) -> tuple[Field, Labelled | DatedFact] | None:
    if kind == "nickname":
        return "nickname", Labelled("", value)
    if kind == "relation":
        known = _RELATIONS[int(type_number)] if type_number in _NUMBERS else ""
        return "related", Labelled(label or known, value)
    if kind == "contact_event" and type_number == _BIRTHDAY:
        return "birthday", dated("birthday", value)
    if kind == "contact_event":
        return "dates", dated(label or _EVENTS.get(type_number, ""), value)
    return None


def _with(card: Card, field: Field, fact: Labelled | DatedFact) -> Card:
    if isinstance(fact, DatedFact):
        if field == "birthday":
            return card if card.birthday else replace(card, birthday=fact)
        return replace(card, dates=(*card.dates, fact))
    if field == "nickname":
        return replace(card, nickname=", ".join(filter(None, (card.nickname, fact.value))))
    return replace(card, related=(*card.related, fact))


_NUMBERS: Final = frozenset(str(number) for number in range(len(_RELATIONS)))
