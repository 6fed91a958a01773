from goals.models.aspiration import Aspiration, AspirationQuerySet, Need
from goals.models.brand import BrandActivity, BrandActivityQuerySet, Reaction
from goals.models.goal import Goal, GoalQuerySet, LeftOut, Step
from goals.models.outcome import Contribution, Outcome, OutcomeQuerySet, Thanks
from goals.models.recount import Recount

__all__ = [
    "Aspiration",
    "AspirationQuerySet",
    "BrandActivity",
    "BrandActivityQuerySet",
    "Contribution",
    "Goal",
    "GoalQuerySet",
    "LeftOut",
    "Need",
    "Outcome",
    "OutcomeQuerySet",
    "Reaction",
    "Recount",
    "Step",
    "Thanks",
]
