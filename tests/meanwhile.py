"""What another connection does while ours is at work. For tests whose database is transactional."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

LONGEST = 8  # seconds that one side waits for the other


@contextmanager
def meanwhile(change: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """`change` is made in a transaction that stays open until the function given is called."""
    made, may_commit = threading.Event(), threading.Event()

    def work() -> None:
        try:
            with transaction.atomic():
                change()
                made.set()
                may_commit.wait(LONGEST)
        finally:
            connection.close()

    def commit() -> None:
        may_commit.set()
        thread.join()

    thread = threading.Thread(target=work)
    thread.start()
    made.wait(LONGEST)
    try:
        yield commit
    finally:
        commit()
