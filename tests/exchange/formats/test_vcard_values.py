"""What a person has: numbers, addresses, days, jobs, pictures, in every program's spelling."""

import base64
from collections.abc import Callable

import pytest

from exchange.cards import Card, DatedFact, FurtherJob, Labelled, Photo, PhotoLink, PostalAddress

One = Callable[..., Card]
GIF = b"GIF89a" + bytes(20)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("TEL;WORK;FAX:1", "work fax"),
        ("TEL;TYPE=FAX;TYPE=WORK:1", "work fax"),
        ('TEL;TYPE="work,voice":1', "work"),
        ("TEL;type=CELL;type=VOICE:1", "mobile"),
        ("TEL;TYPE=workfax:1", "work fax"),
        ("TEL:1", ""),
    ],
)
def test_type_words_become_one_label(card: One, line: str, label: str) -> None:
    assert card("FN:Alice", line).phones == (Labelled(label, "1"),)


def test_apple_labels_win_over_type_words(card: One) -> None:
    alice = card(
        "FN:Alice",
        "item1.TEL;type=HOME:1",
        "item1.X-ABLabel:Ferienhaus\\, Ostsee",
        "item2.URL:www.example.com",
        "item2.X-ABLabel:_$!<HomePage>!$_",
    )
    assert alice.phones == (Labelled("Ferienhaus, Ostsee", "1"),)
    assert alice.links == (Labelled("homepage", "www.example.com"),)
    assert alice.unmapped == ()


def test_only_one_of_several_is_preferred(card: One) -> None:
    both = card("FN:Alice", "EMAIL;PREF:a@example.com", "EMAIL;PREF:b@example.com", version="2.1")
    assert [email.is_preferred for email in both.emails] == [True, False]
    ranked = card("FN:A", "TEL;PREF=100:1", "TEL;PREF=2:2", "TEL:3", version="4.0")
    assert [phone.is_preferred for phone in ranked.phones] == [False, True, False]


def test_a_number_as_uri_is_written_as_people_do(card: One) -> None:
    alice = card("FN:Alice", "TEL;VALUE=uri:tel:+1-418-656-9254;ext=102", version="4.0")
    assert alice.phones[0].value == "+1-418-656-9254 ext. 102"


def test_unescaped_commas_and_colons_cut_nothing(card: One) -> None:
    alice = card(
        "FN:Ament, Alice", "NOTE:a, b; c: d\\, e\\; f\\nnext", "TITLE:Director, Operations"
    )
    assert alice.display_name == "Ament, Alice"
    assert alice.note == "a, b; c: d, e; f\nnext"
    assert alice.title == "Director, Operations"


def test_an_address_in_parts_and_one_that_is_only_printed(card: One) -> None:
    parts = card("FN:A", "ADR;TYPE=work,pref:Box 1;Floor 2;Main St 3;Ulm;BW;89073;DE")
    assert parts.addresses == (
        PostalAddress("work", "Main St 3", "Floor 2", "Box 1", "Ulm", "BW", "89073", "DE", True),
    )  # fmt: skip
    printed = card("FN:A", "LABEL;HOME;ENCODING=QUOTED-PRINTABLE:Main St 3=0D=0AUlm", version="2.1")
    assert printed.addresses == (PostalAddress("home", "Main St 3\nUlm"),)


def test_messengers_of_all_ages(card: One) -> None:
    alice = card(
        "FN:Alice",
        "IMPP:xmpp:alice@example.com",
        "IMPP;X-SERVICE-TYPE=Skype:skype:alice.a",
        "X-ICQ:123",
        "X-SIP:sip:9-8",
    )
    assert alice.messengers == (
        Labelled("xmpp", "alice@example.com"),
        Labelled("skype", "alice.a"),
        Labelled("icq", "123"),
        Labelled("sip", "9-8"),
    )


def test_social_profiles_are_links(card: One) -> None:
    alice = card(
        "FN:Alice",
        "X-SOCIALPROFILE;type=twitter:https://twitter.com/alice",
        "X-SOCIALPROFILE;type=jabber;x-user=alice:x-apple:alice",
        "socialProfile;type=facebook:https://facebook.com/alice",
    )
    assert alice.links == (
        Labelled("twitter", "https://twitter.com/alice"),
        Labelled("jabber", "alice"),
        Labelled("facebook", "https://facebook.com/alice"),
    )


