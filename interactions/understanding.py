"""Reads one line, like "coffee with Ana and Ben yesterday 45 min about budgets".

Pure: who may be meant is asked of `find`, and `today` is an argument. Nothing typed is lost: what
is not understood becomes what the conversation was about.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from interactions.line_days import read_day
from interactions.line_doubts import DayDoubt, is_year, read_doubt
from interactions.line_people import Find, Mention, Segment, meet
from interactions.line_sides import DOING, is_got, read_heard, side_of_doing, side_of_noun
from interactions.line_times import read_time
from interactions.line_words import (
    ABOUT,
    CHANNELS,
    FILLERS,
    NAMING,
    SEPARATORS,
    UNANSWERED,
    Words,
    read_minutes,
    read_phrase,
    split,
)

__all__ = ["Find", "Mention", "Understood", "understand"]

LONGEST = 500  # characters: more is pasted text, not a line
Reader = Callable[[Words, int], tuple[int, object] | None]
Readers = Mapping[str, Reader]


@dataclass(slots=True)
class Said:
    """None, "" and False mean that the line does not say it."""

    on: dt.date | None = None
    at: dt.time | None = None
    channel: str = ""
    activity: str = ""
    minutes: int | None = None
    direction: str = ""
    is_unanswered: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    said: Said
    mentions: tuple[Mention, ...] = ()
    subject: str = ""
    day_doubt: DayDoubt | None = None  # words meant as a day, where no day could be read


@dataclass(slots=True)
class _Reading:
    """What has been read so far, and the words that nothing claimed."""

    said: Said = field(default_factory=Said)
    segments: list[Segment] = field(default_factory=list)
    is_naming: bool = False
    has_verb: bool = False
    doubt: DayDoubt | None = None

    def break_off(self, is_naming: bool) -> None:
        """The words that follow stand apart from those before."""
        self.is_naming = is_naming
        self.segments.append(Segment([], is_naming))

    def note_verb(self) -> None:
        """Who was named up to here did what the first verb says."""
        for each in () if self.has_verb else self.segments:
            each.is_doer = True
        self.has_verb = True


def understand(line: str, today: dt.date, find: Find, *, month_first: bool = False) -> Understood:
    """Never fails; a day after today means that the conversation is planned."""
    readers = _readers(today, month_first)
    head, topic = _cut_topic(split(line[:LONGEST]))
    reading = _read(head, readers)
    topic = _read_end(topic, readers, reading.said)
    mentions, rest = meet([each for each in reading.segments if each.words], find)
    if reading.has_verb:
        reading.said.direction = reading.said.direction or side_of_doing(mentions)
    subject = _subject(reading.said.activity, rest, topic)
    return Understood(reading.said, mentions, subject, _doubt(reading, topic, rest))


def _readers(today: dt.date, month_first: bool) -> Readers:
    """By the fact of `Said` that they read; times before lengths, since "15h" may be both, and
    lengths before days, since 1.5 may be a day too."""
    return {
        "at": read_time,
        "minutes": read_minutes,
        "on": lambda words, at: read_day(words, at, today, month_first),
        "direction": read_heard,
        "is_unanswered": lambda words, at: read_phrase(words, at, UNANSWERED),
    }


def _cut_topic(words: Words) -> tuple[Words, Words]:
    """Before and after "about": names and channels are looked for only before it."""
    for at, word in enumerate(words):
        if word.folded in ABOUT and at > 0:
            return words[:at], words[at + 1 :]
    return words, []


def _read(words: Words, readers: Readers) -> _Reading:
    reading = _Reading()
    reading.break_off(is_naming=False)
    at = 0
    while at < len(words):
        at += (
            _take(words, at, readers, reading.said)
            or _take_channel(words, at, reading)
            or _leave(words, at, reading)
        )
    return reading


def _take(words: Words, at: int, readers: Readers, said: Said) -> int:
    """How many words from `at` on say a fact that was not yet said; 0 for none."""
    for fact, read in readers.items():
        taken = None if getattr(said, fact) else read(words, at)
        if taken:
            setattr(said, fact, taken[1])
            return taken[0]
    return 0


def _take_channel(words: Words, at: int, reading: _Reading) -> int:
    """The first channel counts, but "video call" and "call on Zoom" are no phone calls."""
    way = CHANNELS.get(words[at].folded)
    if way is None or (reading.is_naming and words[at].is_capitalised):
        return 0
    said = reading.said
    if said.channel in {"", "phone"}:
        said.channel = way.kind
    said.activity = said.activity or way.activity
    said.direction = said.direction or side_of_noun(words, at)
    if words[at].folded in DOING:
        reading.note_verb()
    reading.break_off(is_naming=False)
    return 1


def _leave(words: Words, at: int, reading: _Reading) -> int:
    """Keep a word that says none of these, or note that names begin or end."""
    found = None if reading.doubt else read_doubt(words, at)
    reading.doubt = found[1] if found else reading.doubt
    if words[at].folded in NAMING:
        reading.break_off(is_naming=True)
    elif words[at].folded in SEPARATORS:
        reading.break_off(reading.is_naming)
    elif not is_got(words, at):
        if words[at].folded in DOING:
            reading.note_verb()
            reading.break_off(is_naming=False)
        reading.segments[-1].words.append(words[at])
    return 1


def _read_end(topic: Words, readers: Readers, said: Said) -> Words:
    """Take a day, a length or "no answer" off the end: "… about budgets yesterday 45 min"."""
    for start in range(len(topic)):
        for fact, read in readers.items():
            taken = None if getattr(said, fact) else read(topic, start)
            if taken and start + taken[0] == len(topic):
                setattr(said, fact, taken[1])
                return _read_end(topic[:start], readers, said)
    return topic


def _doubt(reading: _Reading, topic: Words, rest: Sequence[str]) -> DayDoubt | None:
    """A year alone is meant as a day where it is all that is left: "lunch with Ben 2031"."""
    if reading.said.on or reading.doubt:
        return None if reading.said.on else reading.doubt
    left = _without_fillers(rest)
    if len(left) == 1 and not topic and is_year(left[0]):
        return DayDoubt(left[0], is_span=True)
    return _doubt_at_end(topic)


def _doubt_at_end(topic: Words) -> DayDoubt | None:
    """ "… about budgets on 31 February", but not "… about plans for 2031"."""
    for start in range(len(topic)):
        found = read_doubt(topic, start)
        if found and start + found[0] == len(topic) and not found[1].is_span:
            return found[1]
    return None


def _subject(activity: str, rest: Sequence[str], topic: Words) -> str:
    text = " ".join((*_without_fillers(rest), *(word.typed for word in topic)))
    if activity and text:
        return f"{activity}: {text}"
    return activity or text[:1].upper() + text[1:]


def _without_fillers(words: Iterable[str]) -> list[str]:
    kept = list(words)
    while kept and kept[0].casefold() in FILLERS:
        kept.pop(0)
    while kept and kept[-1].casefold() in FILLERS:
        kept.pop()
    return kept
