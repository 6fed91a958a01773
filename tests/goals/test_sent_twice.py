"""A form sent twice stores what it says once."""

import re

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from goals.models import BrandActivity, Outcome
from interactions.models import Help

pytestmark = pytest.mark.django_db
FACTS = {
    "what": "A job", "title": "A talk", "size": "large", "audience": "9", "new_people": "Zoe New",
}  # fmt: skip
FORMS = [("/outcomes/new/", "opportunity", Outcome), ("/brand/new/", "talk", BrandActivity)]


@pytest.mark.parametrize(("url", "kind", "model"), FORMS)
def test_once(
    desk: Client, alice: User, mallory: User, url: str,
    kind: str, model: type[Outcome] | type[BrandActivity],
) -> None:  # fmt: skip
    found = re.search(r'name="key" value="([^"]+)"', desk.get(url).content.decode())
    assert found
    sent = {**FACTS, "kind": kind, "on": f"{alice.today()}", "key": found[1]}
    first, second = desk.post(url, sent), desk.post(url, sent)
    assert first.headers["Location"] == second.headers["Location"]
    [stored] = model.objects.of(alice)
    assert str(stored.uid) == found[1]
    assert Contact.objects.of(alice).filter(given="Zoe").count() == 1
    assert Help.objects.of(alice).count() == (1 if model is Outcome else 0)

    theirs = Client()
    theirs.force_login(mallory)
    theirs.post(url, sent)
    assert model.objects.of(mallory).count() == 1

    desk.post(f"{stored.get_absolute_url()}delete/")
    desk.post(url, sent)
    assert model.objects.of(alice).count() == 2


@pytest.mark.parametrize(("url", "kind", "model"), FORMS)
def test_what_is_asked_again_keeps_its_key(
    desk: Client, alice: User, url: str, kind: str, model: object
) -> None:
    key = "8d3e1f0a-0000-4000-8000-000000000001"
    shown = desk.post(url, {"kind": kind, "key": key})
    assert shown.status_code == 422
    assert f'name="key" value="{key}"' in shown.content.decode()
