"""LinkedIn's Connections.csv in the forms it has had since 2012, saved again by Excel or not."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO, Final

from exchange.cards import Card, DatedFact, Labelled, Position

from . import linkedin_columns
from .csv_rows import Row, Rows
from .decoding import decode, lines_of
from .linkedin_columns import Header
from .linkedin_dates import is_day_first, iso_day
from .outcomes import Limits, Refusal, Skip

_HEAD_LINES: Final = 500  # read ahead to find the header and the order of day and month
_LONGEST_LINE: Final = 1024 * 1024  # bytes
DIALECT: Final = "linkedin"
Fields = dict[str, list[str]]  # field of `COLUMNS` → its cells that say anything


@dataclass(frozen=True, slots=True)
class _Table:
    header: Header
    header_text: str
    day_first: bool


def read_connections(
    stream: BinaryIO, name: str, encoding: str, limits: Limits
) -> Iterator[Card | Refusal | Skip]:
    """The people of a table row by row; memory holds some hundred rows at most."""
    lines = (decode(raw, encoding) for raw in lines_of(stream, encoding, _LONGEST_LINE))
    head = list(islice(lines, _HEAD_LINES))
    header = linkedin_columns.find("\n".join(line.rstrip("\r\n") for line in head))
    if header is None:
        yield Refusal(Position(name, 0, 1), "csv_unknown", {"columns": "".join(head[:1])[:200]})
        return
    table = _Table(header, head[header.row], _order_of_days(header, head))
    below = chain(head[header.row + 1 :], lines)
    rows = (row for row in Rows(below, header.delimiter, header.row + 2) if _has_content(row))
    for number, row in enumerate(rows, start=1):
        place = Position(name, number, row.line)
        if number > limits.cards:
            yield Refusal(place, "too_many_cards", {"limit": limits.cards})
            return
        yield _outcome(table, row, place)


def _has_content(row: Row) -> bool:
    return bool(row.problem) or any(cell.strip() for cell in row.cells)


def _order_of_days(header: Header, head: list[str]) -> bool:
    if "connected_on" not in header.fields:
        return False
    column = header.fields.index("connected_on")
    rows = (linkedin_columns.cells(line, header.delimiter) for line in head[header.row + 1 :])
    return is_day_first(row[column] for row in rows if column < len(row))


def _outcome(table: _Table, row: Row, place: Position) -> Card | Refusal | Skip:
    if row.problem:
        return Refusal(place, row.problem, {"problem": row.explanation}, row.text)
    fields, unmapped = _fields(table.header, row.cells)
    source = _source(table, row)
    if set(fields) <= {"connected_on"} and not unmapped:
        return Skip(place, "hidden_member", {}, source)
    if not fields.keys() & {"given", "family", "email", "link"}:
        return Refusal(place, "row_nameless", {}, source)
    return _card(table, fields, unmapped, source, place)


def _source(table: _Table, row: Row) -> str:
    """The row below its header, so that it can be understood on its own."""
    header = table.header_text.removeprefix("\ufeff")
    return header + ("" if header.endswith(("\n", "\r")) else "\n") + row.text


def columns_of(source: str) -> list[tuple[str, str]]:
    """Each column by its name with its cell, of the source of one row."""
    header = linkedin_columns.find(source.replace("\r\n", "\n"))
    if header is None:
        return []
    below = islice(io.StringIO(source, newline=""), header.row + 1, None)
    row = next(iter(Rows(below, header.delimiter, header.row + 2)), None)
    return list(zip(header.names, row.cells, strict=False)) if row else []


def _fields(header: Header, cells: tuple[str, ...]) -> tuple[Fields, list[str]]:
    """The cells by field, and the names of columns that have content but no field."""
    fields: Fields = {}
    unmapped: list[str] = []
    for place, cell in enumerate(cells):
        if not (text := cell.strip()):
            continue
        if place < len(header.fields) and (field := header.fields[place]):
            fields.setdefault(field, []).append(text)
        else:
            unmapped.append(header.names[place] if place < len(header.names) else "")
    return fields, unmapped


def _card(table: _Table, fields: Fields, unmapped: list[str], source: str, place: Position) -> Card:
    given, family, email, link = (
        (fields.get(name) or [""])[0] for name in ("given", "family", "email", "link")
    )
    connected = (fields.get("connected_on") or [""])[0]
    connected_on = iso_day(connected, day_first=table.day_first)
    if connected and not connected_on:
        unmapped.append(table.header.names[table.header.fields.index("connected_on")])
    name = " ".join(filter(None, (given, family)))
    return Card(
        source=source,
        position=place,
        dialect=DIALECT,
        display_name=name or email or link,
        is_name_deduced=not name,
        prefix=_joined(fields, "prefix"),
        given=given,
        additional=_joined(fields, "additional"),
        family=family,
        suffix=_joined(fields, "suffix"),
        emails=tuple(Labelled("", value) for value in fields.get("email", ())),
        phones=_phones(fields),
        links=tuple(Labelled(_site(value), value) for value in fields.get("link", ())),
        organisation=_joined(fields, "organisation"),
        department=_joined(fields, "department"),
        title=_joined(fields, "title"),
        birthday=_birthday(fields, table),
        note=_joined(fields, "note"),
        connected_on=connected_on,
        unmapped=tuple(dict.fromkeys(unmapped)),
    )


def _joined(fields: Fields, name: str) -> str:
    return ", ".join(fields.get(name, ()))


def _phones(fields: Fields) -> tuple[Labelled, ...]:
    return tuple(
        Labelled(field.partition(":")[2], value)
        for field, values in fields.items()
        if field.startswith("phone:")
        for value in values
    )


def _site(url: str) -> str:
    return "linkedin" if "linkedin.com" in url.lower() else ""


def _birthday(fields: Fields, table: _Table) -> DatedFact | None:
    if "birthday" not in fields:
        return None
    text = _joined(fields, "birthday")
    value = iso_day(text, day_first=table.day_first)
    return DatedFact("birthday", value, "" if value else text)
