"""Rows of the list of people: plain values, a fixed number of queries, no objects."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from accounts.models import User
from contacts.filtering import PeopleFilter, segments_of
from contacts.highlighting import highlight, is_highlighted
from contacts.kinds import Circle, Kind
from contacts.models import Contact, Job, Tagging
from contacts.paging import PAGE_SIZE, Cursor, Page, Segment, page_of
from contacts.places_found import Found, where_found
from contacts.queries import Query
from contacts.signals import strengths_wanted
from contacts.typos import correct
from netcrm.lib.days import written
from netcrm.lib.id_lists import among
from netcrm.lib.marks import POINTS_A_STEP, avatar, level, meter
from netcrm.lib.prepared import prepared

COUNTED = 1000  # people counted before the list says "1,000+"
TAGS_SHOWN = 3
COLUMNS = (
    *("id", "uid", "name", "photo", "kind", "circle", "strength", "last_contact_on"),
    *("is_unscored", "starred_at"),
)


class Line(NamedTuple):
    """One person as the list shows them."""

    uid: Any
    name: SafeString
    plain_name: str
    avatar: SafeString
    work: SafeString
    found: SafeString | None
    meter: SafeString
    last_on: dt.date | None
    last: str
    last_day: str
    circle: str
    tags: Sequence[SafeString]
    tags_hidden: int
    is_starred: bool


class Listing(NamedTuple):
    """A page of people; `corrected` is the query that was answered in place of the typed one."""

    lines: list[Line]
    page: Page
    total: int | None
    corrected: Query | None


def listing(
    user: User,
    wanted: PeopleFilter,
    cursor: Cursor | None = None,
    *,
    most: int = PAGE_SIZE,
    mends: bool = True,
) -> Listing:
    """`most` shows only the first so many of a page; `mends` answers the nearest query where nobody
    is found by the typed one.
    """
    query, corrected = wanted.query, None
    segments = segments_of(user, wanted, query)
    page = page_of(segments, COLUMNS, cursor)
    if mends and not page.rows and query.words and cursor is None:
        nearest = correct(user, query)
        if nearest:
            segments = segments_of(user, wanted, nearest)
            page = page_of(segments, COLUMNS)
            corrected = nearest if page.rows else None
    total = _total(segments, page, cursor)
    page = page._replace(rows=page.rows[:most])
    return Listing(_lines(user, page, corrected or query), page, total, corrected)


def _total(segments: Sequence[Segment], page: Page, cursor: Cursor | None) -> int | None:
    """Exact up to COUNTED; one more stands for all beyond. None where counting would take long."""
    if cursor is None and not page.has_next:
        return len(page.rows)
    total = 0
    for segment in segments:
        if not segment.is_quick_to_count:
            return None
        total += segment.people.order_by()[: COUNTED + 1 - total].count()
        if total > COUNTED:
            break
    return total


def _lines(user: User, page: Page, query: Query) -> list[Line]:
    contact_ids = [row[0] for row in page.rows]
    works, tags = works_of(contact_ids), _tags(contact_ids)
    fresh = _fresh_strengths(user, contact_ids)
    today = user.today()
    circles = {value: str(label) for value, label in Circle.choices}
    lines = []
    for pk, uid, name, photo, kind, circle, strength, last_on, is_unscored, starred_at in page.rows:
        score = None if is_unscored or kind == Kind.OFFICE else fresh.get(pk, strength)
        line = Line(
            uid=uid,
            name=highlight(name, query.words),
            plain_name=name,
            avatar=avatar(name, uid, photo_url_of(uid, photo), square=kind == Kind.OFFICE),
            work=highlight(works.get(pk, ""), (*query.words, *query.companies)),
            found=None,
            meter=_meter_of(score or None),
            last_on=last_on,
            last=ago(last_on, today) if last_on else "",
            last_day=written(last_on, user.date_format) if last_on else "",
            circle=circles.get(circle, ""),
            tags=[highlight(tag, query.words) for tag in tags[pk][:TAGS_SHOWN]],
            tags_hidden=max(0, len(tags[pk]) - TAGS_SHOWN),
            is_starred=starred_at is not None,
        )
        lines.append(line)
    return _with_places(user, contact_ids, lines, query)


def _with_places(
    user: User, contact_ids: Sequence[int], lines: list[Line], query: Query
) -> list[Line]:
    """For those whose row does not show what was found, the place where it stands."""
    if not (query.words or query.phones):
        return lines
    hidden = [
        pk
        for pk, line in zip(contact_ids, lines, strict=True)
        if not any(map(is_highlighted, (line.name, line.work, *line.tags)))
    ]
    found: Found = where_found(hidden, query, user.phone_country) if hidden else {}
    return [line._replace(found=found.get(pk)) for pk, line in zip(contact_ids, lines, strict=True)]


def works_of(contact_ids: Sequence[int]) -> dict[int, str]:
    """Title and organisation of the current job, else of the latest."""
    works: dict[int, str] = {}
    for pk, title, organisation in _jobs(contact_ids):
        if pk not in works:
            works[pk] = " · ".join(filter(None, (title, organisation)))
    return works


@prepared
def _jobs(contact_ids: Sequence[int]) -> QuerySet[Job, tuple[int, str, str | None]]:
    jobs = Job.objects.filter(contact__in=among(contact_ids))
    newest = jobs.order_by("-is_current", "-started", "id")
    return newest.values_list("contact", "title", "organisation__name")


def _tags(contact_ids: Sequence[int]) -> dict[int, list[str]]:
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for pk, name in _taggings(contact_ids):
        tags[pk].append(name)
    return tags


@prepared
def _taggings(contact_ids: Sequence[int]) -> QuerySet[Tagging, tuple[int, str]]:
    taggings = Tagging.objects.filter(contact__in=among(contact_ids)).order_by("tag__slug")
    return taggings.values_list("contact", "tag__name")


def _fresh_strengths(user: User, contact_ids: list[int]) -> dict[int, float]:
    """Strengths as of today for those shown, where the stored ones are of an earlier day."""
    if not is_stale(user):
        return {}
    fresh: dict[int, float] = {}
    answers: list[Any] = strengths_wanted.send(sender=User, owner=user, contact_ids=contact_ids)
    for _receiver, strengths in answers:
        fresh |= strengths
    return fresh


def is_stale(user: User) -> bool:
    return user.strength_as_of is not None and user.strength_as_of < user.today()


def photo_url_of(uid: Any, photo: str) -> str:
    return Contact(uid=uid, photo=photo).photo_url if photo else ""


def _meter_of(score: float | None) -> SafeString:
    if score is None:
        return _drawn_meter(0, 0, get_language())
    return _drawn_meter(level(score), round(score), get_language())


@lru_cache(maxsize=2048)
def _drawn_meter(step: int, number: int, _language: str | None) -> SafeString:
    """A hundred different meters serve all rows; step 0 is unknown."""
    if not step:
        return meter(None, brief=True)
    lowest = (step - 1) * POINTS_A_STEP
    return meter(min(max(number, lowest), lowest + POINTS_A_STEP - 0.01), brief=True)


def ago(day: dt.date, today: dt.date) -> str:
    """How long ago, in the fewest letters: "3 d", "5 w", "8 mo", "2 y"."""
    days = (today - day).days
    if days <= 0:
        return gettext("today")
    if days < 14:
        return pgettext("days ago", "%(number)s d") % {"number": days}
    if days < 70:
        return pgettext("weeks ago", "%(number)s w") % {"number": days // 7}
    if days < 730:
        return pgettext("months ago", "%(number)s mo") % {"number": round(days / 30.44)}
    return pgettext("years ago", "%(number)s y") % {"number": days // 365}
