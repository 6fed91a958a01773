"""Small ways to bring a text to the reader."""

import io
from collections.abc import Callable

import pytest

from exchange.cards import Card
from exchange.formats import Limits, Refusal, Skip, read

Outcome = Card | Refusal | Skip
Read = Callable[..., list[Outcome]]


@pytest.fixture
def outcomes() -> Read:
    """Reads bytes or text (as UTF-8) as a file of that name."""

    def read_all(
        content: bytes | str, name: str = "contacts.vcf", limits: Limits | None = None
    ) -> list[Outcome]:
        raw = content.encode() if isinstance(content, str) else content
        return list(read(io.BytesIO(raw), name, limits))

    return read_all


@pytest.fixture
def card(outcomes: Read) -> Callable[..., Card]:
    """The card between BEGIN and END that these lines make, in the version given."""

    def read_one(*lines: str, version: str = "3.0", end: str = "\r\n") -> Card:
        text = end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
        (only,) = outcomes(text)
        assert isinstance(only, Card)
        return only

    return read_one
