"""A picture that came in a card stays as long as somebody needs it, and no longer."""

import base64
import io
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image
from pytest_django.fixtures import Settings

from accounts.models import User
from contacts.models import Contact
from tests.exchange.importing import add, bring, card, undo
from tests.makers import make_contact

pytestmark = pytest.mark.database


def picture(colour: str) -> str:
    """A line of a card."""
    packed = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(packed, "PNG")
    return f"PHOTO;ENCODING=b;TYPE=PNG:{base64.b64encode(packed.getvalue()).decode()}"


def kept() -> int:
    folder = Path(settings.MEDIA_ROOT) / "photos"
    return sum(path.is_file() for path in folder.rglob("*"))


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


ANA = card("Ana Pereira", "EMAIL:ana@lumen.example", picture("red"))


def test_of_a_file_brought_twice_and_forgotten_once_the_other_keeps_them(
    desk: Client, alice: User
) -> None:
    first, second = bring(desk, ANA), bring(desk, ANA)
    desk.post(f"/import/{first.uid}/discard/")
    add(desk, second)

    assert default_storage.exists(Contact.objects.get().photo)


def test_what_is_taken_back_here_may_wait_there(desk: Client, alice: User) -> None:
    first = add(desk, bring(desk, ANA))
    second = bring(desk, ANA.replace("EMAIL", "NICKNAME:Aninha\r\nEMAIL"))
    undo(desk, first)
    assert kept() == 1
    undo(desk, add(desk, second))
    assert kept() == 0


def test_what_nobody_takes_goes_once_the_import_is_added(desk: Client, alice: User) -> None:
    """Of somebody who has a face already, and of somebody left out."""
    add(desk, bring(desk, ANA))
    other = card("Ana Pereira", "EMAIL:ana@lumen.example", "NICKNAME:Nana", picture("blue"))
    run = bring(desk, other + card("Ben Okafor", picture("green")))
    desk.post(f"/import/{run.uid}/rows/2/", {"choice": "skip"})
    assert kept() == 3
    add(desk, run)
    assert kept() == 1


def test_a_face_that_is_gone_meanwhile_is_given_to_nobody(desk: Client, alice: User) -> None:
    ana = make_contact(alice, "Ana Pereira")
    ana.emails.create(address="ana@lumen.example")
    run = bring(desk, ANA + card("Ben Okafor", picture("green")))
    for path in (Path(settings.MEDIA_ROOT) / "photos").rglob("*.webp"):
        path.unlink()
    add(desk, run)
    assert set(Contact.objects.values_list("photo", flat=True)) == {""}
