"""Who reached out, as a line says it: "Ana wrote", "message from Ana", "wrote to Ana".

The two sides are the values of `kinds.Direction`.
"""

from collections.abc import Sequence

from interactions.line_people import Mention
from interactions.line_words import CHANNELS, Words

THEIRS, OURS = "incoming", "outgoing"
# Whoever is named before such a word did it; whoever is named after it, one did it to.
DOING = {
    "wrote", "called", "phoned", "rang", "emailed", "e-mailed", "mailed", "texted", "messaged",
    "replied", "sent", "reached",
}  # fmt: skip
TOWARDS = {"from": THEIRS, "to": OURS}
SENT = {"message", "phone", "social"}  # what comes from somebody: a walk does not
GOT = {"got", "received"}
ARTICLES = {"a", "an", "the"}


def side_of_noun(words: Words, at: int) -> str:
    """ "from" or "to" right after a word for a message or call; empty where neither follows."""
    is_sent = CHANNELS[words[at].folded].kind in SENT
    return TOWARDS.get(words[at + 1].folded, "") if is_sent and at + 1 < len(words) else ""


def read_heard(words: Words, at: int) -> tuple[int, str] | None:
    """ "heard from Ana"."""
    heard = [word.folded for word in words[at : at + 2]] == ["heard", "from"]
    return (2, THEIRS) if heard else None


def is_got(words: Words, at: int) -> bool:
    """Whether the word only says that the message after it was got: "got an email"."""
    after = at + 2 if at + 1 < len(words) and words[at + 1].folded in ARTICLES else at + 1
    is_way = after < len(words) and words[after].folded in CHANNELS
    return words[at].folded in GOT and is_way


def side_of_doing(mentions: Sequence[Mention]) -> str:
    """Who did it, of those named before and after the word; empty where it is not plain."""
    doers = {each.is_doer for each in mentions}
    if len(doers) != 1:
        return ""
    return THEIRS if doers.pop() else OURS
