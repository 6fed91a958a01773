"""Rows that belong to one user and are reached only through that user."""

import uuid
from typing import Self, TypeVar

from django.conf import settings
from django.db import models

from accounts.models import User

M_co = TypeVar("M_co", bound=models.Model, covariant=True)


class OwnedQuerySet(models.QuerySet[M_co]):
    def of(self, user: User) -> Self:
        """The rows of `user`: the only door to them that views, exports and the API use."""
        return self.filter(owner=user)


class OwnedModel(models.Model):
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", editable=False
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        abstract = True

    def lock(self) -> None:
        """Read it anew and hold it until the transaction ends, so that what is stored then undoes
        nothing that somebody stored since it was read.
        """
        rows = type(self)._default_manager.select_for_update(of=("self",))
        self.refresh_from_db(from_queryset=rows)
