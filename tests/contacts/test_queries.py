"""What somebody types is words, phone numbers and operators; nothing typed is refused."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from contacts.queries import Query, Span, misread, parse


def test_words_are_folded() -> None:
    assert parse("José  MÜLLER").words == ("jose", "muller")


def test_operators_are_understood() -> None:
    assert parse('tag:mentor company:Lumen city:"New York" ana') == Query(
        words=("ana",), tags=("mentor",), companies=("lumen",), cities=("new", "york")
    )


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("strength:<40", Span(high=40)),
        ("strength:>60", Span(low=60)),
        ("strength:68", Span(67.5, 68.5)),
    ],
)
def test_strength_is_compared(typed: str, span: Span) -> None:
    assert parse(typed).strength == span


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("last:>90d", Span(low=90)),
        ("last:<2w", Span(high=14)),
        ("last:>1y", Span(low=365)),
        ("last:>6m", Span(low=180)),
        ("last:>9999y", Span(low=36_500)),
    ],
)
def test_last_contact_is_counted_in_days(typed: str, span: Span) -> None:
    assert parse(typed).days == span


def test_never_spoken_to_is_its_own_answer() -> None:
    query = parse("last:never")
    assert query.is_never_met
    assert query.days is None


def test_circles_and_roles_are_chosen_from_their_lists() -> None:
    query = parse("circle:inner role:former-colleague benefit:referral")
    assert (query.circles, query.roles) == (("inner",), ("former_colleague",))
    assert query.benefits == ("referral",)


@pytest.mark.parametrize(
    "typed",
    ["colour:blue", "strength:strong", "circle:zzz", "last:>soon", "tag:", "http://a.example"],
)
def test_what_is_not_understood_is_a_word(typed: str) -> None:
    query = parse(typed)
    assert query.words == (typed.strip('"').lower(),)
    assert query == Query(words=query.words)


@pytest.mark.parametrize("typed", ["+44 20 7946 0018", "(020) 7946-0018", "442079460018"])
def test_a_phone_number_is_one_number_however_grouped(typed: str) -> None:
    query = parse(typed)
    assert query.phones == (typed,)
    assert query.words == ()


def test_a_number_of_two_digits_is_a_word() -> None:
    assert parse("studio 42") == Query(words=("studio", "42"))


def test_a_number_between_words_is_found_beside_them() -> None:
    assert parse("ana 7946 0018 berlin") == Query(words=("ana", "berlin"), phones=("7946 0018",))


@given(st.text(max_size=80))
def test_nothing_that_can_be_typed_is_refused(typed: str) -> None:
    query = parse(typed)
    assert all(query.words)


@pytest.mark.parametrize(
    ("typed", "operator"),
    [
        ("strength:abc", "strength"),
        ("ana last:>banana", "last"),
        ("circle:square", "circle"),
        ("tag:", ""),
        ("strength:<40 last:never tag:climate", ""),
        ("foo:bar", ""),
        ("ana", ""),
    ],
)
def test_a_condition_that_makes_no_sense_is_named(typed: str, operator: str) -> None:
    assert misread(typed) == operator


def test_a_condition_that_makes_no_sense_is_explained(desk: Client) -> None:
    for path in ("/people/", "/search/"):
        page = desk.get(f"{path}?q=strength:abc").text
        assert "“strength:” takes a number" in page
        assert "Add this person" not in page
