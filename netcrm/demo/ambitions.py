"""What the user of the demo network wants, does for it, and got from it; days count from today."""

from typing import NamedTuple

from contacts.kinds import BenefitKind as Benefit
from contacts.kinds import Role, Seniority
from goals.kinds import AspirationKind, BrandKind, Counted, OutcomeSize, Sought
from interactions.kinds import EventKind, Going


class Wanted(NamedTuple):
    """A need: people by `sought` and `value` who bring `benefit`; a person by full name."""

    sought: Sought
    value: str
    benefit: Benefit
    importance: int


class Aim(NamedTuple):
    kind: AspirationKind
    title: str
    why: str
    horizon_in: int
    needs: tuple[Wanted, ...]


class Occasion(NamedTuple):
    name: str
    kind: EventKind
    days: int  # from today; negative is past
    place: str
    going: Going
    met: tuple[str, ...] = ()  # full names of people spoken with there
    wanted: tuple[tuple[str, str], ...] = ()  # full name or just a name, and why


class Target(NamedTuple):
    title: str
    counts: Counted
    wanted: int
    rhythm: str
    began_ago: int
    due_in: int | None
    aim: int  # place among AIMS
    person: str = ""
    strength: int | None = None
    next_step: str = ""
    if_when: str = ""
    then_what: str = ""


class Link(NamedTuple):
    """An introduction by full names, "" for oneself."""

    introducer: str
    first: str
    second: str
    why: str
    asked_ago: int
    made_ago: int | None
    met_ago: int | None
    result: str = ""


class Gain(NamedTuple):
    what: str
    kind: Benefit
    size: OutcomeSize
    days_ago: int
    aim: int
    people: tuple[str, ...]
    event: str = ""


class Showing(NamedTuple):
    kind: BrandKind
    title: str
    days_ago: int
    audience: int | None
    reactions: tuple[str, ...] = ()


