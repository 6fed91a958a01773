"""What a vCard says, free of how it is written down: to see what a journey has changed."""

from collections import Counter
from typing import NamedTuple

from .content_lines import ContentLine, content_lines
from .escaping import bytes_of, decoded_value

_ENCODING = frozenset({"ENCODING", "CHARSET"})


class SemanticLine(NamedTuple):
    group: str
    name: str
    parameters: tuple[tuple[str, tuple[str, ...]], ...]
    value: str


def semantic_lines(source: str) -> Counter[SemanticLine]:
    """Every property with its parameters in any order, its value unfolded and unpacked.

    Backslashes stay as they are, so that a value escaped anew in another way counts as changed.
    """
    return Counter(_semantic(line) for line in content_lines(source) if line.name)


def lost_lines(before: str, after: str, spared: frozenset[str]) -> list[SemanticLine]:
    """Properties that are in one text and not in the other, those of the spared names left out.

    X-ABLabel lines follow their property: the label of a spared one is spared.
    """
    one, other = semantic_lines(before), semantic_lines(after)
    groups = {line.group for line in (*one, *other) if line.group and line.name in spared}
    return [
        line
        for line in ((one - other) + (other - one)).elements()
        if line.name not in spared and not (line.name == "X-ABLABEL" and line.group in groups)
    ]


def _semantic(line: ContentLine) -> SemanticLine:
    by_name: dict[str, list[str]] = {}
    for given in line.parameters:
        if given.name not in _ENCODING:
            by_name.setdefault(given.name, []).extend(value.lower() for value in given.values)
    parameters = tuple(sorted((name, tuple(sorted(words))) for name, words in by_name.items()))
    data = bytes_of(line) if line.is_base64 else None
    value = decoded_value(line).replace("\r\n", "\n") if data is None else data.hex()
    return SemanticLine(line.group.lower(), line.name, parameters, value)
