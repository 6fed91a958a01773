"""A card written back after a change: what changed is new, all else is as it was, to the byte."""

from dataclasses import replace

import pytest

from exchange.cards import Card, DatedFact, FurtherJob, Labelled, PostalAddress
from exchange.formats import card_from, changes_between, patch
from exchange.formats.surviving import semantic_lines

APPLE = (
    "BEGIN:VCARD\r\n"
    "VERSION:3.0\r\n"
    "N:Ament;Alice;;;\r\n"
    "FN:Alice Ament\r\n"
    "ORG:Acme\\, Inc.;\r\n"
    "item1.EMAIL;type=INTERNET;type=pref:alice@example.com\r\n"
    "item1.X-ABLabel:_$!<Other>!$_\r\n"
    "TEL;type=CELL;type=VOICE;type=pref:(650) 555-1212\r\n"
    "item2.TEL:1234\r\n"
    "item2.X-ABLabel:Ferienhaus\r\n"
    "NOTE:a very long note that somebody has folded in a place of their own ch\r\n"
    "  oosing\r\n"
    'X-FOO;BAR="a:b":kept, unescaped; as it is\r\n'
    "END:VCARD\r\n"
)
PHONE_2_1 = (
    "BEGIN:VCARD\nVERSION:2.1\nN:Ament;Alice\n"
    "TEL;CELL;VOICE:1\nTEL;WORK:2\n"
    "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=\n=C3=9Fe\n"
    "END:VCARD\n"
)


def patched(source: str, **changes: object) -> str:
    before = card_from(source)
    return patch(source, changes_between(before, replace(before, **changes)))  # type: ignore[arg-type]  # names of fields come from the tests


def difference(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines gone and the lines new."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_one_changed_number_changes_one_line_and_keeps_its_types() -> None:
    phones = card_from(APPLE).phones
    after = patched(APPLE, phones=(replace(phones[0], value="+1 650 999"), phones[1]))
    assert after == APPLE.replace("(650) 555-1212", "+1 650 999")


def test_a_changed_number_keeps_its_custom_label() -> None:
    phones = card_from(APPLE).phones
    after = patched(APPLE, phones=(phones[0], replace(phones[1], value="99")))
    assert after == APPLE.replace("item2.TEL:1234", "item2.TEL:99")


def test_a_removed_number_takes_its_label_along() -> None:
    after = patched(APPLE, phones=card_from(APPLE).phones[:1])
    assert difference(APPLE, after) == (["item2.TEL:1234", "item2.X-ABLabel:Ferienhaus"], [])


def test_an_added_number_stands_behind_its_sisters_with_a_free_group() -> None:
    phones = (*card_from(APPLE).phones, Labelled("Boot", "77"), Labelled("work fax", "88"))
    after = patched(APPLE, phones=phones)
    added = ["item3.TEL:77", "item3.X-ABLabel:Boot", "TEL;TYPE=WORK,FAX:88"]
    assert difference(APPLE, after) == ([], added)
    lines = after.splitlines()
    assert lines.index("item3.TEL:77") == lines.index("item2.X-ABLabel:Ferienhaus") + 1


def test_a_label_changes_between_word_and_custom() -> None:
    first, second = card_from(APPLE).phones
    after = patched(APPLE, phones=(replace(first, label="Boot"), replace(second, label="home")))
    gone, new = difference(APPLE, after)
    assert gone == [
        "TEL;type=CELL;type=VOICE;type=pref:(650) 555-1212",
        "item2.TEL:1234",
        "item2.X-ABLabel:Ferienhaus",
    ]
    assert new == [
        "item3.TEL;TYPE=VOICE,PREF:(650) 555-1212",
        "item3.X-ABLabel:Boot",
        "item2.TEL;TYPE=HOME:1234",
    ]


def test_another_preferred_number() -> None:
    first, second = card_from(APPLE).phones
    phones = (replace(first, is_preferred=False), replace(second, is_preferred=True))
    assert card_from(patched(APPLE, phones=phones)).phones == phones


def test_preference_moves_away_from_all_who_claim_it() -> None:
    source = "BEGIN:VCARD\nVERSION:2.1\nFN:A\nTEL;PREF:1\nTEL;PREF;WORK:2\nTEL:3\nEND:VCARD\n"
    phones = (Labelled("", "1"), Labelled("work", "2"), Labelled("", "3", True))
    after = patched(source, phones=phones)
    assert card_from(after).phones == phones
    assert "TEL;PREF:3" in after


def test_version_2_1_is_written_in_its_own_way() -> None:
    phones = (Labelled("mobile", "1"), Labelled("work fax", "5", True))
    after = patched(PHONE_2_1, phones=phones, note="Grüße; aus Köln\nAlice", title="Chefin")
    assert "TEL;CELL;VOICE:1\n" in after
    assert "TEL;WORK;FAX;PREF:5\n" in after
    assert "TITLE:Chefin\n" in after
    assert "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe\\; aus K=C3=B6=\n" in after
    assert card_from(after).note == "Grüße; aus Köln\nAlice"
    assert "\r" not in after


def test_one_field_of_several_in_a_line() -> None:
    after = patched(APPLE, department="Sales", family="Bell", display_name="Alice Bell")
    gone, new = difference(APPLE, after)
    assert gone == ["N:Ament;Alice;;;", "FN:Alice Ament", "ORG:Acme\\, Inc.;"]
    assert new == ["N:Bell;Alice;;;", "FN:Alice Bell", "ORG:Acme\\, Inc.;Sales"]


def test_fields_that_were_not_there_come_before_the_end() -> None:
    after = patched(
        APPLE,
        birthday=DatedFact("birthday", "--04-15"),
        categories=("VIP", "a,b"),
        addresses=(PostalAddress("home", "Main St 1", city="Ulm"),),
        dates=(DatedFact("first date", "2001-02-03"),),
        how_met="at school",
    )
    gone, new = difference(APPLE, after)
    assert gone == []
    assert new == [
        "BDAY:--04-15",
        "CATEGORIES:VIP,a\\,b",
        "X-NETCRM-HOW-MET:at school",
        "ADR;TYPE=HOME:;;Main St 1;Ulm;;;",
        "item3.X-ABDATE:2001-02-03",
        "item3.X-ABLabel:first date",
    ]
    assert after.endswith("first date\r\nEND:VCARD\r\n")


def test_everything_taken_away() -> None:
    empty = patch(APPLE, changes_between(card_from(APPLE), Card(display_name="Alice")))
    assert difference("", empty)[1] == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Alice",
        'X-FOO;BAR="a:b":kept, unescaped; as it is',
        "END:VCARD",
    ]


