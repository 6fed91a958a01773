"""What the files said of a person stays and can be read, word by word."""

import base64

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from accounts.models import User
from contacts.models import Contact
from exchange.models import SourceCard
from tests.exchange.importing import add, bring, card, connections, page
from tests.makers import make_contact

pytestmark = pytest.mark.database

PACKED = base64.b64encode(bytes(range(256)) * 12).decode()  # 3 KB that are no picture
FOLDED = "\r\n ".join(PACKED[at : at + 70] for at in range(0, len(PACKED), 70))
ANA = card("Ana Pereira", "EMAIL:ana@lumen.example", "X-SHOE-SIZE:44", f"KEY;ENCODING=b:{FOLDED}")


def sources(desk: Client, person: Contact, query: str = "") -> str:
    answer = desk.get(f"/people/{person.uid}/sources/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def said(html: str) -> str:
    return " ".join(strip_tags(html).split())


def test_the_page_of_a_person_leads_to_the_card_they_came_from(desk: Client) -> None:
    add(desk, bring(desk, ANA, "phone.vcf"))
    ana = Contact.objects.get()
    link = f'href="/people/{ana.uid}/sources/"'
    assert link in desk.get(ana.get_absolute_url()).content.decode()

    words = said(sources(desk, ana))
    assert "phone.vcf" in words
    assert "Imported on" in words
    assert "vCard 3.0" in words
    assert "EMAIL:ana@lumen.example" in words


def test_what_has_no_field_stands_before_the_text(desk: Client) -> None:
    add(desk, bring(desk, ANA))
    before, _, text = sources(desk, Contact.objects.get()).partition("<pre")
    assert "X-SHOE-SIZE</code>: 44" in before
    assert "key for encrypted mail" in before
    assert "X-SHOE-SIZE:44" in text


def test_a_picture_in_a_card_is_named_by_its_size_and_whole_in_the_file(desk: Client) -> None:
    add(desk, bring(desk, ANA))
    ana = Contact.objects.get()
    html = sources(desk, ana)
    assert FOLDED[100:170] not in html
    assert "KEY;ENCODING=b:… 3.0 KB not shown here … END:VCARD" in said(html).replace("\xa0", " ")

    answer = desk.get(f"/people/{ana.uid}/sources/{ana.source_cards.get().digest}/")
    assert answer.content.decode().strip() == ANA.strip()
    assert answer.headers["Content-Type"] == "text/vcard; charset=utf-8"
    assert 'filename="Ana Pereira.vcf"' in answer.headers["Content-Disposition"]


def test_a_text_without_end_is_cut_on_the_page_alone(desk: Client) -> None:
    add(desk, bring(desk, card("Ana Pereira", f"NOTE:{'word ' * 6000}", "TZ:+01:00")))
    html = sources(desk, Contact.objects.get())
    assert len(html) < 40_000
    assert "KB not shown here" in said(html).replace("\xa0", " ")
    assert "TZ:+01:00" not in html


def test_the_newest_card_comes_first_and_older_ones_on_further_pages(desk: Client) -> None:
    for at in range(11):
        add(desk, bring(desk, card("Ana Pereira", "EMAIL:ana@lumen.example", f"X-CARD:n{at}.")))
    ana = Contact.objects.get()
    first, second = sources(desk, ana), sources(desk, ana, "?page=2")
    assert first.index("X-CARD:n10.") < first.index("X-CARD:n9.")
    assert "X-CARD:n0." not in first
    assert "X-CARD:n0." in second


def test_a_row_of_a_table_is_told_by_its_columns(desk: Client) -> None:
    row = "Ana,Pereira,https://www.linkedin.com/in/ana,,Lumen,CTO,99 Foo 2020"
    add(desk, bring(desk, connections(row), "Connections.csv"))
    ana = Contact.objects.get()
    words = said(sources(desk, ana))
    assert "a row of LinkedIn's table" in words.replace("&#x27;", "'")
    assert "Connected On: 99 Foo 2020" in words
    answer = desk.get(f"/people/{ana.uid}/sources/{ana.source_cards.get().digest}/")
    assert answer.headers["Content-Type"].startswith("text/csv")


def test_whoever_came_with_no_card_has_no_link_and_a_page_that_says_so(
    desk: Client, alice: User
) -> None:
    ben = make_contact(alice, "Ben Okafor")
    assert "/sources/" not in desk.get(ben.get_absolute_url()).content.decode()
    assert "They came with no card" in sources(desk, ben)


def test_a_text_that_cannot_be_read_any_more_is_shown_as_it_is(desk: Client, alice: User) -> None:
    ben = make_contact(alice, "Ben Okafor")
    SourceCard.objects.create(contact=ben, format="linkedin", digest="b", text="<b>;stray\n\x0c")
    html = sources(desk, ben)
    assert "&lt;b&gt;;stray" in html
    assert "A file that is forgotten" in html


def test_the_report_leads_to_the_whole_text_of_what_it_shortened(desk: Client) -> None:
    run = add(desk, bring(desk, card("Ana Pereira", f"TITLE:{'chief ' * 80}")))
    ana = Contact.objects.get()
    assert f'href="/people/{ana.uid}/sources/"' in page(desk, run)
    assert "Longer than their field: job" in said(sources(desk, ana))


def test_it_asks_as_often_for_many_cards_as_for_one(desk: Client) -> None:
    costs = []
    for cards in (1, 5):
        for at in range(cards):
            lines = ("EMAIL:ana@lumen.example", f"X-CARD:{cards}-{at}")
            add(desk, bring(desk, card("Ana Pereira", *lines)))
        ana = Contact.objects.get()
        sources(desk, ana)
        with CaptureQueriesContext(connection) as queries:
            sources(desk, ana)
        costs.append(len(queries))
    assert costs[0] == costs[1]
