"""What one wants, does for it and got from it, as it waits in the trash."""

from django.utils.translation import gettext_lazy as _

from contacts.bins import Bin, delete_row
from goals.models import Aspiration, BrandActivity, Goal, Need, Outcome
from goals.outcomes import delete_outcomes

ASPIRATIONS = Bin(
    kind="aspiration",
    word=_("Aspiration"),
    icon="sprout",
    rows=lambda user: Aspiration.objects.of(user).exclude(deleted_at=None),
    name=str,
    restore="goals:restore_aspiration",
    delete=delete_row,
)
NEEDS = Bin(
    kind="need",
    word=_("Need"),
    icon="sprout",
    rows=lambda user: Need.with_trashed.of(user).trashed().select_related("person", "aspiration"),
    name=lambda need: f"{need} · {need.aspiration}",
    restore="goals:restore_need",
    delete=delete_row,
)
GOALS = Bin(
    kind="goal",
    word=_("Goal"),
    icon="target",
    rows=lambda user: Goal.objects.of(user).exclude(deleted_at=None),
    name=str,
    restore="goals:restore",
    delete=delete_row,
)
OUTCOMES = Bin(
    kind="outcome",
    word=_("Outcome"),
    icon="trophy",
    rows=lambda user: Outcome.objects.of(user).exclude(deleted_at=None),
    name=str,
    restore="goals:restore_outcome",
    delete=lambda outcome: delete_outcomes(Outcome.objects.filter(pk=outcome.pk)),
)
ACTIVITIES = Bin(
    kind="activity",
    word=_("Brand activity"),
    icon="notebook-pen",
    rows=lambda user: BrandActivity.objects.of(user).exclude(deleted_at=None),
    name=str,
    restore="goals:restore_brand_activity",
    delete=delete_row,
)
BINS = (ASPIRATIONS, NEEDS, GOALS, OUTCOMES, ACTIVITIES)