AIMS = (
    Aim(
        AspirationKind.NEW_JOB,
        "Lead a climate team",
        "Ten people, one grid, something that is still there in twenty years.",
        560,
        (
            Wanted(Sought.INDUSTRY, "Energy", Benefit.INSIGHT, 3),
            Wanted(Sought.SENIORITY, Seniority.EXECUTIVE, Benefit.MENTORSHIP, 3),
            Wanted(Sought.ORGANISATION, "Tidewater Ventures", Benefit.REFERRAL, 2),
            Wanted(Sought.TAG, "policy", Benefit.VISIBILITY, 1),
            Wanted(Sought.PERSON, "Eva Lindqvist", Benefit.SPONSORSHIP, 2),
        ),
    ),
    Aim(
        AspirationKind.CLIENTS,
        "Two more banks as clients",
        "One client is a favour, three are a business.",
        300,
        (
            Wanted(Sought.INDUSTRY, "Banking", Benefit.REFERRAL, 3),
            Wanted(Sought.ROLE, Role.CLIENT, Benefit.OPPORTUNITY, 2),
            Wanted(Sought.PLACE, "Frankfurt", Benefit.INSIGHT, 1),
        ),
    ),
)
OCCASIONS = (
    Occasion("Grid Night", EventKind.MEETUP, -236, "Lisbon", Going.ATTENDED, ("Tuva Nilsen",)),
    Occasion("Climate Tech Meetup", EventKind.MEETUP, -205, "Lisbon", Going.ATTENDED),
    Occasion(
        "Energy Days",
        EventKind.CONFERENCE,
        -171,
        "Berlin",
        Going.ATTENDED,
        ("Chiara Ricci", "Ben Okafor"),
    ),
    Occasion("Tariff workshop", EventKind.WORKSHOP, -139, "Braga", Going.ATTENDED),
    Occasion("Trade fair", EventKind.FAIR, -112, "Bilbao", Going.SKIPPED),
    Occasion(
        "Speakers' dinner", EventKind.DINNER, -84, "Tallinn", Going.ATTENDED, ("Vera Sokolova",)
    ),
    Occasion(
        "Product leaders' breakfast",
        EventKind.MEETUP,
        -52,
        "Frankfurt",
        Going.ATTENDED,
        ("Zofia Kowalska", "Grace Mwangi"),
    ),
    Occasion(
        "Civic data evening", EventKind.MEETUP, -20, "Aveiro", Going.ATTENDED, ("Rosa Almeida",)
    ),
    Occasion(
        "Flexible Grids Summit",
        EventKind.CONFERENCE,
        9,
        "Copenhagen",
        Going.PLANNED,
        wanted=(
            ("Kiran Rao", "Ageing data for the second pilot"),
            ("Marit Solheim", "Runs the only team of this size in the north"),
        ),
    ),
    Occasion("Founders' walk", EventKind.MEETUP, 24, "Lisbon", Going.CONSIDERED),
)
TARGETS = (
    Target(
        "One networking event a month",
        Counted.EVENTS,
        1,
        "month",
        240,
        None,
        0,
        next_step="Book the train to Copenhagen",
    ),
    Target(
        "Reach out to one new person a week",
        Counted.NEW_CONTACTS,
        1,
        "week",
        120,
        None,
        1,
        if_when="it is Monday at nine",
        then_what="I write to one new person",
    ),
    Target(
        "A mentor for leading larger teams",
        Counted.STRENGTH,
        1,
        "",
        60,
        122,
        0,
        person="Inês Carvalho",
        strength=50,
        next_step="Ask her for an hour after the exams",
    ),
    Target("Help somebody twice a month", Counted.HELP, 2, "month", 200, None, 0),
    Target("Publish six pieces this year", Counted.BRAND, 6, "year", 320, None, 0),
)
LINKS = (
    Link(
        "Cem Yildiz", "", "Nora Berg", "She funds grid software", 700, 690, 676, "Stayed in touch"
    ),
    Link("Ben Okafor", "", "Farid Haddad", "Pricing of meter data", 48, 40, 33),
    Link("", "Dee Sharma", "Hugo Martins", "He can draw what she builds", 95, 90, 80, "A project"),
    Link("Grace Mwangi", "", "Zofia Kowalska", "The bank across the river", 12, None, None),
)
GAINS = (
    Gain(
        "Pilot with Northwind in Rotterdam",
        Benefit.OPPORTUNITY,
        OutcomeSize.LARGE,
        310,
        1,
        ("Wim de Boer", "Jonas Weber"),
    ),
    Gain("Guest column", Benefit.VISIBILITY, OutcomeSize.MEDIUM, 150, 0, ("Petra Novak",)),
    Gain(
        "A second bank asks for an offer",
        Benefit.REFERRAL,
        OutcomeSize.LARGE,
        45,
        1,
        ("Grace Mwangi",),
        "Product leaders' breakfast",
    ),
    Gain("A better price model", Benefit.INSIGHT, OutcomeSize.MEDIUM, 30, 1, ("Farid Haddad",)),
    Gain(
        "Seat on the fellowship panel",
        Benefit.SPONSORSHIP,
        OutcomeSize.MEDIUM,
        205,
        0,
        ("Inês Carvalho", "Amara Diallo"),
    ),
    Gain(
        "Somebody to call in August", Benefit.SUPPORT, OutcomeSize.SMALL, 110, 0, ("Ana Pereira",)
    ),
)
SHOWINGS = (
    Showing(BrandKind.TALK, "Meters that negotiate", 171, 220, ("Chiara Ricci", "Vera Sokolova")),
    Showing(
        BrandKind.ARTICLE, "What a tariff is for", 150, 4100, ("Xenia Papadaki", "Eva Lindqvist")
    ),
    Showing(BrandKind.PANEL, "Who owns the roof?", 84, 130, ("Rosa Almeida",)),
    Showing(BrandKind.POST, "Five questions before a pilot", 40, 900, ("Zofia Kowalska",)),
)
