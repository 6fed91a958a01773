"""What stays of an import: the text each person came with, and what was done to them."""

from django.db import models
from django.db.models import Q

from contacts.models import Contact
from exchange.models.run import ImportRun


class SourceCard(models.Model):
    """The text a person came with, kept so that nothing we have no field for is lost.

    `digest` tells the very same card when it comes again.
    """

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="source_cards")
    run = models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, null=True, related_name="source_cards"
    )
    format = models.CharField(max_length=20)
    external_uid = models.CharField(max_length=500, blank=True)
    digest = models.CharField(max_length=64)
    text = models.TextField()

    class Meta:
        indexes = [
            models.Index(
                fields=["external_uid"], condition=~Q(external_uid=""), name="cards_by_uid"
            ),
            models.Index(fields=["digest"], name="cards_by_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.format} of {self.contact_id}"


class Trace(models.Model):
    """What an import did to one person, so that it can be taken back.

    `before` and `after` hold the columns that were filled in; `added` the ids of the rows that
    were hung on the person, by table. All three are empty for somebody new. `mark` is a digest of
    all there was to know of the person right after: when it differs, somebody has changed them.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="traces")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="import_traces")
    is_new = models.BooleanField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    added = models.JSONField(default=dict)
    mark = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "contact"], name="traced_once")]

    def __str__(self) -> str:
        return f"{self.contact_id} in {self.run_id}"
