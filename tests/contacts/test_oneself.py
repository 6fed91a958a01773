"""What one says of oneself: kept on one hidden person, found in no list."""

from django.test import Client

from accounts.models import User
from contacts.models import Contact, Job

SAID = {
    "industry": "Climate", "seniority": "director", "place": "Lisbon", "organisation": "Lumen"
}  # fmt: skip


def test_looking_writes_nothing(desk: Client) -> None:
    assert desk.get("/people/me/").status_code == 200
    assert not Contact.objects.exists()


def test_what_one_says_is_kept_and_shown_again(alice: User, desk: Client) -> None:
    desk.post("/people/me/", SAID)
    desk.post("/people/me/", SAID)
    mine = Contact.objects.get(owner=alice, is_self=True)
    assert (mine.industry, mine.seniority, mine.place) == ("Climate", "director", "Lisbon")
    assert [job.organisation.name for job in mine.jobs.all() if job.organisation] == ["Lumen"]
    shown = desk.get("/people/me/").content.decode()
    assert 'value="Climate"' in shown
    assert 'value="Lumen"' in shown
    assert (
        "Alice" not in desk.get("/people/?industry=climate").content.decode().partition("<main")[2]
    )


def test_one_is_called_as_the_settings_say(alice: User, desk: Client) -> None:
    desk.post("/people/me/", SAID)
    settings = {"name": "Alice Andersen", "time_zone": "UTC", "date_format": "Y-m-d"}
    assert desk.post("/settings/change/", {**settings, "week_start": "0"}).status_code == 302
    mine = Contact.objects.get(owner=alice, is_self=True)
    assert (mine.name, mine.sort_name) == ("Alice Andersen", "andersen alice")
    assert mine.industry == "Climate"


def test_a_place_of_work_that_is_left_is_no_longer_one_s_own(alice: User, desk: Client) -> None:
    desk.post("/people/me/", SAID)
    desk.post("/people/me/", {**SAID, "organisation": ""})
    assert not Job.objects.exists()


def test_what_cannot_be_is_refused_beside_the_field(desk: Client) -> None:
    answer = desk.post("/people/me/", {"seniority": "emperor", "industry": "x" * 201})
    assert answer.status_code == 422
    assert not Contact.objects.exists()


def test_a_stranger_sees_only_what_is_their_own(mallory: User, desk: Client) -> None:
    other = Client()
    other.force_login(mallory)
    desk.post("/people/me/", SAID)
    assert "Climate" not in other.get("/people/me/").content.decode()
