"""The assessment of a whole network, computed by the worker and read by pages."""

from django.conf import settings
from django.db import models


class Snapshot(models.Model):
    """The latest assessment of one owner: numbers and uids as network.findings writes them.

    `asked_at` is when something changed that it does not show yet; pages say so.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    as_of = models.DateField(null=True)
    computed_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    changes = models.PositiveIntegerField(default=0)  # told apart by the worker while it computes
    findings = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.owner_id} as of {self.as_of}"


class Quarter(models.Model):
    """The figures of one owner's last assessment in a quarter, as network.quarters writes them."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    starts_on = models.DateField()
    as_of = models.DateField()
    figures = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "starts_on"], name="one_a_quarter_for_each_owner"
            )
        ]

    def __str__(self) -> str:
        return f"{self.owner_id} in the quarter from {self.starts_on}"
