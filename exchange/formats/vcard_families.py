"""What a person has several of: each value of a vCard with the line it stands in."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from email.utils import parseaddr
from typing import Final, TypeVar

from exchange.cards import DatedFact, Labelled, PostalAddress

from .content_lines import ContentLine
from .escaping import items_of, parts_of, text_of
from .partial_dates import partial_iso
from .vcard_labels import label_of, preference_of
from .vcard_lines import CardLines

Fact = TypeVar("Fact")
Preferable = TypeVar("Preferable", Labelled, PostalAddress)
Found = list[tuple[ContentLine, Labelled]]

PHONES: Final = ("TEL", "X-MS-TEL")
LINKS: Final = ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE")
MESSENGERS: Final[Mapping[str, str]] = {
    "X-AIM": "aim",
    "X-ICQ": "icq",
    "X-JABBER": "xmpp",
    "X-MSN": "msn",
    "X-YAHOO": "yahoo",
    "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype",
    "X-GTALK": "google talk",
    "X-GOOGLE-TALK": "google talk",
    "X-QQ": "qq",
    "X-SIP": "sip",
    "X-GADUGADU": "gadu-gadu",
    "X-GROUPWISE": "groupwise",
    "X-MS-IMADDRESS": "",
    "X-MATRIX": "matrix",
    "X-SIGNAL": "signal",
    "X-TELEGRAM": "telegram",
    "X-WHATSAPP": "whatsapp",
}
RELATIONS: Final[Mapping[str, str]] = {
    "X-SPOUSE": "spouse",
    "X-EVOLUTION-SPOUSE": "spouse",
    "X-MS-SPOUSE": "spouse",
    "X-MANAGER": "manager",
    "X-EVOLUTION-MANAGER": "manager",
    "X-MS-MANAGER": "manager",
    "X-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-MS-ASSISTANT": "assistant",
    "X-CHILD": "child",
    "X-MS-CHILD": "child",
}
DATES: Final[Mapping[str, str]] = {
    "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "X-MS-ANNIVERSARY": "anniversary",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary",
    "X-ABDATE": "",
    "DEATHDATE": "death",
    "X-DEATHDATE": "death",
}
NO_SERVICE: Final = ("im", "x-apple")  # schemes of IMPP that name no service
CATEGORIES: Final = ("CATEGORIES", "CATEGORY")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):(?!//)", re.IGNORECASE)


def emails(card: CardLines) -> Found:
    return _gather(card, ("EMAIL",), _email)


def phones(card: CardLines) -> Found:
    return _gather(card, PHONES, lambda _, line: Labelled("", phone_number(text_of(line))))


def links(card: CardLines) -> Found:
    return _gather(card, LINKS, lambda _, line: Labelled("", _link(line)))


def messengers(card: CardLines) -> Found:
    return _gather(card, ("IMPP", *MESSENGERS), _messenger)


def related(card: CardLines) -> Found:
    names = ("RELATED", "X-ABRELATEDNAMES", *RELATIONS)
    return _gather(
        card, names, lambda _, line: Labelled(RELATIONS.get(line.name, ""), text_of(line))
    )


def addresses(card: CardLines) -> list[tuple[ContentLine, PostalAddress]]:
    """The structured ones; a card that has none may have a printed label (vCard 2.1, 3.0)."""
    found = []
    for line in card.named("ADR"):
        parts = [*parts_of(line), *[""] * 7]
        if not any(parts):
            continue
        if not any(parts[7:]):
            card.claim(line)
        box, extended, street, city, region, code, country = parts[:7]
        label = label_of(line, card.labels)
        address = PostalAddress(label, street, extended, box, city, region, code, country)
        found.append((line, address))
    for line in [] if found else card.named("LABEL"):
        card.claim(line)
        found.append((line, PostalAddress(label_of(line, card.labels), text_of(line))))
    return _with_one_preferred(found)


def dates(card: CardLines) -> list[tuple[ContentLine, DatedFact]]:
    """Anniversaries and other days, not the birthday."""
    found = []
    for line in card.named(DATES):
        text = text_of(line)
        label = DATES[line.name] or label_of(line, card.labels)
        found.append((line, dated(label, text)))
        card.claim(line)
    return found


def dated(label: str, text: str) -> DatedFact:
    """`text` is left empty where the day says all of it."""
    value = partial_iso(text)
    is_all = value and re.sub(r"\D", "", text) in {re.sub(r"\D", "", value), _apple(value)}
    return DatedFact(label, value, "" if is_all else text)


def categories(card: CardLines) -> list[tuple[ContentLine, tuple[str, ...]]]:
    found = [(line, tuple(items_of(line))) for line in card.named(CATEGORIES)]
    card.claim(*(line for line, _ in found))
    return found


def phone_number(text: str) -> str:
    """`tel:+1-418-656-9254;ext=102` (RFC 3966) as people write it."""
    if text[:4].lower() == "tel:":
        text = text[4:].replace(";ext=", " ext. ")
    return text


def once(facts: Iterable[tuple[ContentLine, Fact]]) -> tuple[Fact, ...]:
    """The values without their lines, each once."""
    return tuple(dict.fromkeys(fact for _, fact in facts))


def _gather(
    card: CardLines,
    names: tuple[str, ...],
    read: Callable[[CardLines, ContentLine], Labelled],
) -> Found:
    found = []
    for line in card.named(names):
        fact = read(card, line)
        if not fact.value:
            continue
        if line.name != "EMAIL" or "<" not in line.value:
            card.claim(line)
        label = fact.label or label_of(line, card.labels)
        found.append((line, Labelled(label, fact.value)))
    return _with_one_preferred(found)


def _with_one_preferred(
    found: list[tuple[ContentLine, Preferable]],
) -> list[tuple[ContentLine, Preferable]]:
    """Of several that claim to be preferred the first of the highest rank is."""
    ranks = [preference_of(line) for line, _ in found]
    best = min(ranks, default=101)
    if best <= 100:
        line, fact = found[ranks.index(best)]
        found[ranks.index(best)] = (line, replace(fact, is_preferred=True))
    return found


def _email(_: CardLines, line: ContentLine) -> Labelled:
    """Some write `"Name" <address>`; the name then counts as unmapped."""
    text = text_of(line).removeprefix("mailto:")
    return Labelled("", parseaddr(text)[1] or text if "<" in text else text)


def _link(line: ContentLine) -> str:
    """Apple gives a profile without an address as `x-apple:name`, or as its parameter x-user."""
    text = text_of(line)
    if text.startswith("x-apple:"):
        return (*line.parameter("X-USER"), text.removeprefix("x-apple:"))[0]
    return text


def _messenger(card: CardLines, line: ContentLine) -> Labelled:
    text = text_of(line)
    if line.name != "IMPP":
        value = text.removeprefix("sip:") if line.name == "X-SIP" else text
        return Labelled(MESSENGERS[line.name], value)
    scheme = _SCHEME.match(text)
    service = (*line.parameter("X-SERVICE-TYPE"), scheme[1] if scheme else "")[0].lower()
    service = "" if service in NO_SERVICE else service
    custom = label_of(line, card.labels) if line.group.lower() in card.labels else ""
    return Labelled(custom or service, text[scheme.end() :] if scheme else text)


def _apple(value: str) -> str:
    return "1604" + re.sub(r"\D", "", value) if value.startswith("--") else ""
