"""Facts edited where they stand, with JavaScript and without; what is wrong is said, not lost."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.adding import DateDraft, JobDraft, PersonDraft, PointDraft, add_people
from contacts.forms.sections import SECTIONS
from contacts.models import Contact, Organisation, SearchEntry
from contacts.signals import people_changed
from tests.makers import make_contact


@pytest.fixture
def ana(alice: User) -> Contact:
    draft = PersonDraft(
        given="Ana",
        family="Pereira",
        emails=[PointDraft("ana@lumen.example", "work", is_preferred=True)],
        jobs=[JobDraft("Lumen", "Head of Product")],
        dates=[DateDraft("birthday", "1987-11-29")],
        tags=["climate"],
        roles=["client"],
        benefits={"insight": "finance"},
        interests=["rowing"],
    )
    return add_people(alice, [draft])[0]


def form_of(desk: Client, person: Contact, section: str) -> dict[str, Any]:
    """What a browser would send if nothing was touched."""
    answer = desk.get(reverse("contacts:edit", args=[person.uid, section]))
    sent: dict[str, Any] = {}
    for form in (answer.context[name] for name in SECTIONS[section]):
        parts = [form.management_form, *form.forms] if hasattr(form, "forms") else [form]
        for field in (field for part in parts for field in part):
            value = field.value()
            if value is not None and value is not False and value != "":
                sent[field.html_name] = value
    return sent


def save(desk: Client, person: Contact, section: str, /, **typed: Any) -> Any:
    sent = form_of(desk, person, section)
    for name, value in typed.items():
        sent[name.replace("__", "-")] = value
    sent = {name: value for name, value in sent.items() if value is not None}
    return desk.post(reverse("contacts:edit", args=[person.uid, section]), sent)


@pytest.mark.parametrize("section", ["head", "work", "reach", "bond", "dates", "notes"])
def test_saving_an_untouched_form_changes_nothing(
    desk: Client, alice: User, ana: Contact, section: str
) -> None:
    lists = ("emails", "jobs", "dates", "roles", "benefits", "interests", "taggings")

    def everything() -> Any:
        rows = {name: list(getattr(ana, name).order_by("pk").values()) for name in lists}
        facts = Contact.objects.values().get(pk=ana.pk)
        return rows, {name: value for name, value in facts.items() if name != "updated_at"}

    before = everything()
    answer = save(desk, ana, section)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{ana.get_absolute_url()}#{section}"
    assert everything() == before


def test_a_name_is_changed_and_found(desk: Client, ana: Contact) -> None:
    save(desk, ana, "head", naming__family="Ōtani", naming__prefix="Dr")
    ana.refresh_from_db()
    assert (ana.name, ana.sort_name) == ("Dr Ana Ōtani", "otani ana")
    assert "otani" in SearchEntry.objects.get(contact=ana).title


@pytest.mark.parametrize(
    ("section", "typed", "words"),
    [
        ("head", {"naming__given": "A" * 201}, "At most 200 letters"),
        ("head", {"naming__given": None, "naming__family": None}, "at least one name"),
        ("head", {"naming__given": "An\x00a"}, "Null characters"),
        ("work", {"jobs__0__started": "some day"}, "no date we understand"),
        ("work", {"jobs__0__started": "13/2020"}, "“13/2020” is no date"),
        ("work", {"jobs__0__started": "2020", "jobs__0__ended": "2019"}, "end before it starts"),
        ("reach", {"emails__0__address": "ana at home"}, "no email address"),
        ("reach", {"phones__0__number": "none"}, "has digits"),
        ("bond", {"bond__cadence": "days"}, "how many days"),
        ("bond", {"bond__cadence": "days", "bond__cadence_days": "-3"}, "At least"),
        ("bond", {"bond__known_since": "2100"}, "still to come"),
        ("bond", {"bond__met_on": "30 Feb 2020"}, "no date we understand"),
        ("bond", {"bond__tags": "x" * 101}, "longer than 100"),
        ("bond", {"bond__circle": "moon"}, "not one of the available"),
        ("bond", {"bond__introducer_typed": "Nobody"}, "You know nobody called"),
        ("dates", {"dates__0__day": "--13-01"}, "no date we understand"),
        ("dates", {"dates__0__day": "15 April 0001"}, "Look at the year"),
        ("work", {"jobs__0__started": "9999"}, "Look at the year"),
        ("bond", {"bond__known_since": "0019"}, "Look at the year"),
        ("dates", {"dates__0__label": None}, "What day is it"),
        ("notes", {"notes__notes": "x" * 100_001}, "at most 100,000"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    desk: Client, ana: Contact, section: str, typed: dict[str, Any], words: str
) -> None:
    before = Contact.objects.values().get(pk=ana.pk)
    answer = save(desk, ana, section, **typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "autofocus" in page
    for value in typed.values():
        if isinstance(value, str) and "\x00" not in value:
            assert value in page
    assert Contact.objects.values().get(pk=ana.pk) == before


def test_rows_are_added_changed_and_emptied(desk: Client, ana: Contact) -> None:
    sent = {"emails__TOTAL_FORMS": 2, "emails__1__address": "ana@home.example"}
    save(desk, ana, "reach", **sent, emails__1__is_preferred="on", phones__0__number="030 / 1-2")
    assert [(row.address, row.is_preferred) for row in ana.emails.all()] == [
        ("ana@home.example", True),
        ("ana@lumen.example", False),
    ]
    assert ana.phones.get().digits == "03012"
    save(desk, ana, "reach", emails__0__address=None, emails__1__address=None)
    assert not ana.emails.exists()


def test_nothing_is_kept_twice(desk: Client, ana: Contact) -> None:
    sent = {"emails__TOTAL_FORMS": 2, "emails__1__address": "ANA@lumen.example"}
    answer = save(desk, ana, "reach", **sent)
    assert answer.status_code == 422
    assert "written twice" in answer.content.decode()
    assert ana.emails.count() == 1


def test_an_odd_address_that_came_with_a_card_may_stay(desk: Client, ana: Contact) -> None:
    ana.emails.update(address="ana (old)")
    assert save(desk, ana, "reach", phones__0__number="112").status_code == 302
    assert ana.emails.get().address == "ana (old)"


def test_another_row_is_given_without_saving(desk: Client, ana: Contact) -> None:
    answer = save(desk, ana, "reach", more="emails", emails__0__address="half ty")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "emails-1-address" in page
    assert "half ty" in page
    assert ana.emails.get().address == "ana@lumen.example"
    for nonsense in ("soul", "own", "phones"):
        sent = {"more": nonsense, "phones-TOTAL_FORMS": "²" * 9}
        address = reverse("contacts:edit", args=[ana.uid, "reach"])
        assert desk.post(address, sent).status_code == 200


def test_an_organisation_is_made_as_it_is_named(desk: Client, alice: User, ana: Contact) -> None:
    save(desk, ana, "work", jobs__0__company="  LUMEN ")
    assert ana.jobs.get().organisation == Organisation.objects.get()
    save(desk, ana, "work", jobs__0__company="Nova", jobs__0__ended="May 2021")
    job = ana.jobs.get()
    assert job.organisation == Organisation.objects.of(alice).get(name="Nova")
    assert (job.ended, job.is_current) == ("2021-05", False)


def test_what_binds_two_people_is_saved(desk: Client, alice: User, ana: Contact) -> None:
    ben = make_contact(alice, "Ben Okafor")
    save(
        desk,
        ana,
        "bond",
        bond__circle="close",
        bond__roles=["mentor", "friend"],
        bond__tags="Climate, Élan,  élan ",
        bond__known_since="5/2019",
        bond__introducer_typed="ben okafor",
        benefits__referral_note="knows everybody at Acme",
        benefits__insight=None,
        benefits__insight_note=None,
    )
    ana.refresh_from_db()
    assert (ana.circle, ana.circle_chosen_on) == ("close", alice.today())
    assert (ana.known_since, ana.introduced_by) == ("2019-05", ben)
    assert sorted(ana.roles.values_list("role", flat=True)) == ["friend", "mentor"]
    assert sorted(ana.tags.values_list("name", flat=True)) == ["climate", "Élan"]
    [benefit] = ana.benefits.all()
    assert (benefit.kind, benefit.note) == ("referral", "knows everybody at Acme")


def test_nobody_introduces_themselves(desk: Client, ana: Contact) -> None:
    answer = save(desk, ana, "bond", bond__introducer=str(ana.uid))
    assert "Nobody introduces themselves" in answer.content.decode()


def test_the_rooms_above_hear_what_bears_on_them(desk: Client, ana: Contact) -> None:
    heard: list[object] = []

    def listen(**facts: object) -> None:
        heard.append(facts["contact_ids"])

    people_changed.connect(listen)
    save(desk, ana, "notes", notes__notes="Rows on Sundays")
    assert heard == []
    save(desk, ana, "bond", bond__circle="inner")
    people_changed.disconnect(listen)
    assert heard == [[ana.pk]]
    ana.refresh_from_db()
    assert ana.next_touch_on


def test_nobody_of_mallorys_can_be_the_introducer(
    desk: Client, mallory: User, ana: Contact
) -> None:
    theirs = make_contact(mallory, "Cem Aksoy")
    for typed in (str(theirs.uid), "Cem Aksoy"):
        assert save(desk, ana, "bond", bond__introducer=typed).status_code == 422


def test_rows_of_somebody_else_cannot_be_taken(desk: Client, alice: User, ana: Contact) -> None:
    ben = add_people(alice, [PersonDraft(given="Ben", emails=[PointDraft("ben@x.example")])])[0]
    save(
        desk, ana, "reach", emails__0__id=ben.emails.get().pk, emails__0__address="taken@x.example"
    )
    assert ben.emails.get().address == "ben@x.example"


def test_a_fragment_answers_with_the_section_and_the_new_head(desk: Client, ana: Contact) -> None:
    sent = {**form_of(desk, ana, "work"), "jobs-0-title": "Chief of Staff"}
    address = reverse("contacts:edit", args=[ana.uid, "work"])
    page = desk.post(address, sent, headers={"HX-Target": "work"}).content.decode()
    assert page.lstrip().startswith('<section class="person-section" id="work"')
    assert 'id="head" hx-swap-oob="true"' in page
    assert page.count("Chief of Staff") == 2
    assert "<html" not in page


def test_somebody_new_needs_only_a_name(desk: Client, alice: User) -> None:
    desk.post(reverse("contacts:new"), {"name": "Jan van der Berg"})
    person = Contact.objects.of(alice).get()
    assert (person.given, person.family, person.added_on) == ("Jan", "van der Berg", alice.today())


def test_a_namesake_is_named_before_a_second_one_is_made(desk: Client, ana: Contact) -> None:
    address, sent = reverse("contacts:new"), {"name": "ana PEREIRA", "organisation": "Nova"}
    answer = desk.post(address, sent)
    assert answer.status_code == 422
    assert ana.get_absolute_url() in answer.content.decode()
    assert desk.post(address, {**sent, "is_another": "on"}).status_code == 302
    assert Contact.objects.filter(sort_name="pereira ana").count() == 2


@pytest.mark.parametrize(
    "typed",
    [
        {"name": ""},
        {"name": " , "},
        {"name": "x" * 401},
        {"name": "x" * 300},
        {"name": "Ben", "email": "ben"},
        {"name": "Ben", "known_since": "2999-01"},
        {"name": "Ben", "circle": "moon"},
        {"name": "Ben", "notes": "x" * 100_001},
    ],
)
def test_a_newcomer_with_a_mistake_is_not_added(
    desk: Client, alice: User, typed: dict[str, str]
) -> None:
    answer = desk.post(reverse("contacts:new"), {**typed, "how_met": "On a train"})
    assert answer.status_code == 422
    assert "On a train" in answer.content.decode()
    assert not Contact.objects.exists()


@pytest.mark.parametrize("name", ["👩‍🚀", "محمد علي", "李小龙", "O'Neil-Šķēle", "<b>Ben</b>"])
def test_any_name_is_welcome(desk: Client, alice: User, name: str) -> None:
    answer = desk.post(reverse("contacts:new"), {"name": name}, follow=True)
    assert answer.status_code == 200
    assert Contact.objects.of(alice).get().name == name
