"""Whatever is brought: a preview or a sentence, never a failure, and nothing half done."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from contacts.models import Contact, Organisation
from exchange.models import ImportRun, SourceCard
from tests.exchange.importing import add, bring, card, page, undo, upload, zipped

SAMPLES = Path(__file__).parents[3] / "shared/samples"
FOLDERS = sorted(folder for folder in SAMPLES.glob("*") if folder.is_dir())


def files() -> Iterator[Path]:
    return (path for folder in FOLDERS for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.skipif(not FOLDERS, reason="the sample files are not part of the repository")
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_sample_ends_in_a_preview_or_a_sentence(
    desk: Client, alice: User, folder: Path
) -> None:
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        answer = upload(desk, path.read_bytes(), path.name)
        if answer.status_code == 422:
            assert "Nothing was imported" in answer.content.decode(), path.name
            continue
        run = ImportRun.objects.get(uid=answer.url.strip("/").rpartition("/")[2])
        assert run.status in {"ready", "failed"}, path.name
        assert run.status == "ready" or "Nothing was imported" in run.failure, path.name
        assert "went wrong on our side" not in run.failure, path.name
        page(desk, run)
    assert not Contact.objects.exists()


@pytest.mark.skipif(not FOLDERS, reason="the sample files are not part of the repository")
def test_every_card_of_the_samples_can_be_added_and_taken_back(desk: Client, alice: User) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in files():
            archive.write(path, path.relative_to(SAMPLES))
    run = add(desk, bring(desk, packed.getvalue(), "everything.zip"))

    assert run.status == "applied", run.failure
    assert run.outcome["added"] > 150
    page(desk, run)
    assert undo(desk, run).status == "undone"
    assert not Contact.objects.exists()
    assert not Organisation.objects.exists()
    assert not SourceCard.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.vcf", b"", "The file is empty."),
        ("blank.vcf", b"\r\n \r\n", "The file is empty."),
        ("face.vcf", b"\x89PNG\r\n\x1a\n" + bytes(99), "This is a picture"),
        ("letter.csv", b"%PDF-1.7 ...", "This is a PDF."),
        ("page.vcf", b"<!DOCTYPE html><p>Sign in", "This is a web page."),
        ("meetings.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "This is a calendar file."),
        ("table.csv", b"Name,Shoe size,Hat\nAna,40,M\n", "no columns known"),
        ("noise.vcf", bytes(range(256)) * 8, "not a text file"),
        ("note.txt", b"Ana 123", "neither a vCard, nor"),
    ],
)
def test_what_is_no_contacts_file_is_refused_at_the_door(
    desk: Client, name: str, content: bytes, sentence: str
) -> None:
    answer = upload(desk, content, name)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Nothing was imported" in answer.content.decode()
    assert not ImportRun.objects.exists()
    assert not list((settings.MEDIA_ROOT / "imports").iterdir())


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("cut.vcf", b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana", "no end (END:VCARD)"),
        ("bomb.zip", zipped(a__vcf=bytes(30_000_000)), "The zip would unpack to 28 MB"),
        ("broken.zip", zipped(a__vcf=card("Ana Pereira"))[:60], "The zip file is damaged"),
        ("nothing.zip", zipped(a__jpg=b"..."), "The zip holds no contacts file"),
        ("hollow.zip", zipped(), "The zip holds no contacts file"),
        ("hollow.vcf", b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "neither a name nor anything"),
    ],
)
def test_what_turns_out_unreadable_says_why_and_where(
    desk: Client, name: str, content: bytes, sentence: str
) -> None:
    run = bring(desk, content, name)
    assert run.status == "failed"
    assert sentence in page(desk, run).replace("&#x27;", "'")
    assert "Nothing was imported" in run.failure
    assert not run.path.exists()


def test_a_cut_card_loses_only_itself(desk: Client) -> None:
    cut = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut Off\r\n"
    run = add(desk, bring(desk, card("Ana Pereira") + cut + card("Ben Okafor")))
    assert run.outcome["added"] == 2
    table = b"".join(desk.get(f"/import/{run.uid}/rejected/")).decode()
    assert "FN:Cut Off" in table
    assert "The file may be cut off" in table


def test_an_old_alphabet_is_read_as_it_was_meant(desk: Client) -> None:
    run = bring(desk, card("José Müller", "NOTE:naïve").encode("cp1252"))
    assert "José Müller" in page(desk, run)


def test_two_gigabytes_are_refused_before_they_arrive(desk: Client) -> None:
    answer = desk.generic("POST", "/import/upload/", b"", CONTENT_LENGTH=str(2 * 1024**3))
    assert answer.status_code == 413
    assert "larger than 100 MB" in answer.content.decode()


def test_a_file_just_over_the_limit_leaves_nothing_behind(desk: Client, settings: Settings) -> None:
    settings.NETCRM_UPLOAD_LIMIT = 1024
    answer = upload(desk, card("Ana Pereira", "NOTE:" + "x" * 2000))
    assert answer.status_code == 413
    assert "Nothing was imported" in answer.content.decode()
    assert not list((settings.MEDIA_ROOT / "imports").iterdir())


def test_a_form_without_a_file_says_so(desk: Client) -> None:
    answer = desk.post("/import/upload/", {})
    assert answer.status_code == 422
    assert "Choose a file first" in answer.content.decode()


def test_a_failure_while_adding_leaves_everything_as_it_was(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> dict[int, str]:
        raise RuntimeError("the last step fails")

    run = bring(desk, card("Ana Pereira", "ORG:Lumen", "CATEGORIES:golf"))
    monkeypatch.setattr("exchange.applying.marks_of", fail)
    add(desk, run)
    assert run.status == "ready"
    assert "nothing was changed" in page(desk, run)
    assert not Contact.objects.exists()
    assert not Organisation.objects.exists()


def test_the_form_is_guarded_against_other_sites(alice: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    assert upload(strict, card("Ana Pereira")).status_code == 403
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("odd", ["9" * 20, "9" * 5000, "²", "\0"])
def test_an_odd_address_or_choice_is_no_failure(desk: Client, odd: str) -> None:
    run = bring(desk, card("Ana Pereira"))
    assert desk.get(run.get_absolute_url(), {"after": odd, "verdict": odd}).status_code == 200
    url = f"{run.get_absolute_url()}rows/1/"
    assert desk.post(url, {"choice": f"update:{odd}"}).status_code == 302