def test_several_jobs_stay_together() -> None:
    source = "BEGIN:VCARD\nVERSION:4.0\nFN:A\nORG:One\nTITLE:First\nORG:Two\nEND:VCARD\n"
    jobs = (FurtherJob("", "", "Mother"), FurtherJob("Three", "Sales", "Third"))
    after = card_from(patched(source, title="", further_jobs=jobs))
    assert (after.organisation, after.title, after.further_jobs) == ("One", "", jobs)


def test_android_lines_give_way_to_standard_ones() -> None:
    kind = "X-ANDROID-CUSTOM:vnd.android.cursor.item"
    source = (
        f"BEGIN:VCARD\nVERSION:2.1\nFN:A\n{kind}/nickname;Al;1;;\n"
        f"{kind}/relation;Bob;14;;\n{kind}/relation;Carol;6;;\nEND:VCARD\n"
    )
    after = patched(source, nickname="Ally", related=(Labelled("friend", "Carol"),))
    assert difference(source, after) == (
        [f"{kind}/nickname;Al;1;;", f"{kind}/relation;Bob;14;;"],
        ["NICKNAME:Ally"],
    )


def test_a_changed_messenger_keeps_to_the_property_it_stands_in() -> None:
    source = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nX-ICQ:1\nIMPP;TYPE=home:xmpp:a\nEND:VCARD\n"
    after = patched(source, messengers=(Labelled("icq", "2"), Labelled("xmpp", "b")))
    assert difference(source, after) == (
        ["X-ICQ:1", "IMPP;TYPE=home:xmpp:a"],
        ["X-ICQ:2", "IMPP;TYPE=home:xmpp:b"],
    )


def test_a_printed_address_becomes_a_structured_one_when_it_changes() -> None:
    source = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nLABEL;TYPE=home:Main St 1\\nUlm\nEND:VCARD\n"
    after = patched(source, addresses=(PostalAddress("home", "Main St 1", city="Ulm"),))
    assert difference(source, after)[1] == ["ADR;TYPE=HOME:;;Main St 1;Ulm;;;"]
    assert "LABEL" not in after


def test_a_moved_home_takes_its_printed_form_along() -> None:
    source = (
        "BEGIN:VCARD\nVERSION:2.1\nFN:A\nADR;HOME:;;Main St 1;Ulm;;;\nLABEL;HOME:Main St 1, Ulm\n"
        "ADR;WORK:;;High St 2;Ulm;;;\nLABEL;WORK:High St 2, Ulm\nEND:VCARD\n"
    )
    home, work = card_from(source).addresses
    after = patched(source, addresses=(replace(home, street="New St 3"), work))
    assert difference(source, after) == (
        ["ADR;HOME:;;Main St 1;Ulm;;;", "LABEL;HOME:Main St 1, Ulm"],
        ["ADR;HOME:;;New St 3;Ulm;;;"],
    )


def test_another_label_leaves_a_packed_value_as_it_is() -> None:
    packed = "CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:gr=fc=df =3D x"
    source = f"BEGIN:VCARD\nVERSION:2.1\nFN:A\nURL;HOME;{packed}\nEND:VCARD\n"
    assert card_from(source).links == (Labelled("home", "grüß = x"),)
    after = patched(source, links=(Labelled("work", "grüß = x"),))
    assert card_from(after).links == (Labelled("work", "grüß = x"),)
    assert "=fc=df =3D x" in after


def test_what_is_no_vcard_cannot_be_patched() -> None:
    with pytest.raises(ValueError, match="vCard"):
        patch("First Name,Last Name\nA,B\n", changes_between(Card(), Card(note="x")))


def test_what_a_card_says_does_not_depend_on_its_writing() -> None:
    one = "BEGIN:VCARD\nTEL;TYPE=home,cell:1\nNOTE:long\n  text\nEND:VCARD\n"
    other = "BEGIN:VCARD\r\nNOTE:long text\r\nTEL;TYPE=CELL;TYPE=HOME:1\r\nEND:VCARD"
    assert semantic_lines(one) == semantic_lines(other)
    assert semantic_lines(one) != semantic_lines(one.replace(":1", ":2"))
