"""The lines of one vCard: unfolding, groups, parameters, and the exact text of each.

What phones and programs really write is read (vCard 2.1, RFC 2426, RFC 6350 and their breaches):
bare type words, quoted-printable with soft line breaks, base64 with and without a blank line
after it, blank and comment lines, doubled carriage returns, lines that merely go on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

_PHYSICAL: Final = re.compile(r"[^\r\n]*(?:\r{0,2}\n|\r|$)")
_START: Final = re.compile(r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)[ \t]*(?=[;:])", re.ASCII)
# Possessive: a quote that is never closed counts as a plain character, without retrying.
_PARAMETER: Final = re.compile(
    r';\s*(?P<name>[^=:;"]*)(?P<values>=(?:"[^"]*"|[^;:])*+)?(?=[;:])', re.ASCII
)
_VALUE: Final = re.compile(r'\s*("[^"]*"|[^,]*)\s*(?:,|$)')
_ENCODINGS: Final = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_CARETS: Final = {"^n": "\n", "^N": "\n", "^'": '"', "^^": "^"}  # RFC 6868


@dataclass(frozen=True, slots=True)
class Parameter:
    """`TYPE=home,work`; a bare word of vCard 2.1 (`;HOME`) counts as its TYPE or ENCODING."""

    name: str
    values: tuple[str, ...]
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property. `raw` is its exact text with all line ends; `value` is unfolded and still
    encoded and escaped. A line without a name is none of a property: blank, comment, stray text.
    """

    raw: str
    name: str = ""
    group: str = ""
    parameters: tuple[Parameter, ...] = ()
    value: str = ""
    header: str = ""  # the unfolded text before the colon, as it was written

    def parameter(self, name: str) -> tuple[str, ...]:
        """All values of a parameter, wherever it is repeated."""
        if not self.parameters:
            return ()
        return tuple(
            value for given in self.parameters if given.name == name for value in given.values
        )

    def with_value(self, value: str) -> "ContentLine":
        """The same property with another encoded value; its raw text no longer matches."""
        return replace(self, value=value)

    @property
    def is_quoted_printable(self) -> bool:
        return "QUOTED-PRINTABLE" in (value.upper() for value in self.parameter("ENCODING"))

    @property
    def is_base64(self) -> bool:
        return any(value.upper() in {"B", "BASE64"} for value in self.parameter("ENCODING"))

    @property
    def types(self) -> tuple[str, ...]:
        """The type words in lower case; quoted lists taken apart (RFC 6350 writes them so)."""
        words = (word.strip() for value in self.parameter("TYPE") for word in value.split(","))
        return tuple(word.lower() for word in words if word)


def physical_lines(source: str) -> list[str]:
    """The text cut after each line end (CRLF, LF, CR, or iOS 6's CR CR LF)."""
    return [line for line in _PHYSICAL.findall(source) if line]


def without_end(line: str) -> str:
    return line.rstrip("\r\n")


def content_lines(source: str) -> list[ContentLine]:
    """All lines of a card from BEGIN to END; the raws joined are the source again."""
    return [parse(raw, value) for raw, value in _logical(physical_lines(source))]


def parse(raw: str, unfolded: str) -> ContentLine:
    """One unfolded line taken apart; one that is no property keeps its raw text only."""
    start = _START.match(unfolded)
    if start is None:
        return ContentLine(raw)
    parameters, position = [], start.end()
    while found := _PARAMETER.match(unfolded, position):
        parameters.append(_parameter(found["name"].strip(), found["values"]))
        position = found.end()
    if unfolded[position] != ":":  # parameters that cannot be told apart
        position = unfolded.find(":", position)
    header, value = unfolded, ""
    if position >= 0:
        header, value = unfolded[:position], unfolded[position + 1 :]
    name, group = start["name"].upper(), start["group"] or ""
    return ContentLine(raw, name, group, tuple(parameters), value, header)


def _parameter(name: str, values: str | None) -> Parameter:
    if values is None:
        kind = "ENCODING" if name.upper() in _ENCODINGS else "TYPE"
        return Parameter(kind, (name,), is_bare=True)
    read = (_plain(found) for found in _VALUE.findall(values[1:].strip()))
    return Parameter(name.upper(), tuple(value for value in read if value))


def _plain(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1]
    return re.sub(r"\^[nN'^]", lambda caret: _CARETS[caret.group()], value)


def _logical(physical: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of raw text and unfolded text."""
    position = 0
    while position < len(physical):
        end, unfolded = _one_logical(physical, position)
        yield "".join(physical[position:end]), unfolded
        position = end


def _one_logical(physical: list[str], start: int) -> tuple[int, str]:
    """Where the logical line that begins at `start` ends, and its unfolded text."""
    text = without_end(physical[start])
    if not _is_property(text):
        return start + 1, text
    is_quoted_printable = "QUOTED-PRINTABLE" in text.partition(":")[0].upper()
    parts, end = [text], start + 1
    nested = 0
    while end < len(physical):
        following = without_end(physical[end])
        if nested or _opens_agent(parts, following):
            nested += _depth_change(following)
            parts.append("\n" + following)
        elif is_quoted_printable and parts[-1].endswith("="):
            parts[-1] = parts[-1].rstrip("=")
            parts.append(following)
        elif following[:1] in {" ", "\t"}:
            parts.append(following[1:])
        elif not following and _goes_on(physical, end + 1):
            pass  # a blank line inside a folded value
        elif following and not _is_property(following) and not following.startswith("#"):
            parts.append("\n" + following)
        else:
            break
        end += 1
    return end, "".join(parts)


def _is_property(line: str) -> bool:
    return _START.match(line) is not None


def _goes_on(physical: list[str], position: int) -> bool:
    return position < len(physical) and physical[position][:1] in {" ", "\t"}


def _opens_agent(parts: list[str], following: str) -> bool:
    """vCard 2.1 puts a whole card behind `AGENT:`."""
    return (
        parts[0].upper().startswith("AGENT")
        and not "".join(parts).partition(":")[2].strip()
        and _depth_change(following) > 0
    )


def _depth_change(line: str) -> int:
    word = line.replace(" ", "").upper()
    return (word == "BEGIN:VCARD") - (word == "END:VCARD")
