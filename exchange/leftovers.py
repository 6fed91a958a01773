"""What stood on the cards and went to no person: in the user's words, with the true reason."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
NAMED: Final = 12  # of one reason on the page; the rest is counted

NO_PLACE: Final = _("A person has no place for it here")
IN_PART: Final = _("A second one, or written so that we cannot read all of it")
UNREAD: Final = _("Not among what is read from a card")
FOREIGN: Final = _("Known only to the program that wrote the card")
NO_COLUMN: Final = _("A column that is not read")
NO_PICTURE: Final = _("No picture that we can read")
LINK: Final = _("Behind a link, and pictures are not fetched from other computers")
ONE_PHOTO: Final = _("A person has one photo, and another stands on the card")
NO_DAY: Final = _("No day that we can read")
ONE_BIRTHDAY: Final = _("A person has one birthday, and another stands on the card")

_PROPERTY: Final = re.compile(r"[A-Z0-9-]+\Z")  # of a card; columns are written otherwise
# By the name of the property: what a user calls it, and why no person got it.
KNOWN: Final[Mapping[str, tuple[Words, Words]]] = {
    "RELATED": (_("related people"), NO_PLACE),
    "TZ": (_("time zone"), NO_PLACE),
    "GEO": (_("place on the map"), NO_PLACE),
    "GENDER": (_("gender"), NO_PLACE),
    "X-GENDER": (_("gender"), NO_PLACE),
    "LANG": (_("language"), NO_PLACE),
    "ROLE": (_("role beside the job title"), NO_PLACE),
    "LABEL": (_("address as printed on a label"), NO_PLACE),
    "KEY": (_("key for encrypted mail"), NO_PLACE),
    "LOGO": (_("logo"), NO_PLACE),
    "SOUND": (_("how the name sounds"), NO_PLACE),
    "AGENT": (_("card of an assistant"), NO_PLACE),
    "FBURL": (_("free and busy times"), NO_PLACE),
    "CALURI": (_("calendar"), NO_PLACE),
    "CALADRURI": (_("address for invitations"), NO_PLACE),
    "MEMBER": (_("members"), NO_PLACE),
    "BIRTHPLACE": (_("place of birth"), NO_PLACE),
    "DEATHPLACE": (_("place of death"), NO_PLACE),
    "EXPERTISE": (_("expertise"), UNREAD),
    "HOBBY": (_("hobby"), UNREAD),
    "INTEREST": (_("interest"), UNREAD),
    "#": (_("stray text"), NO_PLACE),
    "PHOTO": (_("photo"), NO_PICTURE),
    "PHOTO (link)": (_("photo"), LINK),
    "PHOTO (further)": (_("photo"), ONE_PHOTO),
    "BDAY": (_("birthday"), NO_DAY),
    "DATE": (_("date"), NO_DAY),
    "BDAY (further)": (_("birthday"), ONE_BIRTHDAY),
    "N": (_("name"), IN_PART),
    "FN": (_("displayed name"), IN_PART),
    "NICKNAME": (_("nickname"), IN_PART),
    "EMAIL": (_("name beside an email"), IN_PART),
    "TEL": (_("phone"), IN_PART),
    "URL": (_("link"), IN_PART),
    "IMPP": (_("messenger"), IN_PART),
    "ADR": (_("address"), IN_PART),
    "ORG": (_("organisation"), IN_PART),
    "TITLE": (_("job title"), IN_PART),
    "NOTE": (_("notes"), IN_PART),
    "KIND": (_("kind of card"), IN_PART),
    "UID": (_("number of the card"), IN_PART),
}


class Left(NamedTuple):
    """`name` is that of the property, where no word of ours is known for it."""

    word: str
    name: str
    number: int
    said: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Of one reason: what was left, the most frequent first; `more` are beyond those named."""

    why: str
    left: list[Left]
    more: int
    number: int


def leftovers(
    names: Mapping[str, int], said: Mapping[str, Sequence[str]] | None = None
) -> list[Leftovers]:
    """By reason, the most frequent first; `names` are those of `translating.unplaced`.

    `said` has what stood there, by name, where that is to be shown.
    """
    by_reason: dict[str, dict[tuple[str, str], Left]] = {}
    for name, number in names.items():
        word, why = KNOWN.get(name) or ("", FOREIGN if _PROPERTY.match(name) else NO_COLUMN)
        group = by_reason.setdefault(str(why), {})
        key = (str(word), "" if word else name)
        had = group.get(key, Left(*key, 0))
        group[key] = Left(*key, had.number + number, [*had.said, *(said or {}).get(name, ())])
    groups = [_group(why, list(group.values())) for why, group in by_reason.items()]
    return sorted(groups, key=lambda group: -group.number)


def _group(why: str, left: list[Left]) -> Leftovers:
    left.sort(key=lambda one: -one.number)
    number = sum(one.number for one in left)
    return Leftovers(why, left[:NAMED], max(0, len(left) - NAMED), number)
