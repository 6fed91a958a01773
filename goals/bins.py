"""What one wants, does for it and got from it, as it waits in the trash."""

from django.utils.translation import gettext_lazy as _

from contacts.bins import Bin, thrown_away
from goals.models import Aspiration, BrandActivity, Goal, Need, Outcome
from goals.outcomes import delete_outcomes

ASPIRATIONS = Bin(
    kind="aspiration",
    word=_("Aspiration"),
    icon="sprout",
    rows=thrown_away(Aspiration),
    restore="goals:restore_aspiration",
)
NEEDS = Bin(
    kind="need",
    word=_("Need"),
    icon="sprout",
    rows=lambda user: Need.with_trashed.of(user).trashed().select_related("person", "aspiration"),
    name=lambda need: f"{need} · {need.aspiration}",
    restore="goals:restore_need",
)
GOALS = Bin(
    kind="goal",
    word=_("Goal"),
    icon="target",
    rows=thrown_away(Goal),
    restore="goals:restore",
)
OUTCOMES = Bin(
    kind="outcome",
    word=_("Outcome"),
    icon="trophy",
    rows=thrown_away(Outcome),
    restore="goals:restore_outcome",
    delete=lambda outcome: delete_outcomes(Outcome.objects.filter(pk=outcome.pk)),
)
ACTIVITIES = Bin(
    kind="activity",
    word=_("Brand activity"),
    icon="notebook-pen",
    rows=thrown_away(BrandActivity),
    restore="goals:restore_brand_activity",
)
BINS = (ASPIRATIONS, NEEDS, GOALS, OUTCOMES, ACTIVITIES)
