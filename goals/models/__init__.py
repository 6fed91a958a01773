from goals.models.aspiration import Aspiration, AspirationQuerySet, Need
from goals.models.brand import BrandActivity, BrandActivityQuerySet, Reaction
from goals.models.goal import Goal, GoalQuerySet, LeftOut, Step
from goals.models.outcome import Contribution, Outcome, OutcomeQuerySet, Thanks

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
    "Step",
    "Thanks",
]
