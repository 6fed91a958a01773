"""Who a line means: words compared with the beginnings of people's names."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from interactions.line_words import FILLERS, Word, Words
from netcrm.lib.folding import fold

LONGEST_NAME = 4  # words
NEWCOMER_WORDS = 3  # as many words as an unknown name may have when none is capitalised
SHORTEST_UNASKED = 3  # letters that a word must have to mean somebody without "with"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom the words may mean."""

    uid: str
    name: str
    nickname: str = ""

    @property
    def words(self) -> list[str]:
        return fold(f"{self.name} {self.nickname}").split()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean somebody: the likeliest first, several when it is not certain, or nobody
    known, when they name a new person. `is_doer` stands before a verb: "Ana wrote"."""

    typed: str
    people: tuple[Known, ...] = ()
    is_doer: bool = False


@dataclass(slots=True)
class Segment:
    """Words that stand together; `is_named` after "with", where names are expected; `is_doer`
    before a verb."""

    words: Words
    is_named: bool
    is_doer: bool = False


Phrase = tuple[str, ...]
# People by phrase, likeliest first: those of whose names each word of the phrase begins one.
Find = Callable[[Sequence[Phrase]], Mapping[Phrase, Sequence[Known]]]


def meet(segments: Sequence[Segment], find: Find) -> tuple[tuple[Mention, ...], list[str]]:
    """Who is mentioned, each once, and the words that mean nobody."""
    known = find(sorted({phrase for each in segments for phrase in _phrases(each)}))
    mentions: list[Mention] = []
    rest: list[str] = []
    for segment in segments:
        named, left = _meet(segment, known)
        mentions += [replace(each, is_doer=segment.is_doer) for each in named]
        rest += left
    return _each_once(mentions), rest


def _phrases(segment: Segment) -> Iterator[Phrase]:
    """Single words and neighbours: longer names are narrowed down from the pairs."""
    words = [word.folded for word in segment.words]
    for at, word in enumerate(words):
        if _may_name(word, segment.is_named):
            yield (word,)
            if at + 1 < len(words):
                yield (word, words[at + 1])


def _may_name(word: str, is_named: bool) -> bool:
    if word in FILLERS or not any(letter.isalpha() for letter in word):
        return False
    return is_named or len(word) >= SHORTEST_UNASKED


def _meet(
    segment: Segment, known: Mapping[Phrase, Sequence[Known]]
) -> tuple[list[Mention], list[str]]:
    mentions: list[Mention] = []
    left: Words = []
    at = 0
    while at < len(segment.words):
        length, people = _longest(segment, at, known)
        if people:
            typed = " ".join(word.typed for word in segment.words[at : at + length])
            mentions.append(Mention(typed, people))
        else:
            left.append(segment.words[at])
        at += max(length, 1)
    if segment.is_named and not mentions:
        return _newcomer(left)
    return mentions, [word.typed for word in left]


def _longest(
    segment: Segment, at: int, known: Mapping[Phrase, Sequence[Known]]
) -> tuple[int, tuple[Known, ...]]:
    """The most words from `at` on that begin the words of somebody's name."""
    for length in range(min(LONGEST_NAME, len(segment.words) - at), 0, -1):
        phrase = tuple(word.folded for word in segment.words[at : at + length])
        if not _may_name(phrase[0], segment.is_named):
            return 0, ()
        if people := _fitting(phrase, known.get(phrase[:2], ())):
            return length, people
    return 0, ()


def _fitting(phrase: Phrase, people: Sequence[Known]) -> tuple[Known, ...]:
    """Whoever the phrase names in full, else whose names it begins."""
    names = [(person, person.words) for person in people]
    exact = tuple(person for person, words in names if set(phrase) <= set(words))
    return exact or tuple(person for person, words in names if begins(phrase, words))


def fitting_all(phrase: Phrase, find: Find) -> tuple[Known, ...]:
    """Those whom a whole name means, as `find` knows them by its first words."""
    asked = phrase[:2]
    return _fitting(phrase, find([asked])[asked]) if asked else ()


def begins(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each word of the phrase begins a word of its own."""
    free = list(words)
    for typed in sorted(phrase, key=len, reverse=True):
        fits = next((word for word in free if word.startswith(typed)), None)
        if fits is None:
            return False
        free.remove(fits)
    return True


def _newcomer(words: Words) -> tuple[list[Mention], list[str]]:
    """After "with" stands a name, known or not: its capitalised words, else the first few."""
    while words and words[0].folded in FILLERS:
        words = words[1:]
    if not words or not _may_name(words[0].folded, True):
        return [], [word.typed for word in words]
    length = _name_length(words)
    name = " ".join(word.typed for word in words[:length])
    return [Mention(name)], [word.typed for word in words[length:]]


def _name_length(words: Sequence[Word]) -> int:
    if not words[0].is_capitalised:
        return min(NEWCOMER_WORDS, len(words))
    return next((at for at, word in enumerate(words) if not word.is_capitalised), len(words))


def _each_once(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    once: dict[str, Mention] = {}
    for mention in mentions:
        once.setdefault(mention.people[0].uid if mention.people else fold(mention.typed), mention)
    return tuple(once.values())
