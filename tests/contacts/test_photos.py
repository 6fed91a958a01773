"""Faces: small, stripped, for their owner only."""

import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.models import User
from contacts import photos
from contacts.models import Contact
from tests.contacts.pictures import picture
from tests.makers import make_contact


@pytest.fixture
def ana(alice: User) -> Contact:
    return make_contact(alice)


def upload(desk: Client, person: Contact, content: bytes, name: str = "ana.jpg") -> int:
    sent = {"picture": SimpleUploadedFile(name, content)}
    status = desk.post(reverse("contacts:change_photo", args=[person.uid]), sent).status_code
    person.refresh_from_db()
    return status


def bomb() -> bytes:
    """A PNG of a few bytes that claims 50,000 by 50,000 pixels."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    parts = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_a_photo_is_shrunk_stripped_and_shown(desk: Client, ana: Contact) -> None:
    assert upload(desk, ana, picture((1600, 900), "JPEG")) == 302
    answer = desk.get(ana.photo_url)
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined] # a file's answer streams
    with Image.open(io.BytesIO(body)) as shown:
        assert (shown.format, shown.size) == ("WEBP", (512, 288))
        assert not shown.getexif()
    assert b"taken at home" not in body
    assert "private" in answer.headers["Cache-Control"]
    again = desk.get(ana.photo_url, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert ana.photo_url.replace("&", "&amp;") in desk.get(ana.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", picture()[:40], b"GIF89a" + b"\0" * 30, b"<svg onload='x'/>", bomb()],
    ids=["empty", "text", "truncated", "broken", "svg", "bomb"],
)
def test_what_is_no_picture_is_refused_in_words(desk: Client, ana: Contact, content: bytes) -> None:
    assert upload(desk, ana, content) == 422
    assert ana.photo == ""


def test_a_picture_that_is_too_large_is_refused(alice: User) -> None:
    with pytest.raises(ValidationError, match="15 MB"):
        photos.keep(alice, b"\xff\xd8" + b"x" * photos.MAX_BYTES)


def test_the_old_file_goes_unless_somebody_else_has_it(
    desk: Client, alice: User, ana: Contact
) -> None:
    upload(desk, ana, picture())
    shared = ana.photo
    ben = make_contact(alice, "Ben", photo=shared)
    upload(desk, ana, picture(colour="plum"))
    assert ana.photo != shared
    assert default_storage.exists(shared)
    desk.post(reverse("contacts:remove_photo", args=[ben.uid]))
    assert not default_storage.exists(shared)
    assert default_storage.exists(ana.photo)


def test_a_photo_is_for_its_owner_only(client: Client, mallory: User, ana: Contact) -> None:
    ana.photo = photos.keep(ana.owner, picture())
    ana.save()
    assert client.get(ana.photo_url).status_code == 302
    client.force_login(mallory)
    assert client.get(ana.photo_url).status_code == 404
