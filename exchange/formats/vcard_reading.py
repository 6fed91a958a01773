"""A vCard of any version, read into the neutral card."""

from dataclasses import replace
from typing import Final

from exchange.cards import Card, DatedFact, FurtherJob, Kind, Photo, PhotoLink, Position

from . import android
from . import vcard_families as families
from .content_lines import ContentLine
from .escaping import items_of, one_line, parts_of, text_of
from .names import NameParts, parts_from
from .outcomes import Refusal
from .photos import photo_of
from .vcard_lines import CardLines

_DEFAULT_DIALECT: Final = "3.0"  # of cards that name no version: old phones and hand-made ones
JOB_GROUP: Final = "job"
_OFFICE_KINDS: Final = frozenset({"org", "organization", "location", "application", "device"})


def read_card(source: str, position: Position) -> Card | Refusal:
    """One card from its exact text, BEGIN to END."""
    card = card_from(source, position)
    if not card.display_name:
        return Refusal(position, "card_empty", {}, source)
    return card


def card_from(source: str, position: Position | None = None) -> Card:
    """The fields of a card, whether or not they make a person."""
    lines = CardLines.of(source)
    card = _with_lists(_with_single_facts(lines, source, position), lines)
    card = android.with_custom_facts(lines, card)
    kind = _kind(lines, card)
    # Copying a card costs more than reading one of its lines.
    if kind != card.kind:
        card = replace(card, kind=kind)
    card = _with_deduced_name(card)
    unmapped = lines.unmapped()
    return replace(card, unmapped=unmapped) if unmapped else card


def _with_single_facts(lines: CardLines, source: str, position: Position | None) -> Card:
    names = name_parts(lines)
    phonetic_given, phonetic_family = phonetic_of(lines)
    return Card(
        source=source,
        position=position,
        dialect=dialect_of(lines),
        uid=lines.first_text("UID").removeprefix("urn:uuid:"),
        display_name=lines.first_text("FN"),
        prefix=names.prefix,
        given=names.given,
        additional=names.additional,
        family=names.family,
        suffix=names.suffix,
        phonetic_given=phonetic_given,
        phonetic_family=phonetic_family,
        nickname=nickname_of(lines),
        role=lines.first_text("ROLE"),
        gender=gender_of(lines),
        language=lines.first_text("LANG"),
        how_met=lines.first_text("X-NETCRM-HOW-MET"),
        connected_on=lines.first_text("X-NETCRM-CONNECTED-ON"),
        birthday=birthday_of(lines),
        note=note_of(lines),
        photo=photo_in(lines),
        members=members_of(lines),
    )


def _with_lists(card: Card, lines: CardLines) -> Card:
    first, *further = jobs_of(lines) or [FurtherJob()]
    tags = (name for _, names in families.categories(lines) for name in names)
    return replace(
        card,
        emails=families.once(families.emails(lines)),
        phones=families.once(families.phones(lines)),
        links=families.once(families.links(lines)),
        messengers=families.once(families.messengers(lines)),
        addresses=families.once(families.addresses(lines)),
        related=families.once(families.related(lines)),
        dates=families.once(families.dates(lines)),
        categories=tuple(dict.fromkeys(tags)),
        organisation=first.organisation,
        department=first.department or lines.first_text("X-DEPARTMENT"),
        title=first.title,
        further_jobs=tuple(dict.fromkeys(further)),
    )


def dialect_of(lines: CardLines) -> str:
    """ "2.1", "3.0" or "4.0"; not claimed, as VERSION is never listed."""
    said = next((line.value.strip() for line in lines.named("VERSION")), "")
    return said if said in {"2.1", "3.0", "4.0"} else _DEFAULT_DIALECT


def name_parts(lines: CardLines) -> NameParts:
    """What N says; a second N (an ALTID of the first) stays unclaimed."""
    for line in lines.named("N"):
        parts = [one_line(part) for part in parts_of(line)]
        family, given, additional, prefix, suffix, *more = [*parts, *[""] * 5]
        if not any(more):
            lines.claim(line)
        return NameParts(prefix, given, additional, family, suffix)
    return NameParts()


def phonetic_of(lines: CardLines) -> tuple[str, str]:
    given = lines.first_text("X-PHONETIC-FIRST-NAME")
    family = lines.first_text("X-PHONETIC-LAST-NAME")
    for line in lines.named("SOUND"):  # of Japanese phones: SOUND;X-IRMC-N:family;given
        if "x-irmc-n" in line.types and not (given or family):
            family, given, *_ = [*parts_of(line), ""]
            lines.claim(line)
    return given, family


def jobs_of(lines: CardLines) -> list[FurtherJob]:
    """The first ORG and TITLE belong together, and the second ones, and so on."""
    organisations, titles = lines.named("ORG"), lines.named("TITLE")
    lines.claim(*organisations, *titles)
    pairs = _pairs(organisations, titles)
    if len(pairs) > 1:
        order = {id(line): place for place, line in enumerate(lines.lines)}
        pairs.sort(key=lambda pair: min(order[id(line)] for line in pair if line))
    return [_job(*pair) for pair in pairs]


