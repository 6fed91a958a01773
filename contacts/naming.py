"""How a name is shown, sorted and shortened to initials."""

from typing import Protocol


class Named(Protocol):
    prefix: str
    given: str
    additional: str
    family: str
    suffix: str
    nickname: str


def full_name(person: Named) -> str:
    """Given and family name with what stands around them; the nickname when there is neither."""
    parts = (person.prefix, person.given, person.additional, person.family, person.suffix)
    if not (person.given or person.family or person.additional):
        return person.nickname
    return " ".join(part for part in parts if part)


def sort_key(person: Named) -> str:
    """Family name first; people are looked for by it in a list sorted by name."""
    return " ".join(part for part in (person.family, person.given, person.additional) if part)


def initials(name: str) -> str:
    """One or two letters: of the first and the last word that starts with a letter."""
    letters = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return "".join(letters[:1] + letters[1:][-1:]) or "?"
