"""Files in every alphabet that phones and programs have used."""

from collections.abc import Callable

import pytest

from exchange.cards import Card
from exchange.formats import Refusal, Skip, patch, to_bytes
from exchange.formats.vcard_writing import CardChanges

Read = Callable[..., list[Card | Refusal | Skip]]
TEXT = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Brontë\r\nORG:Café\r\nEND:VCARD\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_alphabet_of_a_whole_file_is_recognised(outcomes: Read, encoding: str) -> None:
    (zoe,) = outcomes(TEXT.encode(encoding))
    assert isinstance(zoe, Card)
    assert (zoe.display_name, zoe.organisation) == ("Zoë Brontë", "Café")


def test_cyrillic_without_a_word_about_its_charset(outcomes: Read) -> None:
    text = TEXT.replace("Zoë Brontë", "Анна Каренина").replace("Café", "Издательство Мосгаз")
    text = text.replace("END:", "NOTE:Она живёт в большом городе и пишет письма друзьям\r\nEND:")
    (anna,) = outcomes(text.encode("cp1251"))
    assert isinstance(anna, Card)
    assert anna.display_name == "Анна Каренина"


def test_one_card_in_another_alphabet_spoils_no_other(outcomes: Read) -> None:
    found = outcomes(TEXT.encode("utf-8") + TEXT.encode("cp1252"))
    assert [one.display_name for one in found if isinstance(one, Card)] == ["Zoë Brontë"] * 2


# The second byte of this letter in Shift_JIS is a backslash.
NOH = "伊能"


def test_each_property_in_the_charset_that_it_names(outcomes: Read) -> None:
    raw = b"".join(
        [
            b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS:",
            NOH.encode("shift_jis") + b";",
            "圭一".encode("shift_jis"),
            b"\r\nORG;CHARSET=UTF-8:",
            "Café".encode(),
            b"\r\nNOTE;CHARSET=windows-1252:",
            "Zoë".encode("cp1252"),
            b"\r\nEND:VCARD\r\n",
        ]
    )
    (card,) = outcomes(raw)
    assert isinstance(card, Card)
    assert (card.family, card.given) == (NOH, "圭一")
    assert (card.organisation, card.note) == ("Café", "Zoë")
    assert to_bytes(card.source) == raw


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe", "Grüße"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:Gr=FC=DFe", "Grüße"),
        ("NOTE;QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe", "Grüße"),
        ("NOTE;CHARSET=ISO-8859-1;ENCODING=quoted-printable:Gr=fc=dfe", "Grüße"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=\r\n=0A three", "one\ntwo\n three"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:soft=\r\n\r\nTEL:1", "soft"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:a=3Db =zz", "a=b =zz"),
        # A phone cut the last letter in two; the others are still right.
        ("NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe=C3", "Grüße\ufffd"),
    ],
)
def test_quoted_printable(outcomes: Read, line: str, note: str) -> None:
    (card,) = outcomes(f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:A\r\n{line}\r\nEND:VCARD\r\n")
    assert isinstance(card, Card)
    assert card.note == note


def test_a_patched_property_drops_the_old_charset(outcomes: Read) -> None:
    raw = f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:{NOH}\r\nEND:VCARD\r\n"
    (card,) = outcomes(raw.encode("shift_jis"))
    assert isinstance(card, Card)
    changes = CardChanges(Card(display_name="Zoë"), frozenset({"display_name"}))
    (again,) = outcomes(to_bytes(patch(card.source, changes)))
    assert isinstance(again, Card)
    assert again.display_name == "Zoë"
