"""How long the pages take, over HTTP, as the server runs in earnest.

    python bench/pages.py                    1,000, 10,000 and 100,000 people
    python bench/pages.py 10000 --times 100

Each size has a throwaway SQLite database, ten conversations a person, and `manage.py serve`: two
gunicorn workers with keep-alive, the background worker and the clock. Times are those a visitor on
the same machine waits for the whole answer, one request after another.
"""

import argparse
import os
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from bench.visitor import Answer, Visitor  # noqa: E402 - found only after the line above

if TYPE_CHECKING:
    from accounts.models import User

EMAIL, PASSWORD = "bench@example.org", "measured twice, cut once"
WARM_UP = 8  # both workers and their threads have seen a page before it counts
# Typed one after another: a letter that many have, parts of names, a company, digits, a slip.
KEYSTROKES = ("a", "an", "ana", "anara", "lumen", "grant", "+44 20 15", "peraan", "anraa", "an pe")
PERSON = re.compile(r'href="([0-9a-f-]{36}/)" data-row')
GOAL = re.compile(r'href="(/goals/[0-9a-f-]{36}/)"')
SAVE = re.compile(r'action="(/rate/[^"]+/save/)"')


class Figure(NamedTuple):
    name: str
    median: float
    slow: float
    size: int


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    options.add_argument("--times", type=int, default=200, help="requests a page")
    options.add_argument("--fill", type=int, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.fill:
        fill_here(chosen.fill)
        return
    for people in chosen.sizes:
        with tempfile.TemporaryDirectory(prefix="netcrm-bench-") as folder:
            report(people, folder, chosen.times)


def fill_here(people: int) -> None:
    """In a process of its own, with the environment of one bench."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netcrm.settings")
    import django

    django.setup()
    from accounts.models import User
    from bench.filling import fill
    from netcrm.upkeep import tidy_database

    user = User.objects.create_user(EMAIL, PASSWORD, name="Bench", is_installation_owner=True)
    fill(user, people, user.today())
    tidy_database.call()
    compute(user)


def compute(user: "User") -> None:
    """What the worker does each morning and after changes, one after another."""
    from django.core.management import call_command

    from network.snapshots import compute as assess
    from planning.drawing_up import draw_up
    from strength.refreshing import refresh

    acts: dict[str, Callable[[], object]] = {
        "strengths": lambda: refresh(user, user.today()),
        "goals": lambda: call_command("recount", verbosity=0),
        "assessment": lambda: assess(user),
        "plan": lambda: draw_up(user),
    }
    for name, act in acts.items():
        start = time.perf_counter()
        act()
        print(f"worker, {name:<12}{time.perf_counter() - start:>8.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"worker, memory at most{peak:>6.0f} MB with the filling")


def report(people: int, folder: str, times: int) -> None:
    port = free_port()
    bind = {"NETCRM_BIND": f"127.0.0.1:{port}", "NETCRM_URL": f"http://localhost:{port}"}
    environment = {**os.environ, **bind, "NETCRM_DATA_DIR": folder, "NETCRM_LOG_LEVEL": "WARNING"}
    environment.pop("DATABASE_URL", None)
    start = time.perf_counter()
    for command in (["manage.py", "migrate", "-v0"], [__file__, "--fill", str(people)]):
        subprocess.run([sys.executable, *command], cwd=PROJECT, env=environment, check=True)  # noqa: S603 - our own
    print(f"\n{people:,} people, filled in {time.perf_counter() - start:.0f} s")
    with server(environment, port) as process:
        visitor = Visitor(port)
        visitor.sign_in(EMAIL, PASSWORD)
        print(f"{'page':<22}{'median ms':>10}{'p95 ms':>8}{'kB':>7}")
        for figure in figures(visitor, times):
            size = f"{figure.size / 1000:>7.1f}"
            print(f"{figure.name:<22}{figure.median:>10.1f}{figure.slow:>8.1f}{size}")
        print(f"memory of the workers: {', '.join(memory(process.pid))}")


def figures(visitor: Visitor, times: int) -> Iterator[Figure]:
    people = [f"/people/{each}" for each in PERSON.findall(visitor.get("/people/").text)]
    typed = [f"/people/?q={word.replace('+', '%2B').replace(' ', '+')}" for word in KEYSTROKES]
    later = visitor.get("/people/").text.partition('rel="next" href="')[2].partition('"')[0]
    yield measure("list", times, lambda _: visitor.get("/people/"))
    yield measure("list, by name", times, lambda _: visitor.get("/people/?sort=name"))
    if later:
        following = later.replace("&amp;", "&")
        yield measure("list, second page", times, lambda _: visitor.get(following))
    yield measure("list of one tag", times, lambda _: visitor.get("/people/?tag=climate"))
    for word, path in zip(KEYSTROKES, typed, strict=True):
        yield measure(f"search {word}", times // 4, partial(search, visitor, [path]))
    yield measure("search keystroke", times, partial(search, visitor, typed))
    everything = [path.replace("/people/", "/search/") for path in typed]
    yield measure("search everything", times, partial(search, visitor, everything))
    yield measure("pick a person", times, lambda _: visitor.get("/people/pick/?q=an"))
    yield measure("person", times, lambda n: visitor.get(people[n % len(people)]))
    yield measure("Today", times, lambda _: visitor.get("/"))
    for name in ("network", "network/map", "goals", "outcomes", "events"):
        yield measure(name, times // 2, partial(page, visitor, f"/{name}/"))
    goals = GOAL.findall(visitor.get("/goals/").text)
    yield measure("goal", times // 2, lambda n: visitor.get(goals[n % len(goals)]))
    yield measure("log, form", times, lambda _: visitor.get("/log/"))
    yield from acts(visitor, people, times // 2)


def page(visitor: Visitor, path: str, _number: int) -> Answer:
    return visitor.get(path)


def search(visitor: Visitor, typed: list[str], number: int) -> Answer:
    path = typed[number % len(typed)]
    return visitor.get(path, "search-found" if path.startswith("/search/") else "people-list")


def acts(visitor: Visitor, people: list[str], times: int) -> Iterator[Figure]:
    """Log a conversation, open its rating, save that; each as often as the others."""
    logged: list[Answer] = []
    forms: list[str] = []

    def log(number: int) -> Answer:
        uid = people[number % len(people)].split("/")[2]
        said = {"people": uid, "channel": "in_person", "when": "today"}
        logged.append(visitor.post("/log/", {**said, "subject": "coffee"}))
        return logged[-1]

    def rate_form(number: int) -> Answer:
        answer = visitor.get(logged[number].location)
        if answer.status in {301, 302}:
            answer = visitor.get(answer.location)
        forms.extend(SAVE.findall(answer.text)[:1])
        return answer

    def rate(number: int) -> Answer:
        return visitor.post(forms[number], {"trust": "4", "respect": "4", "common": "5"})

    yield measure("log, save", times, log)
    yield measure("rate, form", times, rate_form)
    yield measure("rate, save", times, rate)


def measure(name: str, times: int, ask: Callable[[int], Answer]) -> Figure:
    answers = [ask(number) for number in range(times + WARM_UP)][WARM_UP:]
    wrong = next((answer for answer in answers if answer.status >= 400), None)
    if wrong:
        raise SystemExit(f"{name} was answered with {wrong.status}: {wrong.text[:300]}")
    spent = sorted(answer.milliseconds for answer in answers)
    slow = spent[int(len(spent) * 0.95)]
    return Figure(name, statistics.median(spent), slow, max(answer.size for answer in answers))


@contextmanager
def server(environment: dict[str, str], port: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "manage.py", "serve"]
    process = subprocess.Popen(  # noqa: S603 - our own
        command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield process
    finally:
        process.terminate()
        process.wait(60)


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("The server did not start within a minute.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def memory(parent: int) -> Iterator[str]:
    """Resident memory of gunicorn's workers: processes of gunicorn whose parent is one too."""
    command = ["ps", "-eo", "pid=,ppid=,rss=,args="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - fixed words
    rows = [line.split(None, 3) for line in listed.splitlines()]
    ours = [row for row in rows if "gunicorn" in row[3] and is_below(int(row[0]), parent, rows)]
    masters = {row[0] for row in ours}
    yield from (f"{int(row[2]) / 1024:.0f} MB" for row in ours if row[1] in masters)


def is_below(pid: int, ancestor: int, rows: list[list[str]]) -> bool:
    parents = {int(row[0]): int(row[1]) for row in rows}
    while pid in parents and pid != ancestor:
        pid = parents[pid]
    return pid == ancestor


if __name__ == "__main__":
    main()
