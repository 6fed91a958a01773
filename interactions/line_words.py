"""The words of a line: how it is split, and which of them say how and how long one spoke."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from netcrm.lib.folding import fold

WORD = re.compile(r"[,;:&+]|[^\s,;&+]+")
MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Word:
    typed: str
    folded: str

    @property
    def is_capitalised(self) -> bool:
        return self.typed[:1].isupper()


Words = list[Word]


class Way(NamedTuple):
    """A channel, and the word worth keeping as what it was."""

    kind: str
    activity: str = ""


def _ways() -> dict[str, Way]:
    plain = {
        "in_person": "met meet meeting saw",
        "video": "video videocall zoom teams facetime webex skype",
        "phone": "call called phone phoned rang",
        "message": "message messaged mail mailed email emailed e-mail wrote text texted sms"
        " replied whatsapp signal telegram slack chat chatted letter",
        "social": "linkedin twitter mastodon instagram facebook bluesky",
    }
    ways = {word: Way(kind) for kind, words in plain.items() for word in words.split()}
    for word in ACTIVITIES.split():
        ways[word] = Way("in_person", word.capitalize())
    return ways


ACTIVITIES = "coffee lunch dinner breakfast brunch drinks drink beer tea walk hike visit"
CHANNELS = _ways()
NAMING = {"with", "w/", "w"}
SEPARATORS = {",", ";", "&", "+", "and"}
ABOUT = {"about", "re", "regarding", ":"}
UNANSWERED = (("no", "answer"), ("no", "reply"), ("unanswered",))
FILLERS = {
    "a", "an", "the", "had", "have", "i", "we", "my", "on", "at", "in", "for", "to", "by", "via",
    "of", "from", "and", "with", "was", "it", "me", "us",
}  # fmt: skip


def split(line: str) -> Words:
    words = []
    for found in WORD.findall(line):
        # "Budget:" is the word and then the colon; "10:30" and "https://…" stay whole
        parts = [found[:-1], ":"] if len(found) > 1 and found.endswith(":") else [found]
        words += [Word(part, fold(part)) for part in parts]
    return words


def read_phrase(
    words: Words, at: int, phrases: tuple[tuple[str, ...], ...]
) -> tuple[int, bool] | None:
    for phrase in phrases:
        if tuple(word.folded for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase), True
    return None


NUMBER_AND_UNIT = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)([a-z]*)")
HOURS_AND_MINUTES = re.compile(r"(\d{1,2})h(\d{1,2})m?(?:in)?")
MINUTES_OF = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 1),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60),
}


def read_minutes(words: Words, at: int) -> tuple[int, int] | None:
    """How long: "45 min", "1h30", "1.5 hours", "an hour", "half an hour"."""
    text = [word.folded for word in words[at : at + 3]]
    if text[:3] == ["half", "an", "hour"]:
        return 3, 30
    if text[:2] in (["an", "hour"], ["a", "hour"]):
        return 2, 60
    if both := HOURS_AND_MINUTES.fullmatch(text[0]):
        return _within(1, int(both[1]) * 60 + int(both[2]))
    found = NUMBER_AND_UNIT.fullmatch(text[0])
    if not found:
        return None
    unit, length = (found[2], 1) if found[2] else (text[1] if len(text) > 1 else "", 2)
    if unit not in MINUTES_OF:
        return None
    return _within(length, round(float(found[1].replace(",", ".")) * MINUTES_OF[unit]))


def _within(length: int, minutes: int) -> tuple[int, int] | None:
    return (length, minutes) if 0 < minutes <= MOST_MINUTES else None
