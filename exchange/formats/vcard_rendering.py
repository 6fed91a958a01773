"""One property written out as the lines of a vCard 2.1, 3.0 or 4.0."""

import re
from collections.abc import Iterable
from typing import Final

from exchange.cards import DatedFact

from .content_lines import Parameter
from .escaping import escape, quoted_printable

FOLD_AT: Final = 75  # octets without the line end (RFC 6350, 3.2; RFC 2045, 6.7 allows 76)
_SAFE: Final = re.compile(r"[^\x00-\x1f\";:,]*\Z")


def escaped(text: str, dialect: str, *, in_list: bool = False) -> str:
    """A text or component with its backslashes; vCard 2.1 knows none for commas and line ends."""
    if dialect != "2.1":
        return escape(text)
    text = text.replace("\\", "\\\\").replace(";", "\\;")
    return text.replace(",", "\\,") if in_list else text


def structured(parts: Iterable[str], dialect: str) -> str:
    return ";".join(escaped(part, dialect) for part in parts)


def listed(items: Iterable[str], dialect: str) -> str:
    return ",".join(escaped(item, dialect, in_list=True) for item in items)


def typed(words: Iterable[str], dialect: str, *, is_preferred: bool = False) -> list[Parameter]:
    """Type words and preference in the way of the dialect."""
    words = list(words)
    if dialect == "4.0":
        found = [Parameter("TYPE", tuple(words))] if words else []
        return [*found, Parameter("PREF", ("1",))] if is_preferred else found
    words = [word.upper() for word in (*words, *(["pref"] if is_preferred else []))]
    if dialect == "2.1":
        return [Parameter("TYPE", (word,), is_bare=True) for word in words]
    return [Parameter("TYPE", tuple(words))] if words else []


def headed(head: str, value: str, dialect: str, end: str = "\r\n") -> str:
    """A value behind a header that exists already and names no encoding."""
    if dialect != "2.1":
        return folded(f"{head}:{value}", end)
    if value.isascii() and not re.search(r"[\x00-\x1f\x7f]", value):
        return f"{head}:{value}{end}"
    charset = "" if value.isascii() else ";CHARSET=UTF-8"
    packed = quoted_printable(value)
    return softly_broken(f"{head}{charset};ENCODING=QUOTED-PRINTABLE:", packed, end)


def parameter_text(parameter: Parameter) -> str:
    if parameter.is_bare:
        return f";{parameter.values[0]}"
    return f";{parameter.name}={','.join(_quoted(value) for value in parameter.values)}"


def _quoted(value: str) -> str:
    """A parameter's value; what quotes cannot hold in the way of RFC 6868."""
    if _SAFE.match(value):
        return value
    value = re.sub(r"[\r\n]+", "^n", value.replace("^", "^^").replace('"', "^'"))
    return f'"{value}"'


def folded(text: str, end: str) -> str:
    """Lines of at most 75 octets; no letter is torn apart."""
    pieces, room = [], FOLD_AT
    current: list[str] = []
    for character in text:
        size = len(character.encode("utf-8", "replace"))
        if size > room:
            pieces.append("".join(current))
            current, room = [], FOLD_AT - 1
        current.append(character)
        room -= size
    return f"{end} ".join([*pieces, "".join(current)]) + end


def softly_broken(head: str, packed: str, end: str) -> str:
    """Quoted-printable with its own line breaks, none within a code."""
    lines, current = [], head
    for code in re.findall(r"=[0-9A-Fa-f]{2}|.", packed, re.DOTALL):
        if len(current) + len(code) >= FOLD_AT and current != head:
            lines.append(current + "=")
            current = ""
        current += code
    return f"{end}".join([*lines, current]) + end


def date_text(fact: DatedFact, dialect: str) -> str:
    """RFC 6350 writes whole days without hyphens; the older versions with."""
    if fact.text:
        return fact.text
    found = re.fullmatch(r"(\d{4}|-)-(\d\d)-(\d\d)", fact.value)
    if dialect != "4.0" or found is None:
        return fact.value
    return f"{'--' if found[1] == '-' else found[1]}{found[2]}{found[3]}"