def _pairs(
    organisations: list[ContentLine], titles: list[ContentLine]
) -> list[tuple[ContentLine | None, ContentLine | None]]:
    """Those of a common group first find each other; the others pair up in their order.

    A group that is named for jobs (by our own writing) has no partner outside.
    """
    in_groups = {line.group.lower(): line for line in titles if line.group}
    free = [line for line in titles if not line.group.lower().startswith(JOB_GROUP)]
    pairs: list[tuple[ContentLine | None, ContentLine | None]] = []
    left = list(titles)
    for line in organisations:
        partner = in_groups.get(line.group.lower())
        if partner is None and not line.group.lower().startswith(JOB_GROUP):
            partner = next((title for title in free if title in left), None)
        if partner in left:
            left = [title for title in left if title is not partner]
        pairs.append((line, partner))
    return [*pairs, *((None, title) for title in left)]


def _job(organisation: ContentLine | None, title: ContentLine | None) -> FurtherJob:
    """ORG is the organisation, then its units from the largest to the smallest."""
    parts = [one_line(part) for part in parts_of(organisation)] if organisation else [""]
    units = ", ".join(unit for unit in parts[1:] if unit)
    return FurtherJob(parts[0], units, one_line(text_of(title)) if title else "")


def gender_of(lines: CardLines) -> str:
    """RFC 6350 writes a letter and a word of one's own: "M;Fellow"; others write a word."""
    return lines.first_text("GENDER", "X-GENDER")


def nickname_of(lines: CardLines) -> str:
    found = lines.named("NICKNAME")
    lines.claim(*found)
    return ", ".join(dict.fromkeys(item for line in found for item in items_of(line)))


def birthday_of(lines: CardLines) -> DatedFact | None:
    """The first that can be read as a day; the others stay unclaimed unless they say the same."""
    read = [(line, families.dated("birthday", text_of(line))) for line in lines.named("BDAY")]
    if not read:
        return None
    best = next((fact for _, fact in read if fact.value), read[0][1])
    lines.claim(*(line for line, fact in read if fact == best))
    return best


def note_of(lines: CardLines) -> str:
    found = lines.named("NOTE")
    lines.claim(*found)
    return "\n".join(dict.fromkeys(text_of(line) for line in found))


def photo_in(lines: CardLines) -> Photo | PhotoLink | None:
    """A picture inside the card before one that must be fetched; further ones stay unclaimed."""
    read = [(line, photo_of(line)) for line in lines.named("PHOTO")]
    read.sort(key=lambda found: not isinstance(found[1], Photo))
    best = next((photo for _, photo in read if photo), None)
    lines.claim(*(line for line, photo in read if photo and photo == best))
    return best


def members_of(lines: CardLines) -> tuple[str, ...]:
    found = lines.named(("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"))
    lines.claim(*found)
    return tuple(text_of(line).removeprefix("urn:uuid:") for line in found)


def _kind(lines: CardLines, card: Card) -> Kind:
    said = lines.first_text("KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
    if said == "group":
        return "group"
    if said in _OFFICE_KINDS or lines.first_text("X-ABSHOWAS").upper() == "COMPANY":
        return "office"
    if said == "individual":
        return "person"
    if card.members:
        return "group"
    return "office" if is_named_as_its_organisation(card) else "person"


def is_named_as_its_organisation(card: Card) -> bool:
    """A card that names an organisation and nobody in it."""
    is_nameless = not (card.given or card.family)
    return bool(is_nameless and card.organisation and card.display_name in {"", card.organisation})


def _with_deduced_name(card: Card) -> Card:
    """Names from the display name and the reverse; failing both, what else one is known by."""
    names = NameParts(card.prefix, card.given, card.additional, card.family, card.suffix)
    if card.display_name and (not names.is_empty or card.kind != "person"):
        return card
    if card.display_name:
        guess = parts_from(card.display_name)
        return card if guess.is_empty else _with_parts(card, guess)
    if not names.is_empty:
        return replace(card, display_name=names.display_name)
    shown = _known_by(card)
    return replace(card, display_name=shown, is_name_deduced=bool(shown))


def _with_parts(card: Card, names: NameParts) -> Card:
    return replace(
        card,
        prefix=names.prefix,
        given=names.given,
        additional=names.additional,
        family=names.family,
        suffix=names.suffix,
        is_name_deduced=True,
    )


def _known_by(card: Card) -> str:
    """The first thing that tells this card from others, or ""."""
    values = (card.emails, card.phones, card.messengers, card.links)
    address = next(iter(card.addresses), None)
    candidates = (
        card.nickname,
        card.organisation,
        *(fact.value for facts in values for fact in facts),
        ", ".join(filter(None, (address.street, address.city))) if address else "",
        card.note.partition("\n")[0][:60],
    )
    return next((text for text in candidates if text), "")
