"""Finds the people that typed words may mean, through the index of the search."""

from collections.abc import Iterable, Sequence

from django.db.models import F, Q

from accounts.models import User
from contacts.models import Contact, Job, SearchEntry, SearchWord
from contacts.words import WORD
from interactions.line_people import Find, Known, Phrase, fitting_all
from netcrm.lib.folding import fold

SHORTEST_BEGINNING = 3  # letters: fewer mean a whole name, as Bo, since they begin too many
PER_PHRASE = 20
MOST_PHRASES = 16  # one query each: a line has few words that may be names
AFTER_EVERY_WORD = "\U0010ffff"


def finder(user: User) -> Find:
    """People of `user` by phrase, those one spoke with most recently first."""

    def find(phrases: Sequence[Phrase]) -> dict[Phrase, Sequence[Known]]:
        return {phrase: _begun_by(user, phrase) for phrase in phrases[:MOST_PHRASES]}

    return find


def people_named(user: User, names: Iterable[str]) -> dict[str, list[Contact]]:
    """Who each whole name means: those who bear it in full, else those it begins; maybe nobody."""
    find = finder(user)
    fitting = {name: fitting_all(tuple(fold(name).split()), find) for name in names}
    uids = {known.uid for each in fitting.values() for known in each}
    people = {str(each.uid): each for each in Contact.objects.of(user).filter(uid__in=uids)}
    return {name: [people[known.uid] for known in each] for name, each in fitting.items()}


def each_once(names: Iterable[str]) -> list[str]:
    """As first written, however else they are spelled later."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name), name)
    return list(first.values())


def by_name(people: Iterable[Contact]) -> dict[str, Contact]:
    """By name however it is spelled; who of two of one name, nobody can tell."""
    return {fold(person.name): person for person in people}


def work_of(uids: Iterable[str]) -> dict[str, str]:
    """Current work by uid, to tell people of one name apart."""
    jobs = Job.objects.filter(contact__uid__in=list(uids), is_current=True).order_by("-id")
    rows = jobs.values_list("contact__uid", "title", "organisation__name")
    return {str(uid): ", ".join(filter(None, (work, title))) for uid, title, work in rows}


def _begun_by(user: User, phrase: Phrase) -> Sequence[Known]:
    starts = [parts[0] for word in phrase if (parts := WORD.findall(word))]
    if not starts:
        return ()
    entries = SearchEntry.objects.filter(owner=user, kind="person")
    # beside a longer word a short one need not be looked up: few are left by then
    for start in [each for each in starts if len(each) >= SHORTEST_BEGINNING] or starts:
        words = SearchWord.objects.filter(owner=user, **_starting(start))
        entries = entries.filter(pk__in=words.values("entry"))
    for word in phrase:
        # the index holds jobs and towns too; the title holds names only
        entries = entries.filter(Q(title__startswith=word) | Q(title__contains=f" {word}"))
    people = Contact.objects.of(user).listed().filter(pk__in=entries.values("contact"))
    likeliest = people.order_by(F("last_contact_on").desc(nulls_last=True), "-strength", "id")
    rows = likeliest.values_list("uid", "name", "nickname")[:PER_PHRASE]
    return [Known(str(uid), name, nickname) for uid, name, nickname in rows]


def _starting(prefix: str) -> dict[str, str]:
    """A range, since SQLite would not use the index for LIKE."""
    if len(prefix) < SHORTEST_BEGINNING:
        return {"word": prefix}
    return {"word__gte": prefix, "word__lt": prefix + AFTER_EVERY_WORD}
