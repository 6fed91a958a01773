"""What reading a file can come to besides a card, and how much of a file is read at all."""

from dataclasses import dataclass, field

from exchange.cards import Position

from .reasons import explain

Detail = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Unread:
    """What was not read, and why; `reason_code` is a key of `REASONS`."""

    position: Position
    reason_code: str
    detail: Detail = field(default_factory=dict)
    source: str = field(default="", repr=False)

    @property
    def reason(self) -> str:
        """The reason in plain English."""
        return explain(self.reason_code, self.detail)


@dataclass(frozen=True, slots=True)
class Refusal(Unread):
    """A card, a row or a whole file that cannot be read."""


@dataclass(frozen=True, slots=True)
class Skip(Unread):
    """Something rightly left out: a hidden LinkedIn member, a file of another kind."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file is refused; guards against mishaps and zip bombs."""

    file_bytes: int = 200 * 1024 * 1024
    unpacked_bytes: int = 500 * 1024 * 1024
    card_bytes: int = 16 * 1024 * 1024  # a card may carry a photo
    cards: int = 200_000
    archive_members: int = 50_000  # a folder of one-card files
    compression_ratio: int = 200  # text seldom shrinks more than twentyfold
