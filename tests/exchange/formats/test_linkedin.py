"""LinkedIn's Connections.csv as it was exported over the years and saved again by Excel."""

from collections.abc import Callable

import pytest

from exchange.cards import Card, DatedFact, Labelled
from exchange.formats import Limits, Refusal, Skip
from exchange.formats.linkedin_dates import is_day_first, iso_day

Read = Callable[..., list[Card | Refusal | Skip]]
NOTES = 'Notes:\n"When exporting, you may notice ""gaps"", or not. See https://example.com"\n\n'
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ALICE = (
    'Alice,Ament,https://www.linkedin.com/in/alice,a@example.com,"Acme, Inc.",Head,08 Feb 2026\n'
)


def only(found: list[Card | Refusal | Skip]) -> Card:
    (card,) = found
    assert isinstance(card, Card)
    return card


@pytest.mark.parametrize(
    "text",
    [
        NOTES + HEADER + ALICE,
        HEADER + ALICE,
        NOTES + HEADER + ALICE.rstrip("\n"),
        (NOTES + HEADER + ALICE).replace("\n", "\r\n"),
        (NOTES + HEADER + ALICE).replace("\n", "\r"),
        "\ufeff" + HEADER + ALICE,
        (HEADER + ALICE).replace('"Acme, Inc."', "Acme# Inc.").replace(",", ";").replace("#", ","),
        (HEADER + ALICE).replace('"Acme, Inc."', "Acme# Inc.").replace(",", "\t").replace("#", ","),
        "Notes:\nunquoted, with a comma\n\n\n" + HEADER.upper() + ALICE,
    ],
)
def test_every_variant_gives_the_same_person(outcomes: Read, text: str) -> None:
    alice = only(outcomes(text, "Connections.csv"))
    assert (alice.display_name, alice.given, alice.family) == ("Alice Ament", "Alice", "Ament")
    assert alice.emails == (Labelled("", "a@example.com"),)
    assert alice.links == (Labelled("linkedin", "https://www.linkedin.com/in/alice"),)
    assert (alice.organisation, alice.title) == ("Acme, Inc.", "Head")
    assert (alice.connected_on, alice.unmapped) == ("2026-02-08", ())
    assert alice.dialect == "linkedin"


def test_reordered_and_unknown_columns(outcomes: Read) -> None:
    text = "Last Name,Company,Mood,Connected On,First Name\nAment,Acme,sunny,7-Feb-22,Alice\n"
    alice = only(outcomes(text))
    assert (alice.given, alice.organisation, alice.connected_on) == ("Alice", "Acme", "2022-02-07")
    assert alice.unmapped == ("Mood",)


def test_the_source_is_the_row_below_its_header(outcomes: Read) -> None:
    assert only(outcomes(NOTES + HEADER + ALICE)).source == HEADER + ALICE


def test_hidden_members_are_skipped_and_counted(outcomes: Read) -> None:
    found = outcomes(NOTES + HEADER + ALICE + ",,,,,,01 Jan 2023\n,,,,,,\n\n" + ALICE)
    assert [type(one) for one in found] == [Card, Skip, Card]
    skip = found[1]
    assert isinstance(skip, Skip)
    assert (skip.reason_code, skip.position.card, skip.position.line) == ("hidden_member", 2, 6)


def test_a_row_without_a_name_or_address_is_refused(outcomes: Read) -> None:
    (refusal,) = outcomes(HEADER + ",,,,Acme,Head,08 Feb 2026\n")
    assert isinstance(refusal, Refusal)
    assert refusal.reason_code == "row_nameless"


def test_a_person_known_only_by_a_profile_keeps_it_as_name(outcomes: Read) -> None:
    found = only(outcomes(HEADER + ",,https://www.linkedin.com/in/x,,,,08 Feb 2026\n"))
    assert found.display_name == "https://www.linkedin.com/in/x"
    assert found.is_name_deduced


def test_an_unclosed_quote_costs_its_row_only(outcomes: Read) -> None:
    found = outcomes(HEADER + ALICE + '"Bob,B,,,,,\n' + ALICE * 300)
    assert [one.reason_code for one in found if isinstance(one, Refusal)] == ["unclosed_quote"]
    assert sum(isinstance(one, Card) for one in found) == 301


def test_a_quoted_line_end_is_part_of_its_cell(outcomes: Read) -> None:
    found = outcomes(HEADER + ALICE.replace("Head", '"Head of\nSales"') + ALICE)
    assert [one.title for one in found if isinstance(one, Card)] == ["Head of\nSales", "Head"]
    assert [one.position.line for one in found if one.position] == [2, 4]


def test_a_quote_inside_a_cell_is_kept(outcomes: Read) -> None:
    assert only(outcomes(HEADER + 'Al "Ace",Ament,,,6" Pipes,,\n')).given == 'Al "Ace"'


def test_a_day_that_cannot_be_read_is_reported(outcomes: Read) -> None:
    alice = only(outcomes(HEADER + ALICE.replace("08 Feb 2026", "soon")))
    assert (alice.connected_on, alice.unmapped) == ("", ("Connected On",))


def test_too_many_rows_stop_with_a_reason(outcomes: Read) -> None:
    found = outcomes(HEADER + ALICE * 5, limits=Limits(cards=3))
    assert [type(one) for one in found] == [Card, Card, Card, Refusal]


def test_the_export_of_before_2017(outcomes: Read) -> None:
    text = (
        '"Title","First Name","Middle Name","Last Name","Suffix","E-mail Address",'
        '"E-mail 2 Address","Business Phone","Company","Job Title","Birthday","Web Page"\n'
        '"Dr.","Alice","M.","Ament","","a@example.com","b@example.com","+49 30 1","Acme","Head",'
        '"4/15/1990","https://example.com"\n'
    )
    alice = only(outcomes(text))
    assert (alice.prefix, alice.additional, alice.title) == ("Dr.", "M.", "Head")
    assert [email.value for email in alice.emails] == ["a@example.com", "b@example.com"]
    assert alice.phones == (Labelled("work", "+49 30 1"),)
    assert alice.birthday == DatedFact("birthday", "1990-04-15")


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("08 Feb 2026", False, "2026-02-08"),
        ("7-Feb-22", False, "2022-02-07"),
        ("5-May-25", False, "2025-05-05"),
        ("Feb 8, 2026", False, "2026-02-08"),
        ("2026-02-08", False, "2026-02-08"),
        ("2/8/2026", False, "2026-02-08"),
        ("1/29/26, 2:37 PM", False, "2026-01-29"),
        ("08.02.2026", True, "2026-02-08"),
        ("30 Feb 2026", False, ""),
        ("8 Foo 2026", False, ""),
        ("", False, ""),
    ],
)
def test_days_in_all_their_spellings(text: str, day_first: bool, expected: str) -> None:
    assert iso_day(text, day_first=day_first) == expected


def test_the_order_of_day_and_month_is_found_in_the_table() -> None:
    assert not is_day_first(["1/2/26", "1/29/26"])
    assert is_day_first(["1/2/26", "29/1/26"])
    assert is_day_first(["1.2.26"])
    assert not is_day_first(["1/2/26", "soon"])
