"""Writes properties in the dialect, line ends and group names of one card."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from .content_lines import ContentLine, Parameter
from .vcard_rendering import escaped, folded, headed, parameter_text, softly_broken

_ENCODING: Final = frozenset({"ENCODING", "CHARSET"})
# What a parameter says about a value no longer holds when the value changes.
_ABOUT_THE_VALUE: Final = _ENCODING | {"VALUE", "SORT-AS", "LABEL", "GEO", "X-USER", "MEDIATYPE"}


@dataclass(frozen=True, slots=True)
class Property:
    """`value` is escaped already; `label` is one that only X-ABLabel can hold."""

    name: str
    value: str
    parameters: tuple[Parameter, ...] = ()
    label: str = ""
    group: str = ""


@dataclass(slots=True)
class Pen:
    dialect: str
    end: str = "\r\n"
    groups: set[str] = field(default_factory=set)  # taken already, in lower case

    def text(self, written: Property) -> str:
        """The lines of a property, with its label in a group of their own."""
        if written.name == "PHOTO":
            return self._photo(written)
        group = written.group or (self.new_group() if written.label else "")
        head = _head(written.name, written.parameters, group)
        text = headed(head, written.value, self.dialect, self.end)
        return text + self.label_text(group, written.label) if written.label else text

    def label_text(self, group: str, label: str) -> str:
        return headed(f"{group}.X-ABLabel", escaped(label, self.dialect), self.dialect, self.end)

    def with_new_value(self, line: ContentLine, written: Property) -> str:
        """The same line saying something else: its name, group and other parameters stay."""
        stale = any(given.name in _ABOUT_THE_VALUE for given in line.parameters)
        if stale or written.name == "PHOTO" or _about_the_value(written):
            return self.rewritten(line, written)
        return headed(line.header, written.value, self.dialect, self.end)

    def rewritten(self, line: ContentLine, written: Property | None) -> str:
        """A line under its present parameters, with its old value in its encoding or a new one."""
        if written is None:
            return self._same_value(line)
        if written.name == "PHOTO":
            return self._photo(written)
        kept = [given for given in line.parameters if given.name not in _ABOUT_THE_VALUE]
        head = _head(line.name, (*kept, *_about_the_value(written)), line.group)
        return headed(head, written.value, self.dialect, self.end)

    def _same_value(self, line: ContentLine) -> str:
        head = _head(line.name, line.parameters, line.group)
        if line.is_quoted_printable:
            return softly_broken(f"{head}:", line.value, self.end)
        text = f"{head}:{line.value}"
        return text + self.end if self.dialect == "2.1" else folded(text, self.end)

    def new_group(self) -> str:
        number = 1
        while f"item{number}" in self.groups:
            number += 1
        self.groups.add(f"item{number}")
        return f"item{number}"

    def _photo(self, written: Property) -> str:
        """Long, never escaped; vCard 2.1 folds only base64 and wants an empty line behind it."""
        text = _head(written.name, written.parameters, written.group) + ":" + written.value
        is_packed = any(given.name == "ENCODING" for given in written.parameters)
        if self.dialect == "2.1" and not is_packed:
            return text + self.end
        return folded(text, self.end) + (self.end if self.dialect == "2.1" else "")


def _about_the_value(written: Property) -> list[Parameter]:
    return [given for given in written.parameters if given.name == "VALUE"]


def line_end_of(source: str) -> str:
    found = re.search(r"\r?\n|\r", source)
    return found[0] if found else "\r\n"


def _head(name: str, parameters: Iterable[Parameter], group: str) -> str:
    said = "".join(parameter_text(parameter) for parameter in parameters)
    return f"{group}.{name}{said}" if group else f"{name}{said}"
