"""Rows of a table with their exact text; a broken row costs itself and no other."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_LONGEST_ROW: Final = 200  # lines; a row that goes on longer has a quote that is never closed
_OPEN_QUOTE: Final = "unexpected end of data"  # the message of Python's csv in strict mode


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is the first physical line, from 1. `problem`: a reason code, or ""."""

    line: int
    text: str
    cells: tuple[str, ...] = ()
    problem: str = ""
    explanation: str = ""


@dataclass(slots=True)
class Rows:
    """Reads the lines given; `line` is the number of the first."""

    lines: Iterator[str]
    delimiter: str
    line: int
    waiting: deque[str] = field(default_factory=deque)

    def __iter__(self) -> Iterator[Row]:
        while (first := self._next()) is not None:
            yield self._row(first)

    def _row(self, first: str) -> Row:
        gathered, start = [first], self.line - 1
        quotes = first.count('"')
        while True:
            if len(gathered) == 1 or quotes % 2 == 0:
                row = self._parsed("".join(gathered), start)
                if row:
                    return row
            following = self._next() if len(gathered) < _LONGEST_ROW else None
            if following is None:
                self._push_back(gathered[1:])
                return Row(start, first, problem="unclosed_quote")
            gathered.append(following)
            quotes += following.count('"')

    def _parsed(self, text: str, start: int) -> Row | None:
        """`None` while a quote is open."""
        try:
            found = next(csv.reader(_pieces(text), delimiter=self.delimiter, strict=True), [])
        except csv.Error as error:
            return None if _OPEN_QUOTE in str(error) else self._loosely_parsed(text, start)
        return Row(start, text, tuple(found))

    def _loosely_parsed(self, text: str, start: int) -> Row:
        """As Excel would read what the strict rules forbid: `"Acme" Inc`."""
        try:
            found = next(csv.reader(_pieces(text), delimiter=self.delimiter), [])
        except csv.Error as error:
            return Row(start, text, problem="row_malformed", explanation=str(error))
        return Row(start, text, tuple(found))

    def _next(self) -> str | None:
        line = self.waiting.popleft() if self.waiting else next(self.lines, None)
        self.line += line is not None
        return line

    def _push_back(self, lines: list[str]) -> None:
        self.waiting.extendleft(reversed(lines))
        self.line -= len(lines)


def _pieces(text: str) -> Iterator[str]:
    """csv wants one line at a time; lone carriage returns inside a quote would stop it."""
    return iter(re.findall(r"[^\n]*\n|[^\n]+", text.replace("\r\n", "\n").replace("\r", "\n")))
