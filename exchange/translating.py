"""The one file that knows both a card and a person."""

from collections.abc import Iterator
from typing import Final

from django.utils import timezone

from contacts.drafts import AddressDraft, DateDraft, JobDraft, PersonDraft, PointDraft
from contacts.kinds import Kind
from contacts.models import ImportantDate
from exchange.cards import BOOKKEEPING, Card, DatedFact, Labelled, PhotoLink, PostalAddress
from exchange.system_groups import is_star, is_system_group
from netcrm.lib.folding import fold

LINKEDIN: Final = "LinkedIn"
DEATH: Final = "death"
# Addresses that nobody in person reads.
OFFICE_ADDRESSES: Final = frozenset(
    [
        "info",
        "office",
        "contact",
        "kontakt",
        "hello",
        "mail",
        "noreply",
        "no-reply",
        "donotreply",
        "do-not-reply",
        "support",
        "service",
        "sales",
        "billing",
        "invoice",
        "accounts",
        "admin",
        "webmaster",
        "postmaster",
        "newsletter",
        "news",
    ]
)
_NAMES: Final = ("prefix", "given", "additional", "family", "suffix")


def draft_from(card: Card, photo: str = "") -> PersonDraft:
    """Everything of a card that a person has a place for; `unplaced` names the rest.

    A LinkedIn connection becomes "how we met" and "when we met". It does not become "known
    since": being connected is not knowing each other, and would be scored as a shared history.
    """
    draft = PersonDraft(
        kind=Kind.OFFICE if is_office(card) else Kind.PERSON,
        prefix=card.prefix,
        given=card.given,
        additional=card.additional,
        family=card.family,
        suffix=card.suffix,
        nickname=card.nickname,
        phonetic_given=card.phonetic_given,
        phonetic_family=card.phonetic_family,
        display_override=_display_override(card),
        photo=photo,
        notes=card.note,
        how_met=card.how_met or (LINKEDIN if card.connected_on else ""),
        met_on=card.connected_on,
        addresses=[_address(address) for address in card.addresses],
        jobs=list(_jobs(card)),
        dates=list(_dates(card)),
        tags=[name for name in card.categories if not is_system_group(name)],
        starred_at=timezone.now() if any(map(is_star, card.categories)) else None,
        emails=_points(card.emails),
        phones=_points(card.phones),
        links=_points(card.links),
        messengers=_points(card.messengers),
    )
    if death := next((fact for fact in card.dates if fact.label == DEATH), None):
        draft.is_deceased, draft.deceased_on = True, death.value
    return draft


def unplaced(card: Card) -> list[str]:
    """What stands on the card and has no place with a person: kept in the card's text alone."""
    unread = [fact for fact in (card.birthday, *card.dates) if fact and not fact.value]
    # A person has one of each: what stands unread beside one that was read is a further one.
    further = {"PHOTO": card.photo, "BDAY": card.birthday and card.birthday.value}
    unmapped = [f"{name} (further)" if further.get(name) else name for name in card.unmapped]
    left = {
        "RELATED": card.related,
        "GENDER": card.gender,
        "LANG": card.language,
        "ROLE": card.title and card.role,
        "PHOTO (link)": isinstance(card.photo, PhotoLink),
        "BDAY": any(fact is card.birthday for fact in unread),
        "DATE": any(fact is not card.birthday for fact in unread),
    }
    names = (*unmapped, *(name for name, says in left.items() if says))
    return [name for name in dict.fromkeys(names) if name not in BOOKKEEPING]


def is_office(card: Card) -> bool:
    """An organisation's own card: said so, or nothing but an address like info@."""
    if card.kind != "person" or any(getattr(card, name) for name in _NAMES) or card.nickname:
        return card.kind == "office"
    return any(is_office_address(mail.value) for mail in card.emails)


def is_office_address(address: str) -> bool:
    return address.partition("@")[0].lower() in OFFICE_ADDRESSES


def _display_override(card: Card) -> str:
    """The display name where it says more than the names do in another order."""
    names = [getattr(card, name) for name in _NAMES]
    if any(names) and card.is_name_deduced:
        return ""
    if _words(card.display_name) == _words(" ".join(names) or card.nickname):
        return ""
    return card.display_name


def _words(name: str) -> list[str]:
    return sorted(fold(name).replace(",", " ").split())


def _points(facts: tuple[Labelled, ...]) -> list[PointDraft]:
    return [PointDraft(fact.value, fact.label, fact.is_preferred) for fact in facts]


def _address(address: PostalAddress) -> AddressDraft:
    return AddressDraft(**{name: getattr(address, name) for name in AddressDraft.__slots__})


def _jobs(card: Card) -> Iterator[JobDraft]:
    title = card.title or card.role
    if card.organisation or card.department or title:
        yield JobDraft(card.organisation, title, card.department)
    for job in card.further_jobs:
        yield JobDraft(job.organisation, job.title, job.department)


def _dates(card: Card) -> Iterator[DateDraft]:
    if card.birthday and card.birthday.value:
        yield DateDraft(ImportantDate.BIRTHDAY, card.birthday.value)
    for fact in card.dates:
        if fact.value and fact.label != DEATH:
            yield DateDraft(_label(fact), fact.value)


def _label(fact: DatedFact) -> str:
    return fact.label or "date"
