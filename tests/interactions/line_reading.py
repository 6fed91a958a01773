"""Lines read on a Monday, by somebody who knows these people."""

import datetime as dt
from collections.abc import Sequence

from interactions.line_people import Known, Phrase, begins
from interactions.understanding import Understood, understand

TODAY = dt.date(2026, 11, 23)  # a Monday
PEOPLE = [
    Known("1", "Ana Pereira"),
    Known("2", "Ben Okafor"),
    Known("3", "Ana-Maria Silva"),
    Known("4", "José Müller"),
    Known("5", "Anastasia Berlin"),
    Known("6", "Mark Twain"),
    Known("7", "William Door", "Bill"),
]


def find(phrases: Sequence[Phrase]) -> dict[Phrase, list[Known]]:
    return {
        phrase: [known for known in PEOPLE if begins(phrase, known.words)] for phrase in phrases
    }


def read(line: str) -> Understood:
    return understand(line, TODAY, find)


def names(line: str) -> list[str]:
    return [each.people[0].name if each.people else each.typed for each in read(line).mentions]
