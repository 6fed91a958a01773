"""What can be found: one entry a thing, whichever room it comes from, in folded text."""

from django.conf import settings
from django.db import models

from contacts.models.contact import Contact


class SearchEntry(models.Model):
    """`title` and `text` are folded: no case, no accents. `phone` holds digits only.

    `on` is the day by which things are put in order; people have none. `contact` is whose it is
    alone: it hides with them in the trash and goes with them.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    target_uid = models.UUIDField()
    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, null=True, related_name="search_entries"
    )
    title = models.TextField()
    text = models.TextField()
    phone = models.TextField()
    on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "kind", "-on", "-id"],
                condition=~models.Q(kind="person"),
                name="things_by_day",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "target_uid"], name="found_once"),
        ]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """One word of an entry, for one or two letters: too short for trigrams."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    word = models.CharField(max_length=64, db_collation=None)
    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="words")

    class Meta:
        indexes = [models.Index(fields=["owner", "word", "entry"], name="words_by_prefix")]

    def __str__(self) -> str:
        return self.word


class SearchState(models.Model):
    """Of which making an owner's entries are; those of an older one are written anew."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    version = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.owner_id}: {self.version}"
