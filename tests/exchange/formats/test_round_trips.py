"""What is written is read again the same, in every dialect, and a change changes only itself."""

import io
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from exchange.cards import Card, DatedFact, FurtherJob, Labelled, Photo, PostalAddress
from exchange.formats import card_from, changes_between, patch, read, to_bytes, write
from exchange.formats.surviving import lost_lines

DIALECTS = ("2.1", "3.0", "4.0")
NOT_SAID = {"source", "position", "dialect", "unmapped", "is_name_deduced"}
LISTS = ("emails", "phones", "links", "messengers", "addresses", "related", "dates")

GIF = b"GIF89a" + b"x" * 99

letters = some.characters(exclude_categories=("C", "Z"), exclude_characters="<>")
words = some.text(letters, min_size=1, max_size=8)
texts = some.lists(words, min_size=1, max_size=14).map(" ".join)
maybe = some.just("") | texts
paragraphs = some.lists(texts, max_size=4).map("\n".join)
labels = some.sampled_from(["", "home", "work", "mobile", "work fax", "Ferienhaus", "a,b;c:d"])
days = some.sampled_from(["1990-04-15", "--04-15", "1990-04", "1990", "--02-29"])
numbers = some.text("0123456789 +-()", min_size=3, max_size=12).map(str.strip).filter(bool)


def several(values: some.SearchStrategy[str]) -> some.SearchStrategy[tuple[Labelled, ...]]:
    items = some.builds(Labelled, labels, values)
    lists = some.lists(items, max_size=4, unique_by=lambda item: item.value).map(tuple)
    return lists.flatmap(_maybe_one_preferred)


def _maybe_one_preferred(items: tuple[Labelled, ...]) -> some.SearchStrategy[tuple[Labelled, ...]]:
    if not items:
        return some.just(items)
    first = replace(items[0], is_preferred=True)
    return some.sampled_from([items, (first, *items[1:])])


addresses = some.builds(
    PostalAddress, labels, texts, maybe, maybe, maybe, maybe, maybe, maybe, some.just(False)
)
dates = some.builds(DatedFact, some.sampled_from(["anniversary", "death", "first date"]), days)
cards = some.builds(
    Card,
    display_name=texts,
    prefix=maybe,
    given=texts,
    additional=maybe,
    family=texts,
    suffix=maybe,
    nickname=some.sampled_from(["", "Al", "Al, Ally"]),
    phonetic_given=maybe,
    phonetic_family=maybe,
    emails=several(words.map(lambda word: f"{word}@example.com")),
    phones=several(numbers),
    links=several(words.map(lambda word: f"https://example.com/{word}")),
    messengers=some.lists(
        some.builds(Labelled, some.sampled_from(["", "xmpp", "aim", "My Chat"]), words),
        max_size=3,
        unique_by=lambda item: item.value,
    ).map(tuple),
    addresses=some.lists(addresses, max_size=2, unique_by=lambda item: item.street).map(tuple),
    organisation=texts,
    department=maybe,
    title=texts,
    role=maybe,
    further_jobs=some.lists(some.builds(FurtherJob, texts, maybe, maybe), max_size=2, unique=True)
    .map(tuple),
    birthday=some.none() | some.builds(DatedFact, some.just("birthday"), days),
    dates=some.lists(dates, max_size=2, unique_by=lambda fact: fact.label).map(tuple),
    related=several(texts),
    categories=some.lists(texts, max_size=3, unique=True).map(tuple),
    uid=some.sampled_from(["", "u-1", "8b574c60-fd7f-4e99-b584-c5db131ae687"]),
    kind=some.sampled_from(["person", "office", "group"]),
    members=some.lists(words, max_size=2, unique=True).map(tuple),
    language=some.sampled_from(["", "de", "pt-BR"]),
    connected_on=some.sampled_from(["", "2026-02-08"]),
    gender=some.sampled_from(["", "F", "M;Fellow"]),
    note=paragraphs,
    how_met=maybe,
    photo=some.none() | some.builds(Photo, some.just("image/gif"), some.just(GIF)),
)  # fmt: skip


def said(card: Card) -> dict[str, object]:
    """The fields that a file says, lists without their order."""
    values = {f.name: getattr(card, f.name) for f in fields(Card) if f.name not in NOT_SAID}
    return values | {name: frozenset(values[name]) for name in LISTS}


@settings(max_examples=60, deadline=None)
@given(cards, some.sampled_from(DIALECTS))
def test_a_card_written_is_read_again_the_same(card: Card, dialect: str) -> None:
    content = to_bytes(write(card, dialect))
    (again,) = read(io.BytesIO(content), "alice.vcf")
    assert isinstance(again, Card)
    assert said(again) == said(card)
    assert again.unmapped == ()
    assert again.dialect == dialect


@settings(max_examples=60, deadline=None)
@given(cards, some.sampled_from(DIALECTS))
def test_a_written_line_keeps_to_75_octets(card: Card, dialect: str) -> None:
    lines = to_bytes(write(card, dialect)).split(b"\r\n")
    longest = max(len(line) for line in lines)
    assert longest <= 75 or dialect == "2.1"


@settings(max_examples=80, deadline=None)
@given(cards, cards, some.sampled_from(DIALECTS))
def test_one_card_patched_into_another_says_what_the_other_says(
    before: Card, after: Card, dialect: str
) -> None:
    source = write(before, dialect)
    patched = patch(source, changes_between(card_from(source), after))
    assert said(card_from(patched)) == said(after)


@settings(max_examples=50, deadline=None)
@given(cards, cards, some.sampled_from(DIALECTS), some.sampled_from(LISTS))
def test_a_change_to_one_list_leaves_every_other_property_alone(
    before: Card, other: Card, dialect: str, name: str
) -> None:
    own = {
        "emails": {"EMAIL"}, "phones": {"TEL"}, "links": {"URL"}, "messengers": {"IMPP"},
        "addresses": {"ADR"}, "related": {"RELATED", "X-ABRELATEDNAMES"},
        "dates": {"ANNIVERSARY", "X-ANNIVERSARY", "DEATHDATE", "X-DEATHDATE", "X-ABDATE"},
    }  # fmt: skip
    source = write(before, dialect)
    read_before = card_from(source)
    after = replace(read_before, **{name: getattr(other, name)})
    patched = patch(source, changes_between(read_before, after))
    assert lost_lines(source, patched, frozenset(own[name])) == []


@pytest.mark.parametrize("dialect", DIALECTS)
def test_patching_nothing_changes_nothing(dialect: str) -> None:
    source = write(Card(display_name="Alice Ament", note="Grüße"), dialect)
    card = card_from(source)
    assert patch(source, changes_between(card, card)) == source
