"""How long an import takes: reading, adding at once, the same file again, and the undo.

    python bench/importing.py            10,000 cards
    python bench/importing.py 50000 --notes 5000

Runs the work of the worker in a throwaway SQLite database. The cards are rich: two emails, a phone,
an address, a job, a birthday, two tags and a note each. Seconds on the clock, and of this process.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

GIVEN = ("Ana", "Ben", "Cem", "Dee", "Eva", "Finn", "Gil", "Hana", "Ivo", "Jo")
FAMILY = ("Pereira", "Okafor", "Aydin", "Ito", "Novak", "Berg", "Costa")
MB = 1024 * 1024


def card(number: int, note: str) -> str:
    given, family = GIVEN[number % 10], f"{FAMILY[number % 7]}{number // 10}"
    lines = (
        *("BEGIN:VCARD", "VERSION:3.0", f"UID:{number}", f"N:{family};{given};;;"),
        *(f"FN:{given} {family}", f"EMAIL;TYPE=WORK:{given}.{family}@acme{number % 500}.example"),
        *(f"EMAIL;TYPE=HOME:{number}@mail.example", f"TEL;TYPE=CELL:+49 30 {1000000 + number}"),
        *(f"ORG:Acme {number % 500};Research", f"TITLE:Engineer {number % 40}", "BDAY:1980-04-15"),
        *(f"ADR;TYPE=WORK:;;Street {number % 99};Berlin;;10115;Germany", f"NOTE:Forum {note}"),
        *(f"CATEGORIES:climate,tag{number % 20}", "END:VCARD"),
    )
    return "".join(f"{line}\r\n" for line in lines)


def timed(name: str, act: Callable[[], Any]) -> None:
    clock, own = time.perf_counter(), time.process_time()
    act()
    seconds, of_process = time.perf_counter() - clock, time.process_time() - own
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:12} {seconds:7.2f} s  {of_process:7.2f} s of this process  peak {peak} MB")


def measure(cards: Iterator[str]) -> None:
    from accounts.models import User
    from contacts.models import Contact
    from exchange import applying, staging, undoing
    from exchange.models import ImportRun, RunStatus

    user = User.objects.create_user("bench@example.org", "measured twice, cut once")
    text = "".join(cards)
    first, again = (ImportRun(owner=user, file_name="all.vcf") for _ in range(2))
    for run in (first, again):
        run.path.parent.mkdir(parents=True, exist_ok=True)
        run.path.write_text(text, newline="")
        run.bytes_total = len(text)
        run.save()
    timed("read", lambda: staging.stage(first))
    first.refresh_from_db()
    first.move(RunStatus.READY, RunStatus.APPLYING)
    timed("add", lambda: applying.apply(first.pk))
    print(f"{Contact.objects.count():,} people from {len(text) / MB:.1f} MB")
    timed("read again", lambda: staging.stage(again))
    print(f"{again.rows.filter(verdict='same').count():,} already there")
    first.refresh_from_db()
    first.move(RunStatus.APPLIED, RunStatus.UNDOING)
    timed("undo", lambda: undoing.undo(first.pk))
    print(f"{Contact.objects.count():,} people left")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("cards", nargs="?", type=int, default=10_000)
    options.add_argument("--notes", type=int, default=0, help="characters of each note")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "NETCRM_DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "DJANGO_SETTINGS_MODULE": "netcrm.settings",
        }
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        measure(card(number, "x" * given.notes) for number in range(given.cards))


if __name__ == "__main__":
    main()
