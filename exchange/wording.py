"""The reasons of an import as sentences: codes are stored, words are made when they are shown."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from contacts.models import Contact
from exchange.formats.reasons import REASONS

Reason = Mapping[str, Any]
Words = str | Promise
# Why a card is about somebody already known; `value` is what they have in common.
KNOWN: Final[Mapping[str, Words]] = {
    "card": gettext_lazy("the very same card came in before"),
    "uid": gettext_lazy("same card, changed since it came in before"),
    "linkedin": gettext_lazy("same LinkedIn profile"),
    "email": gettext_lazy("same email %(value)s"),
    "phone": gettext_lazy("same phone number, …%(value)s"),
    "work": gettext_lazy("same name and organisation"),
    "name": gettext_lazy("same name"),
}
BRINGS: Final[Mapping[str, Words]] = {
    "names": gettext_lazy("name"),
    "nickname": gettext_lazy("nickname"),
    "photo": gettext_lazy("photo"),
    "notes": gettext_lazy("notes"),
    "met": gettext_lazy("how you met"),
    "death": gettext_lazy("news of their death"),
    "emails": gettext_lazy("email"),
    "phones": gettext_lazy("phone"),
    "links": gettext_lazy("link"),
    "messengers": gettext_lazy("messenger"),
    "addresses": gettext_lazy("address"),
    "jobs": gettext_lazy("job"),
    "dates": gettext_lazy("date"),
    "tags": gettext_lazy("tag"),
}
FACTS: Final[Mapping[str, Words]] = {
    field.name: field.verbose_name for field in Contact._meta.concrete_fields
}
OWN: Final[Mapping[str, Words]] = {
    "repeated": gettext_lazy("The same card stands already as number %(value)s of this file."),
    "no_tag": gettext_lazy("A group to which nobody here belongs: it became no tag."),
    "oneself": gettext_lazy("This is you: your own address stands on it."),
    "system": gettext_lazy("A group that an address book keeps for itself: it becomes no tag."),
    "no_worker": gettext_lazy("Nothing has moved for a while."),
    "chosen": gettext_lazy("As you chose."),
    "nobody": gettext_lazy("There is nobody in this file who could be added."),
    "broken": gettext_lazy(
        "Something went wrong on our side, and nothing was changed. The log of the server says "
        "more. You can try again."
    ),
}


def sentence(reason: Reason) -> str:
    """The reason of a row, or "" where a row needs none."""
    code = str(reason.get("code", ""))
    if code in REASONS:
        return _(REASONS[code]).format_map(_Detail(reason.get("detail") or {}))
    if code == "group":
        return _group(int(reason.get("value", 0)))
    if code in OWN:
        return str(OWN[code]) % {"value": reason.get("value", "")}
    if code in KNOWN:
        return _known(reason)
    return ""


def shared(reason: Reason) -> str:
    """What a card has in common with whom it may be about."""
    words = KNOWN.get(str(reason.get("code", "")), "")
    return str(words) % {"value": reason.get("value", "")}


def brings(reason: Reason) -> list[str]:
    """What an update would fill in."""
    return [str(BRINGS.get(name, name)) for name in reason.get("brings", ())]


def fact(name: str) -> str:
    """What the page of a person calls one of their facts, or one of a list of facts."""
    return str(BRINGS.get(name) or FACTS[name])


def place(file: str, card: int, line: int) -> str:
    """Where something stands."""
    parts: list[tuple[object, Callable[[], str]]] = [
        (file, lambda: file),
        (card, lambda: _("card %(number)s") % {"number": card}),
        (line, lambda: _("line %(number)s") % {"number": line}),
    ]
    return ", ".join(words() for said, words in parts if said)


def known_of_them(table: str, number: int) -> str:
    """What other rooms hold about somebody who came with an import."""
    words = {
        "participant": ngettext("%(number)s conversation", "%(number)s conversations", number),
        "rating": ngettext("%(number)s rating", "%(number)s ratings", number),
        "followup": ngettext("%(number)s promise", "%(number)s promises", number),
        "help": ngettext("%(number)s favour", "%(number)s favours", number),
    }
    other = ngettext("%(number)s note elsewhere", "%(number)s notes elsewhere", number)
    return words.get(table, other) % {"number": number}


def _group(number: int) -> str:
    words = ngettext(
        "A group of %(number)s card: becomes a tag for its people.",
        "A group of %(number)s cards: becomes a tag for its people.",
        number,
    )
    return words % {"number": number}


def _known(reason: Reason) -> str:
    twin = reason.get("twin")
    words = shared(reason)
    if twin:
        return _("%(why)s as card %(number)s of this file") % {"why": words, "number": twin}
    return words


class _Detail(dict[str, Any]):
    """A detail that the reason does not name stays empty instead of failing the page."""

    def __missing__(self, key: str) -> str:
        return ""