@pytest.mark.parametrize(
    ("line", "value", "text"),
    [
        ("BDAY:1990-04-15", "1990-04-15", ""),
        ("BDAY:19900415", "1990-04-15", ""),
        ("BDAY:--0415", "--04-15", ""),
        ("BDAY:--04-15", "--04-15", ""),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10", "--12-10", ""),
        ("BDAY:16040229", "--02-29", ""),
        ("BDAY:1990", "1990", ""),
        ("BDAY:1990-04", "1990-04", ""),
        ("BDAY:1953-10-15T23:10:00Z", "1953-10-15", "1953-10-15T23:10:00Z"),
        ("BDAY;VALUE=text:circa 1800", "", "circa 1800"),
        ("BDAY:2023-02-29", "", "2023-02-29"),
    ],
)
def test_birthdays_whole_and_in_part(card: One, line: str, value: str, text: str) -> None:
    assert card("FN:A", line).birthday == DatedFact("birthday", value, text)


def test_other_days_and_relatives_of_apple_evolution_and_android(card: One) -> None:
    apple = card(
        "FN:A",
        "item1.X-ABDATE:2001-02-03",
        "item1.X-ABLabel:_$!<Anniversary>!$_",
        "X-ANNIVERSARY:20010203",
        "item2.X-ABRELATEDNAMES:Bob",
        "item2.X-ABLabel:_$!<Spouse>!$_",
        "X-EVOLUTION-MANAGER:Carol",
    )
    assert apple.dates == (DatedFact("anniversary", "2001-02-03"),)
    assert apple.related == (Labelled("spouse", "Bob"), Labelled("manager", "Carol"))
    kind = "X-ANDROID-CUSTOM:vnd.android.cursor.item"
    android = card(
        "FN:A",
        f"{kind}/nickname;Al;1;;;",
        f"{kind}/relation;Bob;14;;",
        f"{kind}/contact_event;2001-02-03;1;;",
        f"{kind}/contact_event;1990-04-15;3;;",
        f"{kind}/unheard-of;x;1;;",
        version="2.1",
    )
    assert (android.nickname, android.related) == ("Al", (Labelled("spouse", "Bob"),))
    assert android.dates == (DatedFact("anniversary", "2001-02-03"),)
    assert android.birthday == DatedFact("birthday", "1990-04-15")
    assert android.unmapped == ("X-ANDROID-CUSTOM",)


def test_the_first_job_and_further_ones(card: One) -> None:
    alice = card(
        "FN:A", "ORG:Acme;Sales;North", "TITLE:Head", "ORG:Poetry", "TITLE:Poet", "TITLE:Mum"
    )
    assert (alice.organisation, alice.department, alice.title) == ("Acme", "Sales, North", "Head")
    assert alice.further_jobs == (FurtherJob("Poetry", "", "Poet"), FurtherJob("", "", "Mum"))


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("PHOTO;ENCODING=b;TYPE=JPEG", base64.b64encode(GIF).decode()),
        ("PHOTO;BASE64", base64.b64encode(GIF).decode()),
        ("PHOTO", "data:image/gif;base64," + base64.b64encode(GIF).decode()),
        ("PHOTO", "data:image/gif;base64\\," + base64.b64encode(GIF).decode()),
    ],
)
def test_pictures_are_known_by_their_bytes(card: One, header: str, value: str) -> None:
    assert card("FN:A", f"{header}:{value}").photo == Photo("image/gif", GIF)


def test_a_linked_picture_stays_a_link_and_a_broken_one_is_reported(card: One) -> None:
    linked = card("FN:A", "PHOTO;VALUE=uri:https://example.com/a.png")
    assert linked.photo == PhotoLink("https://example.com/a.png")
    broken = card("FN:A", "PHOTO;ENCODING=b:not:base64")
    assert (broken.photo, broken.unmapped) == (None, ("PHOTO",))


def test_tags_are_cut_at_bare_commas_only(card: One) -> None:
    assert card("FN:A", "CATEGORIES:VIP,Acme\\, Inc.,VIP").categories == ("VIP", "Acme, Inc.")


def test_what_has_no_field_is_named_once_and_kept(card: One) -> None:
    alice = card("FN:A", "X-FOO:1", "X-FOO:2", "GEO:1;2", "X-EMPTY:", "EMAIL:Al <al@example.com>")
    assert alice.unmapped == ("X-FOO", "GEO", "EMAIL")
    assert alice.emails == (Labelled("", "al@example.com"),)
    assert "X-FOO:1\r\nX-FOO:2" in alice.source
