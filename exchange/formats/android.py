"""X-ANDROID-CUSTOM: what Android's contacts had no vCard 2.1 property for.

`X-ANDROID-CUSTOM:vnd.android.cursor.item/<kind>;<value>;<type>;<label>;…` (VCardBuilder of AOSP).
"""

from dataclasses import replace
from typing import Final

from exchange.cards import Card, Labelled

from .escaping import parts_of
from .vcard_families import dated
from .vcard_lines import CardLines

_KIND: Final = "vnd.android.cursor.item/"
# ContactsContract.CommonDataKinds.Relation.TYPE_*
_RELATIONS: Final = (
    "", "assistant", "brother", "child", "domestic partner", "father", "friend", "manager",
    "mother", "parent", "partner", "referred by", "relative", "sister", "spouse",
)  # fmt: skip
_BIRTHDAY: Final = "3"  # ContactsContract.CommonDataKinds.Event.TYPE_*
_EVENTS: Final = {"1": "anniversary", "2": "other"}


def with_custom_facts(lines: CardLines, card: Card) -> Card:
    for line in lines.named("X-ANDROID-CUSTOM"):
        kind, value, type_number, label, *_ = [*parts_of(line), "", "", "", ""]
        if not value or not kind.startswith(_KIND):
            continue
        richer = _with(card, kind.removeprefix(_KIND), value, type_number, label)
        if richer != card:
            lines.claim(line)
        card = richer
    return card


def _with(card: Card, kind: str, value: str, type_number: str, label: str) -> Card:
    if kind == "nickname":
        return replace(card, nickname=", ".join(filter(None, (card.nickname, value))))
    if kind == "relation":
        known = _RELATIONS[int(type_number)] if type_number in _NUMBERS else ""
        return replace(card, related=(*card.related, Labelled(label or known, value)))
    if kind == "contact_event" and type_number == _BIRTHDAY:
        return card if card.birthday else replace(card, birthday=dated("birthday", value))
    if kind == "contact_event":
        fact = dated(label or _EVENTS.get(type_number, ""), value)
        return replace(card, dates=(*card.dates, fact))
    return card


_NUMBERS: Final = frozenset(str(number) for number in range(len(_RELATIONS)))
