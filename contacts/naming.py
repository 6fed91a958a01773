"""How a name is shown, sorted and taken apart."""

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


def is_address(shown: str) -> bool:
    """Whether somebody is shown by an address or a number, for want of a name."""
    return bool(shown) and ("@" in shown or "://" in shown or not any(map(str.isalpha, shown)))


def sort_key(person: Named) -> str:
    """Family name first; people are looked for by it in a list sorted by name."""
    return " ".join(part for part in (person.family, person.given, person.additional) if part)


# Words that belong to the family name that follows them: van der Berg, von Hohenstein, de Souza.
PARTICLES = {
    *("al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el"),
    *("ibn", "la", "le", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur"),
}


def split(name: str) -> tuple[str, str]:
    """Given and family name of a name written in one line; "Pereira, Ana" is understood too."""
    family, comma, given = name.partition(",")
    if comma and given.strip():
        return " ".join(given.split()), " ".join(family.split())
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return " ".join(words), ""
    at = next(
        (at for at, word in enumerate(words[1:-1], 1) if word.lower() in PARTICLES), len(words) - 1
    )
    return " ".join(words[:at]), " ".join(words[at:])
