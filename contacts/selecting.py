"""One change to many people at once, and its undoing."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from contacts.adding import announce
from contacts.kinds import Circle
from contacts.models import Contact, ContactQuerySet, Tag, Tagging
from netcrm.lib.folding import fold

# What the undo needs, as JSON may hold it: the act, and per person what was there before.
Undo = dict[str, Any]
NO_CIRCLE = "none"
TAG, CIRCLE, ARCHIVE, UNARCHIVE, DELETE = "tag", "circle", "archive", "unarchive", "delete"


def chosen(user: User, uids: Iterable[str]) -> list[Contact]:
    """Those of the user's living people whom the texts name; the rest is passed over."""
    valid = [uid for uid in uids if _is_uid(uid)]
    return list(Contact.objects.of(user).living().filter(uid__in=valid).select_related("owner"))


def change(user: User, act: str, value: str, people: Sequence[Contact]) -> Undo | None:
    """Do `act` to `people`; None where there is nothing to do, as without a tag's name."""
    with transaction.atomic():
        before = ACTS[act](user, value, people) if people and act in ACTS else None
        if not before:
            return None
        announce(user, people)
    return {"act": act, "before": before}


def undo(user: User, made: Undo) -> int:
    """Put back what the change found; how many people that concerns."""
    before: dict[str, Any] = made["before"]
    contact_ids = [int(pk) for pk in before]
    with transaction.atomic():
        mine = Contact.objects.of(user).filter(pk__in=contact_ids)
        UNDOS[made["act"]](mine, before)
        announce(user, list(mine.select_related("owner")))
    return len(contact_ids)


def _tag(user: User, name: str, people: Sequence[Contact]) -> dict[str, int]:
    slug = fold(name)[:100]
    if not slug:
        return {}
    tag, _ = Tag.objects.of(user).get_or_create(
        slug=slug, owner=user, defaults={"name": " ".join(name.split())[:100]}
    )
    has_it = set(tag.taggings.values_list("contact_id", flat=True))
    new = [person for person in people if person.pk not in has_it]
    Tagging.objects.bulk_create(Tagging(tag=tag, contact=person) for person in new)
    return {str(person.pk): tag.pk for person in new}


def _circle(user: User, circle: str, people: Sequence[Contact]) -> dict[str, list[str | None]]:
    """`circle` is "none" for out of any; empty where none was chosen, which changes nobody."""
    if circle not in (NO_CIRCLE, *Circle.values):
        return {}
    circle = "" if circle == NO_CIRCLE else circle
    before: dict[str, list[str | None]] = {}
    for person in people:
        if person.circle != circle:
            chosen_on = person.circle_chosen_on
            before[str(person.pk)] = [person.circle, chosen_on.isoformat() if chosen_on else None]
            person.choose_circle(circle, user.today())
    _save_circles([person for person in people if str(person.pk) in before])
    return before


def _stamp(column: str, is_set: bool) -> Callable[..., dict[str, bool]]:
    def stamp(_user: User, _value: str, people: Sequence[Contact]) -> dict[str, bool]:
        others = [person for person in people if (getattr(person, column) is None) == is_set]
        ids = [person.pk for person in others]
        Contact.objects.filter(pk__in=ids).update(
            **{column: timezone.now() if is_set else None}, updated_at=timezone.now()
        )
        return {str(pk): True for pk in ids}

    return stamp


def _put_back_tags(people: ContactQuerySet, before: dict[str, int]) -> None:
    Tagging.objects.filter(contact__in=people, tag__in=set(before.values())).delete()


def _put_back_circles(people: ContactQuerySet, before: dict[str, list[str | None]]) -> None:
    found = list(people)
    for person in found:
        circle, chosen_on = before[str(person.pk)]
        person.circle = circle or ""
        person.circle_chosen_on = dt.date.fromisoformat(chosen_on) if chosen_on else None
    _save_circles(found)


def _save_circles(people: Sequence[Contact]) -> None:
    now = timezone.now()
    for person in people:
        person.updated_at = now  # which `bulk_update` would leave as it is
    Contact.objects.bulk_update(people, ["circle", "circle_chosen_on", "updated_at"])


def _put_back_stamp(column: str, was_set: bool) -> Callable[[ContactQuerySet, Any], None]:
    def put_back(people: ContactQuerySet, _before: dict[str, bool]) -> None:
        now = timezone.now()
        people.update(**{column: now if was_set else None}, updated_at=now)

    return put_back


def _is_uid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


ACTS: dict[str, Callable[[User, str, Sequence[Contact]], dict[str, Any]]] = {
    TAG: _tag,
    CIRCLE: _circle,
    ARCHIVE: _stamp("archived_at", is_set=True),
    UNARCHIVE: _stamp("archived_at", is_set=False),
    DELETE: _stamp("deleted_at", is_set=True),
}
UNDOS: dict[str, Callable[[ContactQuerySet, dict[str, Any]], None]] = {
    TAG: _put_back_tags,
    CIRCLE: _put_back_circles,
    ARCHIVE: _put_back_stamp("archived_at", was_set=False),
    UNARCHIVE: _put_back_stamp("archived_at", was_set=True),
    DELETE: _put_back_stamp("deleted_at", was_set=False),
}
