"""What stood on the cards and went to no person: in the user's words, with the true reason."""

from collections import Counter
from collections.abc import Mapping
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
NO_PICTURE: Final = _("No picture that we can read")
LINK: Final = _("Behind a link, and pictures are not fetched from other computers")
ONE_PHOTO: Final = _("A person has one photo, and another stands on the card")
NO_DAY: Final = _("No day that we can read")
ONE_BIRTHDAY: Final = _("A person has one birthday, and another stands on the card")

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
    "#": (_("line that says nothing"), NO_PLACE),
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


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Of one reason: what was left, the most frequent first; `more` are beyond those named."""

    why: str
    left: list[Left]
    more: int


def leftovers(names: Mapping[str, int]) -> list[Leftovers]:
    """By reason, the most frequent first; `names` are those of `translating.unplaced`."""
    by_reason: dict[str, Counter[tuple[str, str]]] = {}
    for name, number in names.items():
        word, why = KNOWN.get(name, ("", FOREIGN))
        by_reason.setdefault(str(why), Counter())[str(word), "" if word else name] += number
    ordered = sorted(by_reason.items(), key=lambda reason: -reason[1].total())
    return [
        Leftovers(
            why,
            [Left(word, name, number) for (word, name), number in left.most_common(NAMED)],
            max(0, len(left) - NAMED),
        )
        for why, left in ordered
    ]
