"""The lines of one vCard with a mark on each that has found its field."""

from collections.abc import Iterable
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
    by_name: dict[str, list[ContentLine]]  # those that say anything
    claimed: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, source: str) -> "CardLines":
        lines = content_lines(source)
        by_name: dict[str, list[ContentLine]] = {}
        for line in lines:
            if line.name and line.value.strip(" ;\r\n"):
                by_name.setdefault(line.name, []).append(line)
        return cls(lines, apple_labels(by_name.get("X-ABLABEL", [])), by_name)

    def unclaimed(self) -> "CardLines":
        """The same lines without a mark."""
        return CardLines(self.lines, self.labels, self.by_name)

    def named(self, names: str | Iterable[str]) -> list[ContentLine]:
        """The lines of these properties that say anything, in their order."""
        if isinstance(names, str):
            return self.by_name.get(names, [])
        wanted = [name for name in names if name in self.by_name]
        if len(wanted) < 2:
            return self.by_name[wanted[0]] if wanted else []
        return [line for line in self.lines if line.name in wanted and _says_something(line)]

    def claim(self, *lines: ContentLine) -> None:
        self.claimed.update(id(line) for line in lines)

    def first_text(self, *names: str) -> str:
        """The text of the first such line; further lines stay unclaimed unless they repeat it."""
        found = [line for name in names for line in self.by_name.get(name, ())]
        if not found:
            return ""
        first = one_line(text_of(found[0]))
        self.claim(found[0])
        self.claim(*(line for line in found[1:] if one_line(text_of(line)) == first))
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
