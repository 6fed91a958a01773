"""A file on its way in: written straight to the data folder, no further than the limit."""

import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.models import User
from exchange.formats import Unrecognised, recognise
from exchange.formats.recognising import HEAD_BYTES
from exchange.models import ImportRun
from exchange.wording import sentence

if TYPE_CHECKING:
    Upload = UploadedFile[bytes]
else:
    Upload = UploadedFile  # takes no type argument when it runs

MB = 1024 * 1024
ENVELOPE = 64 * 1024  # bytes of a form around its file
SPARE = 64 * MB  # left free on the disk for the database, which must never fill it


class Incoming(Upload):
    """A file already lying in the data folder."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(path.open("rb"), name, size=path.stat().st_size)
        self.path = path

    def discard(self) -> None:
        self.close()
        self.path.unlink(missing_ok=True)


class ToDataFolder(FileUploadHandler):
    """Writes the one file of a form chunk by chunk; nothing of it is held in memory."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.path: Path | None = None
        self.is_too_large = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.remove()
        folder = Path(settings.MEDIA_ROOT) / "imports"
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"incoming-{uuid.uuid4()}"
        self.path.touch(mode=0o600)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > settings.NETCRM_UPLOAD_LIMIT:
            self.is_too_large = True
            self.remove()
            raise StopUpload(connection_reset=False)
        if self.path:
            with self.path.open("ab") as file:
                file.write(raw_data)

    def file_complete(self, file_size: int) -> Incoming | None:  # noqa: ARG002 - Django's signature
        path, self.path = self.path, None
        return Incoming(path, self.file_name or "") if path else None

    def upload_interrupted(self) -> None:
        self.remove()

    def remove(self) -> None:
        if self.path:
            self.path.unlink(missing_ok=True)
        self.path = None


def refusal_of(request: HttpRequest) -> str:
    """Why an upload is not even begun, by the length it announces; "" when it may come."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length > settings.NETCRM_UPLOAD_LIMIT + ENVELOPE:
        return too_large()
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    if length + SPARE > shutil.disk_usage(folder).free:
        return _(
            "There is not enough room on the server's disk for this file. Nothing was imported."
        )
    return ""


def too_large() -> str:
    return _(
        "The file is larger than %(limit)s MB, the most that is read at once. Split it, or "
        "export without photos. Nothing was imported."
    ) % {"limit": settings.NETCRM_UPLOAD_LIMIT // MB}


def look_at(upload: Upload) -> str:
    """The format of a file, by its content; raises ValueError with a sentence when it is none."""
    upload.seek(0)
    found = recognise(upload.read(HEAD_BYTES), upload.name or "")
    upload.seek(0)
    if isinstance(found, Unrecognised):
        reason = sentence({"code": found.reason_code, "detail": found.detail})
        raise ValueError(" ".join((reason, _("Nothing was imported."))))
    return str(found.kind)


def receive(user: User, upload: Upload, format_name: str) -> ImportRun:
    """Keep the file beside a new run."""
    run = ImportRun(
        owner=user,
        file_name=(upload.name or "")[-255:],
        format=format_name,
        bytes_total=upload.size or 0,
    )
    run.path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(upload, Incoming):
        upload.close()
        upload.path.replace(run.path)
    else:
        with run.path.open("wb") as file:
            file.writelines(upload.chunks())
    try:
        with transaction.atomic():
            run.save()
    except BaseException:
        run.path.unlink(missing_ok=True)
        raise
    return run
