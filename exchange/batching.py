"""Long imports cut into pieces that fit into memory and into a short transaction."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class WithText(Protocol):
    @property
    def source(self) -> str: ...


T = TypeVar("T", bound=WithText)


def batches(things: Iterable[T], number: int, room: int) -> Iterator[list[T]]:
    """At most `number` things each, and little more than `room` characters of their text."""
    batch: list[T] = []
    held = 0
    for thing in things:
        batch.append(thing)
        held += len(thing.source)
        if len(batch) >= number or held >= room:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
