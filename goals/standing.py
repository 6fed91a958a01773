"""How a goal stands, in one word that recurring goals and milestones share."""

from enum import StrEnum


class Standing(StrEnum):
    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BEHIND = "behind"
    MISSED = "missed"  # only once the time is over
