"""Which properties the fields of a card become, in each dialect."""

import base64
import re
from typing import Final

from exchange.cards import Card, DatedFact, Labelled, Photo, PhotoLink, PostalAddress

from .content_lines import Parameter
from .vcard_families import NO_SERVICE
from .vcard_labels import type_words
from .vcard_pen import Property
from .vcard_reading import is_named_as_its_organisation
from .vcard_rendering import date_text, escaped, listed, structured, typed

_SERVICE: Final = re.compile(r"[a-z][a-z0-9+.-]*\Z")  # a scheme of IMPP
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)


def email(item: Labelled, dialect: str) -> Property:
    return _labelled("EMAIL", escaped(item.value, dialect), item, dialect)


def phone(item: Labelled, dialect: str) -> Property:
    return _labelled("TEL", escaped(item.value, dialect), item, dialect)


def link(item: Labelled, dialect: str) -> Property:
    return _labelled("URL", escaped(item.value, dialect), item, dialect)


def messenger(item: Labelled, dialect: str) -> Property:
    """The service is the scheme of the address where it can be, else a label."""
    is_scheme = _SERVICE.match(item.label) and item.label not in NO_SERVICE
    scheme = item.label if is_scheme else NO_SERVICE[0]
    value = escaped(f"{scheme}:{item.value}", dialect)
    parameters = tuple(typed((), dialect, is_preferred=item.is_preferred))
    return Property("IMPP", value, parameters, "" if is_scheme else item.label)


def relation(item: Labelled, dialect: str) -> Property:
    value = escaped(item.value, dialect)
    if dialect != "4.0":
        return _labelled("X-ABRELATEDNAMES", value, item, dialect)
    found = _labelled("RELATED", value, item, dialect)
    return _with(found, Parameter("VALUE", ("text",)))


def address(item: PostalAddress, dialect: str) -> Property:
    parts = (
        item.po_box, item.extended, item.street, item.city, item.region, item.postal_code,
        item.country,
    )  # fmt: skip
    return _labelled("ADR", structured(parts, dialect), item, dialect)


def dated_fact(item: DatedFact, dialect: str) -> Property:
    known = {"anniversary": "ANNIVERSARY", "death": "DEATHDATE"}.get(item.label, "")
    if known and dialect != "4.0":
        known = f"X-{known}"
    return _date(known or "X-ABDATE", item, dialect, "" if known else item.label)


def birthday(card: Card, dialect: str) -> list[Property]:
    return [_date("BDAY", card.birthday, dialect)] if card.birthday else []


def names(card: Card, dialect: str) -> list[Property]:
    parts = (card.family, card.given, card.additional, card.prefix, card.suffix)
    return [Property("N", structured(parts, dialect))] if any(parts) else []


def phonetic_names(card: Card, dialect: str) -> list[Property]:
    return [
        *_text("X-PHONETIC-FIRST-NAME", card.phonetic_given, dialect),
        *_text("X-PHONETIC-LAST-NAME", card.phonetic_family, dialect),
    ]


def uid(card: Card, dialect: str) -> list[Property]:
    is_uuid = dialect == "4.0" and _UUID.match(card.uid)
    return _text("UID", f"urn:uuid:{card.uid}" if is_uuid else card.uid, dialect)


def display_name(card: Card, dialect: str) -> list[Property]:
    return _text("FN", card.display_name, dialect)


def nickname(card: Card, dialect: str) -> list[Property]:
    return [Property("NICKNAME", listed(_items(card.nickname), dialect))] if card.nickname else []


def organisation(card: Card, dialect: str) -> list[Property]:
    return _organisation(card.organisation, card.department, dialect)


def title(card: Card, dialect: str) -> list[Property]:
    return _text("TITLE", card.title, dialect)


def jobs(card: Card, dialect: str) -> list[Property]:
    """All of them; further ones in groups, so that each title finds its organisation again."""
    found = [*organisation(card, dialect), *title(card, dialect)]
    if not card.further_jobs:
        return found
    found = [_grouped(written, "job1") for written in found]
    for number, job in enumerate(card.further_jobs, start=2):
        own = _organisation(job.organisation, job.department, dialect)
        own += _text("TITLE", job.title, dialect)
        found += [_grouped(written, f"job{number}") for written in own]
    return found


