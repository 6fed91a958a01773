"""A person before there is a row: every fact a card, a form or the demo network may bring."""

import datetime as dt
from dataclasses import dataclass, field

from contacts.kinds import Kind


@dataclass(slots=True)
class PointDraft:
    """An email, phone, link or messenger, as it was written."""

    value: str
    label: str = ""
    is_preferred: bool = False


@dataclass(slots=True)
class AddressDraft:
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    po_box: str = ""
    extended: str = ""
    label: str = ""
    is_preferred: bool = False


@dataclass(slots=True)
class JobDraft:
    organisation: str = ""
    title: str = ""
    department: str = ""
    started: str = ""
    ended: str = ""
    is_current: bool = True


@dataclass(slots=True)
class DateDraft:
    """`day` is a partial date; `label` is "birthday" or what the user calls it."""

    label: str
    day: str


@dataclass(slots=True)
class PersonDraft:
    """Days without a year, month or day are partial dates; see `contacts.partial_dates`."""

    kind: str = Kind.PERSON
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    phonetic_given: str = ""
    phonetic_family: str = ""
    display_override: str = ""
    pronouns: str = ""
    photo: str = ""  # a name that `contacts.photos.keep` gave
    industry: str = ""
    seniority: str = ""
    place: str = ""
    circle: str = ""
    circle_chosen_on: dt.date | None = None
    cadence: str = ""
    cadence_days: int | None = None
    how_met: str = ""
    met_at: str = ""
    met_on: str = ""
    introduced_by_id: int | None = None
    known_since: str = ""
    added_on: dt.date | None = None  # the user's today where nothing else is known
    imported_on: dt.date | None = None
    notes: str = ""
    starred_at: dt.datetime | None = None
    archived_at: dt.datetime | None = None
    triaged_at: dt.datetime | None = None
    verified_on: dt.date | None = None
    is_unscored: bool = False
    is_deceased: bool = False
    deceased_on: str = ""
    emails: list[PointDraft] = field(default_factory=list)
    phones: list[PointDraft] = field(default_factory=list)
    links: list[PointDraft] = field(default_factory=list)
    messengers: list[PointDraft] = field(default_factory=list)
    addresses: list[AddressDraft] = field(default_factory=list)
    jobs: list[JobDraft] = field(default_factory=list)
    dates: list[DateDraft] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    benefits: dict[str, str] = field(default_factory=dict)  # kind → note
    interests: list[str] = field(default_factory=list)


LISTS = frozenset(
    {
        "emails",
        "phones",
        "links",
        "messengers",
        "addresses",
        "jobs",
        "dates",
        "tags",
        "roles",
        "benefits",
        "interests",
    }
)
# The columns of Contact that a draft fills.
FACTS = tuple(name for name in PersonDraft.__dataclass_fields__ if name not in LISTS)
