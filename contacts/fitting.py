"""Drafts cut to what the columns hold, so that no file makes the database refuse a whole import."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from contacts.drafts import FACTS, PersonDraft
from contacts.models import (
    Contact,
    Email,
    ImportantDate,
    Interest,
    Job,
    Link,
    Messenger,
    Organisation,
    Phone,
    PostalAddress,
    Tag,
)
from contacts.partial_dates import is_partial_date

PARTIAL_DATES = ("known_since", "met_on", "deceased_on")


def _widths(model: type[models.Model], names: tuple[str, ...]) -> dict[str, int]:
    fields = {name: model._meta.get_field(name) for name in names}
    return {
        name: field.max_length
        for name, field in fields.items()
        if isinstance(field, models.CharField) and field.max_length
    }


FACT_WIDTHS = _widths(Contact, FACTS)
POINT_WIDTHS = {
    "emails": _widths(Email, ("address", "label")),
    "phones": _widths(Phone, ("number", "label")),
    "links": _widths(Link, ("url", "label")),
    "messengers": _widths(Messenger, ("handle", "label")),
}
for widths in POINT_WIDTHS.values():
    widths["value"] = widths.pop(next(name for name in widths if name != "label"))
ADDRESS_WIDTHS = _widths(
    PostalAddress,
    ("street", "city", "region", "postal_code", "country", "po_box", "extended", "label"),
)
JOB_WIDTHS = {
    **_widths(Job, ("title", "department")),
    "organisation": _widths(Organisation, ("name",))["name"],
}
DATE_WIDTHS = _widths(ImportantDate, ("label",))
TAG_WIDTH = _widths(Tag, ("name",))["name"]
INTEREST_WIDTH = _widths(Interest, ("name",))["name"]


def fit(draft: PersonDraft) -> list[str]:
    """Cut `draft` in place; the names of the facts that lost something, for the report."""
    draft.notes = draft.notes.replace("\x00", "")
    cut = [*_cut(draft, FACT_WIDTHS), *_drop_impossible_days(draft), *_cut_lists(draft)]
    return sorted(set(cut))


def _cut(row: Any, widths: dict[str, int]) -> Iterator[str]:
    for name, width in widths.items():
        text = getattr(row, name)
        if len(text) > width or "\x00" in text:
            setattr(row, name, text.replace("\x00", "")[:width])
            yield name


def _cut_lists(draft: PersonDraft) -> Iterator[str]:
    for name, widths in POINT_WIDTHS.items():
        for point in getattr(draft, name):
            yield from (name for _ in _cut(point, widths))
    for address in draft.addresses:
        yield from ("addresses" for _ in _cut(address, ADDRESS_WIDTHS))
    for job in draft.jobs:
        yield from ("jobs" for _ in _cut(job, JOB_WIDTHS))
    for date in draft.dates:
        yield from ("dates" for _ in _cut(date, DATE_WIDTHS))
    for name, width in (("tags", TAG_WIDTH), ("interests", INTEREST_WIDTH)):
        texts = getattr(draft, name)
        fitting = [text.replace("\x00", "")[:width] for text in texts]
        if fitting != texts:
            setattr(draft, name, fitting)
            yield name


def _drop_impossible_days(draft: PersonDraft) -> Iterator[str]:
    for name in PARTIAL_DATES:
        text = getattr(draft, name)
        if text and not is_partial_date(text):
            setattr(draft, name, "")
            yield name
    possible = [date for date in draft.dates if is_partial_date(date.day)]
    if len(possible) < len(draft.dates):
        draft.dates = possible
        yield "dates"
    for job in draft.jobs:
        for name in ("started", "ended"):
            text = getattr(job, name)
            if text and not is_partial_date(text):
                setattr(job, name, "")
                yield "jobs"