def role(card: Card, dialect: str) -> list[Property]:
    return _text("ROLE", card.role, dialect)


def note(card: Card, dialect: str) -> list[Property]:
    return _text("NOTE", card.note, dialect)


def categories(card: Card, dialect: str) -> list[Property]:
    found = card.categories
    return [Property("CATEGORIES", listed(found, dialect))] if found else []


def gender(card: Card, dialect: str) -> list[Property]:
    """RFC 6350: a letter, and behind a semicolon a word of one's own."""
    parts = card.gender.split(";", 1)
    return [Property("GENDER", structured(parts, dialect))] if card.gender else []


def language(card: Card, dialect: str) -> list[Property]:
    return _text("LANG", card.language, dialect)


def how_met(card: Card, dialect: str) -> list[Property]:
    return _text("X-NETCRM-HOW-MET", card.how_met, dialect)


def connected_on(card: Card, dialect: str) -> list[Property]:
    return _text("X-NETCRM-CONNECTED-ON", card.connected_on, dialect)


def kind(card: Card, dialect: str) -> list[Property]:
    if card.kind == "office":
        name, word = ("KIND", "org") if dialect == "4.0" else ("X-ABShowAs", "COMPANY")
        return [Property(name, word)]
    name = "KIND" if dialect == "4.0" else "X-ADDRESSBOOKSERVER-KIND"
    if card.kind == "group":
        return [Property(name, "group")]
    looks_otherwise = card.members or is_named_as_its_organisation(card)
    return [Property(name, "individual")] if looks_otherwise else []


def members(card: Card, dialect: str) -> list[Property]:
    name = "MEMBER" if dialect == "4.0" else "X-ADDRESSBOOKSERVER-MEMBER"
    return [Property(name, f"urn:uuid:{member}") for member in card.members]


def photo(card: Card, dialect: str) -> list[Property]:
    if card.photo is None:
        return []
    if isinstance(card.photo, PhotoLink):
        said = () if dialect == "4.0" else (Parameter("VALUE", ("uri",)),)
        return [Property("PHOTO", card.photo.url, said)]
    return [_packed(card.photo, dialect)]


def _packed(picture: Photo, dialect: str) -> Property:
    packed = base64.b64encode(picture.data).decode("ascii")
    if dialect == "4.0":
        return Property("PHOTO", f"data:{picture.media_type};base64,{packed}")
    encoding = "BASE64" if dialect == "2.1" else "b"
    kind_of_picture = picture.media_type.rpartition("/")[2].upper()
    said = Parameter("ENCODING", (encoding,)), Parameter("TYPE", (kind_of_picture,))
    return Property("PHOTO", packed, said)


def _organisation(name: str, department: str, dialect: str) -> list[Property]:
    parts = (name, department) if department else (name,)
    return [Property("ORG", structured(parts, dialect))] if any(parts) else []


def _text(name: str, text: str, dialect: str) -> list[Property]:
    return [Property(name, escaped(text, dialect))] if text else []


def _items(joined: str) -> list[str]:
    return [item for item in joined.split(", ") if item]


def _date(name: str, fact: DatedFact, dialect: str, label: str = "") -> Property:
    """A day that is none, "circa 1800", is marked as text."""
    is_text = fact.text and not fact.value and dialect != "2.1"
    said = (Parameter("VALUE", ("text",)),) if is_text else ()
    return Property(name, escaped(date_text(fact, dialect), dialect), said, label)


def _labelled(name: str, value: str, item: Labelled | PostalAddress, dialect: str) -> Property:
    words = type_words(item.label)
    said = typed(words or (), dialect, is_preferred=item.is_preferred)
    return Property(name, value, tuple(said), item.label if words is None else "")


def _with(written: Property, parameter: Parameter) -> Property:
    said = (*written.parameters, parameter)
    return Property(written.name, written.value, said, written.label, written.group)


def _grouped(written: Property, group: str) -> Property:
    return Property(written.name, written.value, written.parameters, written.label, group)
