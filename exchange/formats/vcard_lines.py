"""The lines of one vCard with a mark on each that has found its field."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .content_lines import ContentLine, content_lines
from .escaping import one_line, text_of
from .vcard_labels import apple_labels

_FRAME = frozenset({"BEGIN", "END", "VERSION"})


@dataclass(slots=True)
class CardLines:
    """`claimed` holds the ids of lines whose value went into a field, whole."""

    lines: list[ContentLine]
    labels: dict[str, str]
    claimed: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, source: str) -> "CardLines":
        lines = content_lines(source)
        return cls(lines, apple_labels(lines))

    def named(self, names: str | Sequence[str] | frozenset[str]) -> list[ContentLine]:
        """The lines of these properties that say anything."""
        wanted = {names} if isinstance(names, str) else names
        return [line for line in self.lines if line.name in wanted and line.value.strip(" ;\r\n")]

    def claim(self, *lines: ContentLine) -> None:
        self.claimed.update(id(line) for line in lines)

    def first_text(self, *names: str) -> str:
        """The text of the first such line; further lines stay unclaimed unless they repeat it."""
        found = [line for name in names for line in self.named(name)]
        if not found:
            return ""
        first = one_line(text_of(found[0]))
        self.claim(found[0], *(line for line in found if one_line(text_of(line)) == first))
        return first

    def unmapped(self) -> tuple[str, ...]:
        """Names of the properties that no field was found for, each once; "#" for a comment."""
        self._claim_labels()
        left = (
            line.name or "#"
            for line in self.lines
            if id(line) not in self.claimed and line.name not in _FRAME and _says_something(line)
        )
        return tuple(dict.fromkeys(left))

    def _claim_labels(self) -> None:
        groups = {line.group.lower() for line in self.lines if id(line) in self.claimed}
        for line in self.lines:
            if line.name == "X-ABLABEL" and line.group.lower() in groups - {""}:
                self.claim(line)


def _says_something(line: ContentLine) -> bool:
    return bool(line.value.strip(" ;\r\n") if line.name else line.raw.strip())
