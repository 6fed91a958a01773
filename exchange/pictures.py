"""Pictures of cards lie in the data folder from the reading on, until nobody needs them."""

from collections.abc import Iterable

from accounts.models import User
from contacts import photos
from exchange.models import ImportRow, ImportRun

CHUNK = 500  # names asked for in one query


def pictures_of(run: ImportRun) -> list[str]:
    return list(run.rows.filter(card__photo__isnull=False).values_list("card__photo", flat=True))


def drop_unneeded(owner: User, names: Iterable[str]) -> None:
    """Delete those that neither a person has nor a card that waits in another import."""
    wanted = sorted({name for name in names if name})
    for start in range(0, len(wanted), CHUNK):
        some = wanted[start : start + CHUNK]
        waiting = ImportRow.objects.filter(
            run__owner=owner, run__applied_at=None, card__photo__in=some
        )
        photos.drop_unused(set(some) - set(waiting.values_list("card__photo", flat=True)))
