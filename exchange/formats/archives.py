"""Zips of contact files: a folder of one-card files, LinkedIn's archive, a packed CSV.

Nothing is unpacked to the disk; what a zip says about its size is checked before it is read.
"""

import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from exchange.cards import Card, Position

from .outcomes import Limits, Refusal, Skip
from .recognising import HEAD_BYTES, Format, Kind, recognise

_MB: Final = 2**20
_SMALL: Final = 10 * _MB  # below this, strong compression is no attack
# Recognising costs little, but a picture or a message archive need not be opened for it.
_LEFT_ALONE: Final = (".jpg", ".jpeg", ".png", ".gif", ".html", ".pdf", ".mp4", ".ics")
_SYSTEM: Final = ("__MACOSX/", "._", ".DS_Store", "Thumbs.db", "desktop.ini")
Outcome = Card | Refusal | Skip
Reader = Callable[[BinaryIO, str, Format, Limits], Iterator[Outcome]]


def read_archive(
    stream: BinaryIO, name: str, limits: Limits, read_member: Reader
) -> Iterator[Outcome]:
    """The cards of all members in turn; what is no contacts file is named as left out."""
    place = Position(name, 0, 0)
    try:
        with zipfile.ZipFile(stream) as archive:
            members = [member for member in archive.infolist() if not _is_furniture(member)]
            if refusal := _refusal(members, place, limits):
                yield refusal
                return
            yield from _members(archive, members, name, limits, read_member)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, EOFError) as error:
        yield Refusal(place, "archive_broken", {"problem": str(error)})


def _refusal(members: list[zipfile.ZipInfo], place: Position, limits: Limits) -> Refusal | None:
    unpacked = sum(member.file_size for member in members)
    if not members:
        return Refusal(place, "archive_nothing")
    if len(members) > limits.archive_members:
        return Refusal(place, "archive_too_many", {"limit": limits.archive_members})
    if any(member.flag_bits & 1 for member in members):
        return Refusal(place, "archive_encrypted")
    if unpacked > limits.unpacked_bytes:
        sizes = {"unpacked_mb": unpacked // _MB, "limit_mb": limits.unpacked_bytes // _MB}
        return Refusal(place, "archive_bomb", dict(sizes))
    if any(_is_bomb(member, limits) for member in members):
        return Refusal(place, "archive_dense", {"unpacked_mb": unpacked // _MB})
    return None


def _is_bomb(member: zipfile.ZipInfo, limits: Limits) -> bool:
    ratio = member.file_size / max(1, member.compress_size)
    return member.file_size > _SMALL and ratio > limits.compression_ratio


def _is_furniture(member: zipfile.ZipInfo) -> bool:
    base = member.filename.rsplit("/", 1)[-1]
    return member.is_dir() or member.filename.startswith(_SYSTEM) or base.startswith(_SYSTEM)


def _members(
    archive: zipfile.ZipFile,
    members: list[zipfile.ZipInfo],
    name: str,
    limits: Limits,
    read_member: Reader,
) -> Iterator[Outcome]:
    for member in members:
        path = f"{name}/{member.filename}"
        try:
            yield from _member(archive, member, path, limits, read_member)
        except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError) as error:
            yield Refusal(Position(path, 0, 0), "archive_broken", {"problem": str(error)})


def _member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    path: str,
    limits: Limits,
    read_member: Reader,
) -> Iterator[Outcome]:
    place = Position(path, 0, 0)
    if member.filename.lower().endswith(_LEFT_ALONE):
        yield Skip(place, "not_contacts")
        return
    with archive.open(member) as opened:
        found = recognise(opened.read(HEAD_BYTES), member.filename)
    if not isinstance(found, Format):
        yield Skip(place, "not_contacts")
    elif found.kind is Kind.ARCHIVE:
        yield Skip(place, "archive_in_archive")
    else:
        with archive.open(member) as opened:
            yield from read_member(opened, path, found, limits)  # type: ignore[arg-type]  # IO[bytes] reads as BinaryIO does
