"""Real files from phones and programs: read, changed, written, with nothing lost on the way."""

import base64
import io
import re
from dataclasses import astuple, fields, replace
from difflib import ndiff
from functools import cache
from pathlib import Path

import pytest

from exchange.cards import Card, Labelled, Photo
from exchange.formats import Refusal, Skip, card_from, changes_between, patch, read, write
from exchange.formats.content_lines import content_lines
from exchange.formats.escaping import items_of, parts_of
from exchange.formats.surviving import lost_lines

SAMPLES = Path(__file__).parents[4] / "shared/samples"
VCARDS = sorted((SAMPLES / "vcard").glob("*.vcf"))
PHONES = frozenset({"TEL", "X-MS-TEL"})
LISTS = ("emails", "phones", "links", "messengers", "addresses", "dates", "related")
NAMES = ("display_name", "prefix", "given", "additional", "family", "suffix")
Outcome = Card | Refusal | Skip

pytestmark = pytest.mark.skipif(not VCARDS, reason="the sample files are not here")


@cache
def outcomes_of(path: Path) -> list[Outcome]:
    with path.open("rb") as stream:
        return list(read(stream, path.name))


def cards_of(path: Path) -> list[Card]:
    return [outcome for outcome in outcomes_of(path) if isinstance(outcome, Card)]


def all_cards() -> list[Card]:
    return [card for path in VCARDS for card in cards_of(path)]


def test_at_least_97_in_100_files_are_read_and_the_others_say_why() -> None:
    unread = {path.name: outcomes_of(path) for path in VCARDS if not cards_of(path)}
    assert {name: [one.reason_code for one in found if isinstance(one, Refusal)]
            for name, found in unread.items()} == {
        "aosp-vcard__v21_android_custom_prop.vcf": ["card_empty"],
        "khard__unparsable.vcf": ["truncated"],
        "libical__user-cal.vcf": ["calendar"],
    }  # fmt: skip
    assert len(unread) <= 0.03 * len(VCARDS)


@pytest.mark.parametrize("path", VCARDS, ids=lambda path: path.name)
def test_every_card_of_a_file_comes_to_something(path: Path) -> None:
    """Counted without our own reader, but for files whose text must be decoded first."""
    text = path.read_bytes().replace(b"\0", b"").decode("latin-1")
    begun = len(re.findall(r"(?im)^begin:vcard[ \t\r]*$", text))
    found = [one for one in outcomes_of(path) if not isinstance(one, Skip)]
    assert len(found) == max(1, begun)


def test_an_edited_phone_changes_no_other_property() -> None:
    for card in all_cards():
        edited = replace(card, phones=(Labelled("mobile", "+49 30 7"), *card.phones[1:]))
        written = patch(card.source, changes_between(card, edited))
        assert lost_lines(card.source, written, PHONES) == []
        again = card_from(written)
        assert _without(again, "phones") == _without(card, "phones")
        assert set(again.phones) == set(edited.phones)


def test_an_edited_phone_changes_no_other_line_of_text() -> None:
    """Line by line, without our own lexer; folded parts follow their property."""
    for card in all_cards():
        edited = replace(card, phones=(*card.phones, Labelled("", "+49 30 7")))
        written = patch(card.source, changes_between(card, edited))
        lines = ndiff(re.split(r"\r\n?|\n", card.source), re.split(r"\r\n?|\n", written))
        assert [line for line in lines if line[0] in "+-"] == ["+ TEL:+49 30 7"]


def test_no_value_is_dropped_unreported() -> None:
    """Every piece of every property is in a field, unless the property is listed as unmapped."""
    for card in all_cards():
        held = _flat(card)
        for line in content_lines(card.source):
            if line.name in {"", "BEGIN", "END", "VERSION", "X-ABLABEL", *card.unmapped}:
                continue
            for piece in _pieces(line.name, parts_of(line), items_of(line)):
                assert piece in held, (card.position, line.name, piece)


