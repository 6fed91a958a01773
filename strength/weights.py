"""Every constant of the strength model, those that may be chosen otherwise in one value.

Sources, in short. "Design" marks our own decision that no source claims; docs/scoring.md says more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

LANDMARK = date(2020, 1, 1)  # stored sums count from here; design, any fixed day would do
DAYS_PER_YEAR = 365.25  # mean length of a Julian year
SHORTEST_HALF_LIFE = 14  # days; design: keeps 2^(age of the landmark / half-life) inside a double

CHANNELS: Mapping[str, float] = MappingProxyType(
    # meetings' worth of one conversation; the order follows media richness, sizes are design
    {"in_person": 1.0, "video": 0.8, "phone": 0.7, "message": 0.3, "social": 0.1}
)
DEPTHS: Mapping[str, float] = MappingProxyType(
    # factor on the channel; design
    {"quick": 0.6, "normal": 1.0, "deep": 1.5}
)
QUICK_BELOW_MINUTES = 15  # design
DEEP_ABOVE_MINUTES = 90  # design

# lowest score of each band; design: close weekly, good monthly, quarterly and yearly ties
# land in successive bands
BANDS: tuple[tuple[str, float], ...] = (
    ("core", 80.0),
    ("strong", 60.0),
    ("moderate", 40.0),
    ("weak", 20.0),
    ("faint", 0.0),
)
STRONG_FROM = 60.0  # points: who stood here at the last contact was a strong tie


@dataclass(frozen=True, slots=True)
class Weights:
    # points at most; the elements are Granovetter's (1973), the split is design
    rating_points: float = 40.0
    contact_points: float = 30.0
    history_points: float = 20.0
    help_points: float = 10.0

    # days until evidence counts half
    fresh_half_life: float = 45.0  # contact of a new tie; brackets 110 days, from Burt (2002)
    established_half_life: float = 120.0  # contact of an old tie; likewise
    rating_half_life: float = 365.0  # trust outlives contact, Levin et al. (2011); size is design
    mean_half_life: float = 180.0  # recent impressions outweigh old ones; design
    help_half_life: float = 365.0  # design

    # amount of evidence worth half of the points; design
    contact_half: float = 4.0  # meetings: a monthly rhythm earns about half
    history_half: float = 12.0  # meetings: a year of monthly meetings earns about half
    rating_half: float = 1.0  # full ratings: one rating is believed by half
    help_half: float = 1.0  # medium favours

    # share of a rating that each answer carries; design, together a full rating
    trust: float = 0.4
    respect: float = 0.3
    common: float = 0.3

    # credit of one day in touch, in meetings; design between bounds from the literature
    channels: Mapping[str, float] = field(default_factory=lambda: CHANNELS, hash=False)
    depths: Mapping[str, float] = field(default_factory=lambda: DEPTHS, hash=False)
    crowd_exponent: float = 0.5  # people present share the attention: people^-exponent
    unanswered: float = 0.25  # share left of an attempt without reply
    further_share: float = 0.25  # share of what follows the richest conversation of a day
    day_cap: float = 2.0  # meetings' worth of a day at most

    # what is assumed; design
    presumed: float = 0.6  # rating presumed from contact alone, which never proves closeness
    gate_at_worst: float = 0.5  # share of contact and history that the lowest rating leaves
    known_per_year: float = 2.0  # meetings' worth of a year known before the contact was added
    known_at_most: float = 24.0  # meetings' worth of all those years
    smaller_help_share: float = 0.75  # share of the lesser direction: help both ways counts most

    # how sure we are; design
    information_half: float = 2.0  # information worth a confidence of one half
    information_per_meeting: float = 0.5  # against 1 for a full rating
    least_half_width: float = 4.0  # points
    further_half_width: float = 16.0  # points more when nothing is known
    mismatch: float = 0.4  # gap of rating and contact, as shares of 1, that is worth a remark

    def __post_init__(self) -> None:
        half_lives = (
            self.fresh_half_life,
            self.established_half_life,
            self.rating_half_life,
            self.mean_half_life,
            self.help_half_life,
        )
        if min(half_lives) < SHORTEST_HALF_LIFE:
            raise ValueError(f"a half-life must be {SHORTEST_HALF_LIFE} days or more")
        amounts = (self.contact_half, self.history_half, self.rating_half, self.help_half)
        if min(amounts) <= 0:
            raise ValueError("half of the points must ask for some evidence")
        if self.fresh_half_life > self.established_half_life:
            # otherwise one more meeting could lower the score
            raise ValueError("contact of a new tie must not fade slower than of an old one")


DEFAULT = Weights()
