"""The header row of a LinkedIn table: found by content, in any order and with any delimiter."""

import csv
import re
from dataclasses import dataclass
from typing import Final

_DELIMITERS: Final = (",", ";", "\t")
_ROWS_SEARCHED: Final = 60  # the notes above the header have been three lines so far
# Column name without case and punctuation → field. The upper part is today's Connections.csv,
# the lower the Outlook-like export of before 2017.
COLUMNS: Final = {
    "firstname": "given",
    "lastname": "family",
    "url": "link",
    "emailaddress": "email",
    "company": "organisation",
    "position": "title",
    "connectedon": "connected_on",
    "title": "prefix",
    "middlename": "additional",
    "suffix": "suffix",
    "email2address": "email",
    "email3address": "email",
    "department": "department",
    "jobtitle": "title",
    "businessphone": "phone:work",
    "businessphone2": "phone:work",
    "businessfax": "phone:work fax",
    "homephone": "phone:home",
    "homephone2": "phone:home",
    "homefax": "phone:home fax",
    "mobilephone": "phone:mobile",
    "otherphone": "phone:other",
    "primaryphone": "phone:main",
    "carphone": "phone:car",
    "pager": "phone:pager",
    "birthday": "birthday",
    "notes": "note",
    "webpage": "link",
    "personalwebpage": "link",
}
_TODAY: Final = frozenset({"given", "family", "connected_on"})
_BEFORE_2017: Final = frozenset({"firstname", "lastname", "emailaddress", "email2address"})
_OTHER_TABLES: Final = frozenset((
    "conversationid", "inviterprofileurl", "endorserfirstname", "creationdate", "sharecommentary",
    "organization", "joburl", "connectionfirstname", "externalurl", "startedon", "headline",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    """`fields` holds one entry per column: a field of `COLUMNS`, or "" for one we do not know."""

    row: int  # counted in lines from 0
    delimiter: str
    names: tuple[str, ...]
    fields: tuple[str, ...]


def find(text: str) -> Header | None:
    """The header within the first lines of a text, wherever it stands."""
    for number, line in enumerate(text.split("\n", _ROWS_SEARCHED)[:_ROWS_SEARCHED]):
        for delimiter in _DELIMITERS:
            if header := _header(number, line, delimiter):
                return header
    return None


def _header(number: int, line: str, delimiter: str) -> Header | None:
    names = cells(line, delimiter)
    plain = [plain_name(name) for name in names]
    fields = tuple(COLUMNS.get(name, "") for name in plain)
    if set(fields) >= _TODAY or set(plain) >= _BEFORE_2017:
        return Header(number, delimiter, tuple(names), fields)
    return None


def foreign_header(text: str) -> list[str]:
    """The columns of a table of another kind, or nothing when the text is no table."""
    lines = [line for line in text.split("\n", _ROWS_SEARCHED)[:_ROWS_SEARCHED] if line.strip()]
    if len(lines) < 1:
        return []
    widest = max((cells(lines[0], delimiter) for delimiter in _DELIMITERS), key=len)
    looks_like_names = all(len(name) < 60 for name in widest) and any(map(plain_name, widest))
    return widest if len(widest) > 2 and looks_like_names else []


def is_linkedin_table(columns: list[str]) -> bool:
    """Whether these are the columns of another table of LinkedIn's archive."""
    return bool({plain_name(name) for name in columns} & _OTHER_TABLES)


def cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def plain_name(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()
