"""The neutral card: what any file says about one person, before anybody is stored.

Every format is read into a `Card` and every file is written from one, so that formats need not
know each other. Dates are partial ISO text ("1990-04-15", "--04-15", "1990-04", "1990").
"""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["person", "office", "group"]

# Properties that describe the card and not the person; a report may leave them unsaid.
BOOKKEEPING = frozenset((
    "PRODID", "REV", "PROFILE", "SOURCE", "NAME", "MAILER", "CLIENTPIDMAP", "CLASS",
    "SORT-STRING", "X-ABUID", "X-ABADR", "X-RADICALE-NAME", "X-IRMC-LUID", "X-GENERATOR",
    "X-ETAG",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands: the file (archive/member), the how-manieth card, its first line."""

    file: str
    card: int
    line: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the word that tells it from its sisters: ("work fax", "+49 30 1", False)."""

    label: str
    value: str
    is_preferred: bool = False


@dataclass(frozen=True, slots=True)
class PostalAddress:
    label: str = ""
    street: str = ""
    extended: str = ""
    po_box: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    is_preferred: bool = False


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A day in a life. `value` is partial ISO or "" when unreadable; `text` is what stood there."""

    label: str
    value: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class FurtherJob:
    """A second or third employment; the first is `organisation`, `department` and `title`."""

    organisation: str = ""
    department: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PhotoLink:
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `source` is its exact text and is kept for ever; `unmapped` names the properties
    for which there is no field here, in their order, each once.

    `is_name_deduced`: the names or the display name are our guess from what else stood there.
    """

    source: str = field(default="", repr=False)
    position: Position | None = field(default=None, compare=False)
    dialect: str = ""  # "2.1", "3.0", "4.0", "linkedin"; "" for a card made here
    uid: str = ""
    kind: Kind = "person"

    display_name: str = ""
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    phonetic_given: str = ""
    phonetic_family: str = ""
    is_name_deduced: bool = False

    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    links: tuple[Labelled, ...] = ()
    messengers: tuple[Labelled, ...] = ()
    addresses: tuple[PostalAddress, ...] = ()

    organisation: str = ""
    department: str = ""
    title: str = ""
    role: str = ""
    further_jobs: tuple[FurtherJob, ...] = ()

    birthday: DatedFact | None = None
    dates: tuple[DatedFact, ...] = ()
    related: tuple[Labelled, ...] = ()
    members: tuple[str, ...] = ()  # of a group card: the uids of its people
    categories: tuple[str, ...] = ()
    gender: str = ""
    language: str = ""
    note: str = ""
    how_met: str = ""
    connected_on: str = ""
    photo: Photo | PhotoLink | None = None

    unmapped: tuple[str, ...] = ()
