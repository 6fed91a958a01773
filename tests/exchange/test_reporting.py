"""The report: every card is accounted for, and what no person got is named with the true reason."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from exchange.formats import read
from exchange.leftovers import FOREIGN, LINK, NO_DAY, NO_PICTURE, NO_PLACE, ONE_PHOTO, leftovers
from exchange.models import ImportRun
from tests.exchange.importing import SAMPLES, add, bring, card, page, with_samples
from tests.makers import make_contact

pytestmark = pytest.mark.database

ANA = card("Ana Pereira", "EMAIL:ana@lumen.example")
# One pixel.
PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5E"
    "rkJggg=="
)


def report(desk: Client, run: ImportRun) -> dict[str, int]:
    """The numbers of the report by their words."""
    found = re.findall(r"<dt>([^<]+)</dt><dd>([\d,]+)</dd>", page(desk, run))
    return {words: int(number.replace(",", "")) for words, number in found}


def left_by_reason(run: ImportRun) -> dict[str, list[tuple[str, int]]]:
    found = leftovers(run.outcome["unplaced"])
    return {
        group.why: [(one.word or one.name, one.number) for one in group.left] for group in found
    }


def test_cards_merged_into_another_of_the_file_are_told(desk: Client, alice: User) -> None:
    second = card("Ana Pereira", "EMAIL:ana@lumen.example", "TEL:+351 91 000 0000")
    run = add(desk, bring(desk, ANA + second + ANA))

    assert report(desk, run) == {
        "person added": 1, "merged with another card of this file": 1, "left out": 1,
    }  # fmt: skip
    assert "3 cards were read" in page(desk, run)


def test_cards_merged_with_people_known_before_are_told(desk: Client, alice: User) -> None:
    make_contact(alice, "Ana Pereira").emails.create(address="ana@lumen.example")
    cards = [
        card("Ana Pereira", "EMAIL:ana@lumen.example", f"TEL:+351 91 000 000{at}") for at in (1, 2)
    ]
    run = add(desk, bring(desk, "".join(cards) + card("Ben Okafor")))

    assert report(desk, run) == {"person added": 1, "merged with people known before": 2}


def test_the_triage_is_offered_for_as_many_as_it_asks_about(desk: Client, alice: User) -> None:
    shop = card("", "ORG:Lumen", "X-ABShowAs:COMPANY")
    html = page(desk, add(desk, bring(desk, shop)))
    assert "A few taps" not in html
    assert "/triage/" not in html

    html = page(desk, add(desk, bring(desk, ANA)))
    assert "A few taps about 1 person:" in html
    many = "".join(card(f"Ben{at} Okafor") for at in range(40))
    html = page(desk, add(desk, bring(desk, many)))
    assert "A few taps about each of 30 people:" in html
    assert "30 people left" in desk.get("/triage/").content.decode()


def test_somebody_gone_since_is_added_and_counted_once(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana Pereira")
    ana.emails.create(address="ana@lumen.example")
    run = bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example", "TEL:+351 91 000 0001"))
    assert run.rows.get().verdict == "update"
    Contact.objects.all().delete()

    assert report(desk, add(desk, run)) == {"person added": 1}


def one_file() -> tuple[str, bytes]:
    paths = sorted((SAMPLES / "vcard").glob("*.vcf"))
    return "all.vcf", b"\r\n".join(path.read_bytes() for path in paths)


def one_zip() -> tuple[str, bytes]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(path for path in SAMPLES.rglob("*") if path.is_file()):
            archive.write(path, path.relative_to(SAMPLES))
    return "all.zip", packed.getvalue()


@with_samples
@pytest.mark.parametrize("whole", [one_file, one_zip])
def test_the_numbers_sum_to_the_cards_read_of_all_samples(
    desk: Client, alice: User, whole: Callable[[], tuple[str, bytes]]
) -> None:
    name, content = whole()
    run = bring(desk, content, name)
    outcomes = len(list(read(io.BytesIO(content), name)))
    assert run.rows.count() == outcomes

    numbers = report(desk, add(desk, run))
    assert sum(numbers.values()) == outcomes
    assert numbers["people added"] == Contact.objects.of(alice).count()
    assert numbers["merged with other cards of this file"] > 10


def test_why_a_photo_was_not_taken_is_told_truly(desk: Client, alice: User) -> None:
    run = add(
        desk,
        bring(
            desk,
            card("Ana Pereira", "PHOTO;VALUE=uri:https://lumen.example/ana.jpg")
            + card("Ben Okafor", "PHOTO;ENCODING=b;TYPE=PNG:bm8gcGljdHVyZSBhdCBhbGw=")
            + card("Cem Aydin", f"PHOTO;ENCODING=b:{PICTURE}", f"PHOTO;ENCODING=b:{PICTURE[:-9]}"),
        ),
    )

    assert left_by_reason(run) == {
        str(why): [("photo", 1)] for why in (LINK, NO_PICTURE, ONE_PHOTO)
    }
    assert Contact.objects.exclude(photo="").get().given == "Cem"
    assert "pictures are not fetched" in page(desk, run)


def test_properties_are_told_in_words(desk: Client, alice: User) -> None:
    lines = ("TZ:+01:00", "X-ABRELATEDNAMES:Rui", "X-SHOE-SIZE:44", "BDAY;VALUE=text:circa 1800")
    run = add(desk, bring(desk, card("Ana Pereira", *lines)))

    left = left_by_reason(run)
    assert sorted(left[str(NO_PLACE)]) == [("related people", 1), ("time zone", 1)]
    assert left[str(FOREIGN)] == [("X-SHOE-SIZE", 1)]
    assert left[str(NO_DAY)] == [("birthday", 1)]
    shown = page(desk, run)
    assert "related people" in shown
    assert "RELATED" not in shown
