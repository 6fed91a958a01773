"""docs/usability.md: what it promises, read back; and the page written anew from what was done."""

import re
from pathlib import Path

from tests.e2e.five_tasks import NAMES, STORY
from tests.e2e.hand import Hand

PAGE = Path(__file__).parents[2] / "docs" / "usability.md"
KEYBOARD, TOUCH = "keyboard", "touch"
ROW = re.compile(r"^\| (?P<name>[^|]+?) \| (?P<keyboard>\d+) \| (?P<touch>\d+) \|$", re.MULTILINE)
HEAD = """\
# Five tasks, counted

What one does most should cost least. A real browser does these five in the made-up network, by
keyboard at a desk and with a finger on a phone of 360 pixels, and counts: every key is one, every
tap is one, and on the phone every letter is one, too.

`make usability` counts anew, prints the table and rewrites this page. A test fails where a task
takes more than stands here.

| task | keys | taps |
|---|---:|---:|
"""
FOOT = """
What keeps the numbers low: the field one types in has the focus; today, the currency of last time
and the person from whose page one comes stand in the form already; the people one spoke with last
are one tap away; a goal made from a gap comes filled in. `n` opens a new one on each list, `m`
makes a goal of the first gap, `o` notes an outcome on the page of a person. Single keys can be
switched off in the settings.
"""


def documented() -> dict[tuple[str, str], int]:
    """The count by task and device."""
    return {
        (row["name"], device): int(row[device])
        for row in ROW.finditer(PAGE.read_text())
        for device in (KEYBOARD, TOUCH)
    }


def rewrite(done: dict[tuple[str, str], Hand]) -> None:
    rows = [
        f"| {name} | {done[name, KEYBOARD].acts} | {done[name, TOUCH].acts} |\n" for name in NAMES
    ]
    told = [
        f"\n## {name}\n\n{STORY[name]}\n\n"
        f"- Keys: {_in_words(done[name, KEYBOARD])}\n- Taps: {_in_words(done[name, TOUCH])}\n"
        for name in NAMES
    ]
    PAGE.write_text(HEAD + "".join(rows) + FOOT + "".join(told))


def _in_words(hand: Hand) -> str:
    return ", ".join(hand.steps)