def _pieces(name: str, parts: list[str], items: list[str]) -> list[str]:
    """What must be found again; days, pictures and kinds are compared by their own tests."""
    if name in {"PHOTO", "KIND", "X-ABSHOWAS", "X-ANDROID-CUSTOM"} or "DAY" in name:
        return []
    if "ANNIVERSARY" in name or "DATE" in name:
        return []
    if name == "IMPP":
        parts = [part.partition(":")[2] for part in parts]
    pieces = items if name in {"CATEGORIES", "NICKNAME"} else parts
    return [_plain(piece) for piece in pieces if _plain(piece)]


def _flat(card: Card) -> str:
    plain = replace(card, source="", unmapped=(), photo=None)
    return _plain(" ".join(map(str, _leaves(astuple(plain)))))


def _leaves(value: object) -> list[object]:
    if isinstance(value, tuple | list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def _plain(text: str) -> str:
    """Without white space and without the schemes that a field leaves out."""
    text = re.sub(r"^(tel:|sip:|urn:uuid:|ext=)", "", text.strip())
    return re.sub(r"\s", "", text)


def test_days_and_pictures_are_what_stands_there() -> None:
    for card in all_cards():
        for line in content_lines(card.source):
            if line.name == "BDAY" and "BDAY" not in card.unmapped and line.value.strip():
                assert card.birthday
                digits = re.sub(r"\D", "", card.birthday.value)
                assert digits in re.sub(r"\D", "", line.value) or card.birthday.text
            if (
                line.name == "PHOTO"
                and "PHOTO" not in card.unmapped
                and isinstance(card.photo, Photo)
            ):
                packed = base64.b64encode(card.photo.data).decode().rstrip("=")
                assert packed in re.sub(r"\s", "", line.value)


@pytest.mark.parametrize("dialect", ["2.1", "3.0", "4.0"])
def test_every_card_written_afresh_is_read_the_same(dialect: str) -> None:
    for card in all_cards():
        (again,) = read(io.BytesIO(write(card, dialect).encode()), "afresh.vcf")
        assert isinstance(again, Card)
        for name in LISTS:
            assert set(getattr(again, name)) == set(getattr(card, name)), (card.position, name)
        names = NAMES if card.is_name_deduced else ()
        assert _without(again, *LISTS, *names) == _without(card, *LISTS, *names)


def _without(card: Card, *names: str) -> dict[str, object]:
    """What a card says, except in these fields; a name that is a guess is not said."""
    left_out = {"source", "position", "dialect", "unmapped", "is_name_deduced", *names}
    left_out |= set(NAMES) if card.is_name_deduced else set()
    return {f.name: getattr(card, f.name) for f in fields(card) if f.name not in left_out}


def test_linkedin_files_give_their_people() -> None:
    counted = {
        path.name: sum(isinstance(one, Card) for one in outcomes_of(path))
        for path in sorted((SAMPLES / "linkedin_csv").glob("*.csv"))
    }
    assert counted == {
        "careermanager__Connections.csv": 3,
        "kawsay__Connections.csv": 2,
        "kawsay__messages.csv": 0,
        "labeldekho__Connections.csv": 10,
        "lexnetwork__Connections.csv": 4,
        "lexnetwork__messages.csv": 0,
        "rolomind__linkedin.csv": 5,
        "six-hops__Connections.csv": 4,
        "sourcer__Connections.csv": 3,
    }


def test_jcards_say_what_their_vcards_say() -> None:
    pairs = sorted((SAMPLES / "jcard").glob("ical.js__*.json"))
    assert pairs
    for path in pairs:
        (one,) = [card for card in outcomes_of(path) if isinstance(card, Card)][:1]
        twin = cards_of(SAMPLES / "vcard" / f"{path.stem}.vcf")[0]
        assert (one.given, one.family, one.note) == (twin.given, twin.family, twin.note)
        assert [email.value for email in one.emails] == [email.value for email in twin.emails]
