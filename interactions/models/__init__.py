from interactions.models.event import Attendance, Event, EventQuerySet
from interactions.models.follow_up import FollowUp, FollowUpQuerySet
from interactions.models.help import Help, HelpQuerySet
from interactions.models.interaction import Interaction, InteractionQuerySet, Participant
from interactions.models.introduction import Introduction, IntroductionQuerySet

__all__ = [
    "Attendance",
    "Event",
    "EventQuerySet",
    "FollowUp",
    "FollowUpQuerySet",
    "Help",
    "HelpQuerySet",
    "Interaction",
    "InteractionQuerySet",
    "Introduction",
    "IntroductionQuerySet",
    "Participant",
]
