"""Type words and Apple's labels of a property, read as the one word that people see."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from .content_lines import ContentLine
from .escaping import text_of

_APPLE: Final = re.compile(r"_\$!<(.*)>!\$_\Z", re.DOTALL)
# Words that tell a program something and a person nothing.
SILENT_WORDS: Final = frozenset((
    "pref", "internet", "voice", "postal", "parcel", "dom", "intl", "x400", "uri", "text",
    "date", "url", "msg",
))  # fmt: skip
_SEEN_AS: Final = {"cell": "mobile", "iphone": "mobile", "workfax": "work fax"} | {
    "homefax": "home fax", "x-mobile": "mobile", "individual": "home"
}  # fmt: skip
WRITTEN_AS: Final = {"mobile": "cell"}
# Words written as TYPE; any other label is a custom one and goes into X-ABLabel.
TYPE_WORDS: Final = frozenset((
    "home", "work", "mobile", "fax", "pager", "main", "other", "school", "video",
    "car", "isdn", "textphone", "modem", "bbs", "pcs", "assistant", "sister", "brother",
    "friend", "spouse", "parent", "child", "colleague", "profile", "homepage",
))  # fmt: skip
_FIRST: Final = ("home", "work", "other")
AppleLabels = Mapping[str, str]  # group (lower case) → label as written


def apple_labels(lines: Iterable[ContentLine]) -> dict[str, str]:
    """Label lines by their group."""
    return {line.group.lower(): text_of(line) for line in lines if line.group}


def label_of(line: ContentLine, labels: AppleLabels) -> str:
    """ "work fax", "mobile", a custom label as it was written, or ""."""
    if custom := labels.get(line.group.lower(), ""):
        return plain_apple_label(custom)
    words = {_SEEN_AS.get(word, word): None for word in line.types if word not in SILENT_WORDS}
    ordered = sorted(words, key=lambda word: word not in _FIRST)
    return " ".join(ordered)


def plain_apple_label(label: str) -> str:
    """Apple wraps its own words: `_$!<HomePage>!$_`; a word of the user's stands bare."""
    wrapped = _APPLE.match(label)
    return wrapped[1].lower() if wrapped else label


def preference_of(line: ContentLine) -> int:
    """1 is the most preferred, 100 the least (RFC 6350, 5.3); 101 says nothing."""
    numbers = [int(value) for value in line.parameter("PREF") if re.fullmatch(r"\d{1,3}", value)]
    if numbers:
        return min(numbers)
    return 1 if "pref" in line.types else 101


def type_words(label: str) -> tuple[str, ...] | None:
    """The TYPE words that will be read as this label again; `None` when only X-ABLabel can say it.

    No label needs no words.
    """
    words = label.split(" ") if label else []
    if len(set(words)) != len(words) or not TYPE_WORDS.issuperset(words):
        return None
    if words != sorted(words, key=lambda word: word not in _FIRST):
        return None
    return tuple(WRITTEN_AS.get(word, word) for word in words)
