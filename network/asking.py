"""Whom one would ask for an introduction: a few ways to somebody, each past somebody else."""

from collections.abc import Iterable, Iterator

from network.paths import LONGEST, Path, Wayfinder, length_first, strength_first

MOST = 5  # ways that are offered; design


def asks(ways: Wayfinder, uids: Iterable[str], most: int = MOST) -> list[Path]:
    """Ways to any of these people, the strongest first, each better than one's own tie to them.

    The strongest and the shortest of all are always among them; the others each begin with
    somebody else to ask.
    """
    found = sorted((path for uid in uids for path in _past_others(ways, uid)), key=strength_first)
    if not found:
        return []
    chosen = list(dict.fromkeys([found[0], min(found, key=length_first)]))
    asked = {path.people[0] for path in chosen}
    for path in found:
        if len(chosen) >= most:
            break
        if path.people[0] not in asked:
            asked.add(path.people[0])
            chosen.append(path)
    return sorted(chosen[:most], key=strength_first)


def own_tie(ways: Wayfinder, uid: str) -> Path | None:
    """How one knows them oneself, None where that does not count."""
    paths = ways.best.get(uid, ())
    return paths[0] if paths and not paths[0].introducers else None


def _past_others(ways: Wayfinder, uid: str) -> Iterator[Path]:
    """What is weaker than one's own tie is no way: a word to them leads further.

    That also makes it safe to pass over what a way past `uid` itself had displaced.
    """
    own = own_tie(ways, uid)
    least = own.strength if own else 0.0
    for other, weight in ways.among.get(uid, {}).items():
        for path in ways.best.get(other, ()):
            if uid not in path.people and len(path.steps) < LONGEST:
                further = path.to(uid, weight)
                if further.strength > least:
                    yield further
