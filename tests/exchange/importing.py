"""What the tests of imports do over and over: upload through the page, with the worker inline."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from exchange.models import ImportRun

# Real files that are never committed: what needs them says so where they are not.
SAMPLES = Path(__file__).parents[3] / "shared/samples"
with_samples = pytest.mark.skipif(not SAMPLES.exists(), reason="the sample files are not here")
AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def card(name: str, *lines: str, version: str = "3.0") -> str:
    """A vCard of this name with further lines."""
    given, _, family = name.partition(" ")
    inner = "\r\n".join((f"VERSION:{version}", f"N:{family};{given};;;", f"FN:{name}", *lines))
    return f"BEGIN:VCARD\r\n{inner}\r\nEND:VCARD\r\n"


def connections(*rows: str) -> str:
    """A Connections.csv as LinkedIn sends it today."""
    notes = 'Notes:\n"When exporting your connection data, you may notice…"\n\n'
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    return notes + header + "\n".join(rows)


def zipped(**members: str | bytes) -> bytes:
    """A zip, the same whenever it is made; "__" in a name stands for the dot."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name.replace("__", "."))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return packed.getvalue()


def upload(desk: Client, content: str | bytes, name: str = "contacts.vcf") -> Any:
    file = io.BytesIO(content.encode() if isinstance(content, str) else content)
    file.name = name
    return desk.post("/import/upload/", {"file": file})


def bring(desk: Client, content: str | bytes, name: str = "contacts.vcf") -> ImportRun:
    """Upload and read a file; the run as it stands then."""
    answer = upload(desk, content, name)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return ImportRun.objects.get(uid=answer.url.strip("/").rpartition("/")[2])


def add(desk: Client, run: ImportRun, **wishes: str) -> ImportRun:
    desk.post(f"/import/{run.uid}/apply/", wishes)
    run.refresh_from_db()
    return run


def undo(desk: Client, run: ImportRun, *take_back: object) -> ImportRun:
    desk.post(f"/import/{run.uid}/undo/now/", {"take_back": [str(uid) for uid in take_back]})
    run.refresh_from_db()
    return run


def page(desk: Client, run: ImportRun, query: str = "") -> str:
    answer = desk.get(f"/import/{run.uid}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()
