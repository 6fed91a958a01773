"""Two saves at the same moment name the same new tag or organisation: both find one row."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts import registering
from contacts.adding import JobDraft, PersonDraft, add_people
from contacts.models import Organisation, Tag
from tests.makers import make_contact
from tests.meanwhile import meanwhile

ANOTHER = PersonDraft(given="Ben", tags=["climbing"], jobs=[JobDraft("lumen", "Designer")])
ROWS = {"jobs-TOTAL_FORMS": "1", "jobs-INITIAL_FORMS": "0"}


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one save wait for the other")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("section", "typed", "kind"),
    [
        ("bond", {"bond-tags": "Climbing"}, Tag),
        ("work", {**ROWS, "jobs-0-company": "Lumen", "jobs-0-is_current": "on"}, Organisation),
    ],
)
def test_it_is_made_once(
    desk: Client,
    alice: User,
    monkeypatch: pytest.MonkeyPatch,
    section: str,
    typed: dict[str, str],
    kind: Any,
) -> None:
    ana = make_contact(alice)
    look = registering._known
    with meanwhile(lambda: add_people(alice, [ANOTHER])) as commit:

        def look_too_early(*args: Any) -> dict[str, int]:
            found = look(*args)
            commit()
            return found

        monkeypatch.setattr(registering, "_known", look_too_early)
        answer = desk.post(reverse("contacts:edit", args=[ana.uid, section]), typed)
    assert answer.status_code == 302
    kept = kind.objects.of(alice).get()
    assert ana in (kept.contacts.all() if kind is Tag else [job.contact for job in kept.jobs.all()])
