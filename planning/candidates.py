"""People as the ranking sees them: how long ago, how soon, how much."""

from dataclasses import dataclass
from typing import Generic, TypeVar

GREATEST_IMPORTANCE = 3  # of a need
MET_NEED_SHARE = 0.5  # what a need without a gap counts against one with a gap; design

Id = TypeVar("Id", int, str)


@dataclass(frozen=True, slots=True)
class Fit:
    """How well somebody meets a need of an active aspiration."""

    importance: int  # 1 to 3
    relevance: float  # 0 to 1
    has_gap: bool
    name: str = ""

    @property
    def share(self) -> float:
        wanted = 1.0 if self.has_gap else MET_NEED_SHARE
        return self.importance / GREATEST_IMPORTANCE * self.relevance * wanted


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Id]):
    """One person as of today; all spans in days, those ahead counted from today, 0 is today."""

    id: Id
    cadence: int | None  # None: never to be reminded of; 0: none chosen, silence says nothing
    days_since: int | None = None  # last two-way contact
    days_since_chosen: int | None = None  # circle or cadence; None when only a default applies
    loss: float = 0.0  # points of strength that 90 days of silence would cost
    fits: tuple[Fit, ...] = ()
    date_in: int | None = None  # birthday, job change, an event that both attend
    date_kind: str = ""
    promise_in: int | None = None  # negative when overdue
    unanswered: int = 0  # messages since the last two-way contact
    days_since_outreach: int | None = None  # the last of these messages
    is_snoozed: bool = False
    group: str | int | None = None  # the organisation
    is_reconnection: bool = False

    @property
    def best_fit(self) -> Fit | None:
        return max(self.fits, key=lambda fit: (fit.share, fit.name), default=None)

    @property
    def silent_days(self) -> int:
        """Since the last contact, else since the user chose a rhythm, else none.

        What is not known is not neglected.
        """
        days = self.days_since_chosen if self.days_since is None else self.days_since
        return days or 0

    @property
    def x(self) -> float:
        """Silence in cadences."""
        return self.silent_days / self.cadence if self.cadence else 0.0
