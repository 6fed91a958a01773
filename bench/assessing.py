"""How long the worker takes to assess a whole network, part by part, and ways in it are found.

    python bench/assessing.py                    10,000 and 100,000 people
    python bench/assessing.py 10000

Each size has a throwaway SQLite database: the people of bench/pages.py, of whom many also sat at a
table, and an aspiration of four needs. Times are in one process, of one request after another.
"""

import argparse
import cProfile
import os
import pstats
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

TABLES_EACH = 1.5  # conversations of several, for each person
NEIGHBOURS = 40  # from whom those at one table are drawn
NEEDS = (("industry", "Industry 7"), ("role", "mentor"), ("tag", "climate"), ("place", "Lisbon"))
WORST = 12  # functions shown with --profile


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    options.add_argument("--profile", action="store_true", help="the slowest functions")
    options.add_argument("--in-place", type=int, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.in_place:
        measure(chosen.in_place, profiled=chosen.profile)
        return
    for people in chosen.sizes:
        with tempfile.TemporaryDirectory(prefix="netcrm-bench-") as folder:
            environment = {**os.environ, "NETCRM_DATA_DIR": folder}
            environment.pop("DATABASE_URL", None)
            more = ["--profile"] if chosen.profile else []
            for command in (
                ["manage.py", "migrate", "-v0"],
                [__file__, "--in-place", str(people), *more],
            ):
                subprocess.run(  # noqa: S603 - our own
                    [sys.executable, *command], cwd=PROJECT, env=environment, check=True
                )


def measure(number: int, *, profiled: bool) -> None:
    """In a process of its own, with the environment of one bench."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netcrm.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import override_settings

    from accounts.models import User
    from network.findings import findings_of
    from network.gathering import gather
    from network.snapshots import compute, wanted

    user = User.objects.create_user("bench@example.org", "measured twice, cut once")
    furnish(user, number)
    print(f"\n{number:,} people")
    known = timed("gather", lambda: gather(user))
    print(f"  {len(known.relations):,} relations among them")
    timed("assess", lambda: findings_of(known, wanted(user)))
    timed("all, and store", lambda: compute(user))
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        ask_for_ways(user)
    if profiled:
        profile(lambda: compute(user))


def furnish(user: Any, number: int) -> None:
    from bench.filling import fill
    from contacts.models import Organisation
    from goals.models import Aspiration, Need
    from netcrm.upkeep import tidy_database

    fill(user, number, user.today())
    seat(user, number)
    for at, organisation in enumerate(Organisation.objects.of(user)):
        Organisation.objects.filter(pk=organisation.pk).update(industry=f"Industry {at % 40}")
    wish = Aspiration.objects.create(owner=user, kind="new_job", title="Lead a climate team")
    for sought, value in NEEDS:
        Need.objects.create(
            owner=user, aspiration=wish, sought=sought, value=value, benefit="insight"
        )
    tidy_database.call()


def seat(user: Any, number: int) -> None:
    """Two to four at a table, who live near each other."""
    from bench.conversing import insert
    from contacts.models import Contact
    from interactions.models import Interaction, Participant

    chance = random.Random(number)  # noqa: S311 - a bench, not a secret
    ids = list(Contact.objects.of(user).values_list("pk", flat=True))
    first = Interaction.objects.order_by("-pk")[0].pk + 1
    tables = range(first, first + int(number * TABLES_EACH))
    Interaction.objects.bulk_create(
        (Interaction(owner=user, on=user.today(), pk=pk) for pk in tables), batch_size=2000
    )
    seats = []
    for pk in tables:
        here = chance.randrange(len(ids) - NEIGHBOURS)
        there = chance.sample(range(here, here + NEIGHBOURS), chance.choice((2, 3, 4)))
        seats += [(pk, ids[at]) for at in there]
    insert(Participant, ("interaction_id", "contact_id"), seats)


def ask_for_ways(user: Any) -> None:
    from django.test import Client

    from contacts.models import Contact

    desk = Client(SERVER_NAME="localhost")
    desk.force_login(user)
    people = Contact.objects.of(user).order_by("pk").values_list("uid", flat=True)
    asked = [f"?person={uid}" for uid in people[: 30 * 7 : 7]]
    for name, addresses in (
        ("ways to a person", asked),
        ("ways to an industry", [f"?industry=industry+{at}" for at in range(10)]),
        ("ways to a place", ["?place=Lisbon"] * 5),
        ("ways, what is meant", ["?q=an", "?q=lumen", "?q=lis"] * 3),
    ):
        spent = sorted(seconds(partial(desk.get, f"/network/ways/{at}")) for at in addresses)
        middle, slowest = spent[len(spent) // 2], spent[-1]
        print(f"  {name:<28}{1000 * middle:>8.0f} ms, slowest {1000 * slowest:.0f}")
    print(f"  {'network page':<28}{1000 * seconds(partial(desk.get, '/network/')):>8.0f} ms")


def timed(name: str, act: Callable[[], Any]) -> Any:
    start = time.perf_counter()
    found = act()
    print(f"  {name:<28}{time.perf_counter() - start:>8.2f} s")
    return found


def seconds(act: Callable[[], Any]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def profile(act: Callable[[], Any]) -> None:
    profiler = cProfile.Profile()
    profiler.runcall(act)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(WORST)


if __name__ == "__main__":
    main()
