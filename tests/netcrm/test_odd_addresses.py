"""Whatever an address names, a page answers: huge numbers, bytes that are no text."""

import pytest
from django.test import Client

from accounts.models import User
from tests.makers import make_contact, make_event, make_introduction

pytestmark = pytest.mark.django_db
HUGE = "9" * 20
ENDLESS = "9" * 5000
NOTHING = "%00"
NAMES = ("going", "step", "on", "result", "met", "new_people", "names", "why", "line", "second_new")
LISTS = {
    "/people/": ("q", "tag", "circle", "industry", "place", "organisation", "after", "before"),
    "/search/": ("q", "kind", "page"),
    "/people/organisations/": ("q", "after"),
    "/conversations/": ("before",),
    "/events/": ("page",),
    "/introductions/": ("page",),
    "/introductions/new/": ("introducer", "first", "organisation"),
    "/log/": ("with", "next"),
    "/outcomes/": ("page", "kind"),
    "/brand/": ("page",),
    "/people/suggest/tags/": ("q",),
    "/people/suggest/organisations/": ("q",),
    "/people/pick/": ("q",),
    "/network/map/": ("by", "group", "q"),
    "/network/map/list/": ("by", "band", "q"),
    "/network/ways/": ("q", "person", "organisation", "industry", "place"),
}


@pytest.mark.parametrize("odd", [HUGE, ENDLESS, NOTHING, f"2024-01-01_{HUGE}", "9999-12-31_1"])
@pytest.mark.parametrize("path", LISTS)
def test_a_list_answers(desk: Client, alice: User, path: str, odd: str) -> None:
    make_contact(alice)
    for name in LISTS[path]:
        assert desk.get(f"{path}?{name}={odd}").status_code in {200, 302}, name


def test_ratings_beyond_the_last_lead_to_the_event(desk: Client, alice: User) -> None:
    event = make_event(alice)
    for numbers in (f"0/{HUGE}", f"{HUGE}/0", f"{HUGE}/{HUGE}"):
        answer = desk.get(f"/events/{event.uid}/review/{numbers}/")
        assert answer["Location"] == event.get_absolute_url(), numbers
        endless = numbers.replace(HUGE, ENDLESS)
        assert desk.get(f"/events/{event.uid}/review/{endless}/").status_code == 404, endless


@pytest.mark.parametrize("odd", ["\0", ENDLESS, "9999-12-31", "²"])
def test_an_act_answers(desk: Client, alice: User, odd: str) -> None:
    ana, ben, cem = (make_contact(alice, name) for name in ("Ana A", "Ben B", "Cem C"))
    event, made = make_event(alice), make_introduction(ana, ben, cem)
    for url in (
        f"/events/{event.uid}/going/?going={odd}",
        f"/events/{event.uid}/review/",
        f"/events/{event.uid}/people/",
        f"/introductions/{made.uid}/step/?back={odd}",
        f"/introductions/{made.uid}/asked/?on={odd}",
        f"/introductions/{made.uid}/result/",
        "/introductions/new/",
        "/log/",
    ):
        for name in NAMES:
            assert desk.post(url, {name: odd}).status_code in {302, 422}, (url, name)
