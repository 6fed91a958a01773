from interactions.models.follow_up import FollowUp, FollowUpQuerySet
from interactions.models.help import Help, HelpQuerySet
from interactions.models.interaction import Interaction, InteractionQuerySet, Participant

__all__ = [
    "FollowUp",
    "FollowUpQuerySet",
    "Help",
    "HelpQuerySet",
    "Interaction",
    "InteractionQuerySet",
    "Participant",
]
