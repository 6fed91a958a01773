"""Who a card is about, if it is somebody already known: found by what identifies people."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from accounts.models import User
from contacts.models import Contact, Email, Job, Link, Phone
from contacts.naming import is_address
from contacts.registering import organisation_key
from exchange.cards import Card
from exchange.models import SourceCard
from exchange.translating import is_office, is_office_address
from netcrm.lib.folding import digits, fold

# A known person by the positive id of their row; somebody met earlier in the file by the negative
# position of their card.
Who = int
PHONE_DIGITS: Final = 9  # enough to tell numbers apart whether or not the country code is written
FEWEST_DIGITS: Final = 6
# These settle it whatever the name says: the same text, the same profile.
CERTAIN: Final = frozenset({"card", "linkedin"})
_PROFILE: Final = re.compile(r"linkedin\.com/(?:in|pub)/([^/?#\s]+)", re.IGNORECASE)


class Key(NamedTuple):
    """One thing to know a person by; `kind` is card, uid, linkedin, email, phone, work or name."""

    kind: str
    value: str


NOTHING: Final = Key("", "")


@dataclass(slots=True)
class Match:
    """`who` the card is about and why; or who it may be about, where only the user can tell."""

    who: Who | None = None
    key: Key = NOTHING
    choices: list[Who] = field(default_factory=list)


class Register:
    """All whom the user knows and all met so far in a file. Some 100 bytes for each key."""

    def __init__(self, user: User) -> None:
        self.people: dict[Key, list[Who]] = defaultdict(list)
        self.names: dict[Who, frozenset[str]] = {}
        for who, words in known_names(user):
            self.names[who] = words
        for key, who in known_keys(user):
            self.learn_key(key, who)

    def learn(self, card: Card, who: Who, position: int) -> None:
        """The text of a card is known by its own place, whoever it is about."""
        self.names.setdefault(who, name_words(card))
        text, *others = keys_of(card)
        if text not in self.people:
            self.learn_key(text, -position)
        for key in others:
            self.learn_key(key, who)

    def learn_key(self, key: Key, who: Who) -> None:
        known = self.people[key]
        if who not in known:
            known.append(who)

    def match(self, card: Card) -> Match:
        """By the surest thing that names exactly one; several, or another name, are left open."""
        possible: list[Who] = []
        words = name_words(card)
        for key in keys_of(card):
            found = self.people.get(key, ())
            likely = [who for who in found if key.kind in CERTAIN or self._agrees(who, words)]
            if len(likely) == 1 and key.kind != "name":
                return Match(likely[0], key)
            possible += found
        choices = [who for who in dict.fromkeys(possible) if who > 0]
        return Match(choices=choices, key=self._first_key(card, choices))

    def _agrees(self, who: Who, words: frozenset[str]) -> bool:
        return _agree(self.names.get(who, frozenset()), words)

    def _first_key(self, card: Card, choices: list[Who]) -> Key:
        keys = (key for key in keys_of(card) if set(self.people.get(key, ())) & set(choices))
        return next(keys, NOTHING)


def is_own(user: User, card: Card) -> bool:
    """Whether it is the card of the user themselves: with their address and no other name, since
    families share addresses.
    """
    addresses = {mail.value.strip().lower() for mail in card.emails}
    is_theirs = user.email.lower() in addresses and not is_office(card)
    return is_theirs and _agree(_words(user.name), name_words(card))


def keys_of(card: Card) -> Iterator[Key]:
    """From the surest to the vaguest."""
    yield Key("card", digest_of(card.source))
    if card.uid:
        yield Key("uid", card.uid)
    yield from (Key("linkedin", slug) for link in card.links if (slug := profile(link.value)))
    yield from (Key("email", mail.value.strip().lower()) for mail in card.emails)
    yield from (Key("phone", end) for phone in card.phones if (end := phone_end(phone.value)))
    if name := " ".join(sorted(name_words(card))):
        if card.organisation:
            yield Key("work", f"{name}|{organisation_key(card.organisation)}")
        yield Key("name", name)


def digest_of(source: str) -> str:
    return hashlib.sha256(source.strip().encode("utf-8", "surrogatepass")).hexdigest()


def profile(url: str) -> str:
    """The part of a LinkedIn address that names the person, or ""."""
    found = _PROFILE.search(url)
    return found[1].lower() if found else ""


def phone_end(number: str) -> str:
    """The last digits of a number; "" for one too short to name anybody."""
    plain = digits(number)
    return plain[-PHONE_DIGITS:] if len(plain) >= FEWEST_DIGITS else ""


def name_words(card: Card) -> frozenset[str]:
    names = f"{card.family} {card.given} {card.additional}"
    return _words(names.strip() or card.display_name)


def known_names(user: User) -> Iterator[tuple[Who, frozenset[str]]]:
    people = Contact.objects.of(user).living().values_list("id", "sort_name")
    return ((who, _words(name)) for who, name in people.iterator())


def known_keys(user: User) -> Iterator[tuple[Key, Who]]:
    """What everybody of this user is known by; people in the trash are not known."""
    mine = Contact.objects.of(user).living().values("pk")
    cards = SourceCard.objects.filter(contact__in=mine)
    yield from _keys("card", cards.values_list("digest", "contact"))
    yield from _keys("uid", cards.exclude(external_uid="").values_list("external_uid", "contact"))
    links = Link.objects.filter(contact__in=mine, url__icontains="linkedin.com/")
    yield from _keys("linkedin", _read(links.values_list("url", "contact"), profile))
    emails = Email.objects.filter(contact__in=mine).values_list("address", "contact")
    yield from _keys("email", _read(emails, lambda address: address.strip().lower()))
    phones = Phone.objects.filter(contact__in=mine).values_list("digits", "contact")
    yield from _keys("phone", _read(phones, phone_end))
    for who, words in known_names(user):
        yield Key("name", " ".join(sorted(words))), who
    yield from _works(user)


def _works(user: User) -> Iterator[tuple[Key, Who]]:
    jobs = Job.objects.filter(
        contact__owner=user, contact__deleted_at=None, organisation__isnull=False
    )
    known = jobs.values_list("contact__sort_name", "organisation__sort_name", "contact")
    for name, organisation, who in known.iterator():
        yield Key("work", f"{' '.join(sorted(_words(name)))}|{organisation}"), who


def _keys(kind: str, pairs: Iterable[tuple[str, Who]]) -> Iterator[tuple[Key, Who]]:
    return ((Key(kind, value), who) for value, who in pairs if value)


def _read(
    pairs: Iterable[tuple[str, Who]], read: Callable[[str], str]
) -> Iterator[tuple[str, Who]]:
    return ((read(text), who) for text, who in pairs)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names share a word, or one of them has none."""
    return not one or not other or bool(one & other)


def _words(name: str) -> frozenset[str]:
    """None of an address or a number that stands for a name; but info@ is nobody's in person."""
    if is_address(name) and not is_office_address(name):
        return frozenset()
    return frozenset(word for word in re.split(r"[\s,.]+", fold(name)) if word)
