"""What an import keeps for good: the text of each card, and what it did to each person."""

import json
from collections.abc import Iterable
from typing import Any

from contacts.attaching import insert
from exchange.matching import digest_of
from exchange.models import ImportRow, SourceCard, Trace


def keep_sources(taken: Iterable[tuple[ImportRow, int]]) -> None:
    """The cards and the ids of the people they became part of."""
    insert((SourceCard, _source_columns(row, contact_id)) for row, contact_id in taken)


def keep_traces(traces: Iterable[Trace]) -> None:
    insert((Trace, _trace_columns(trace)) for trace in traces)


def _source_columns(row: ImportRow, contact_id: int) -> dict[str, Any]:
    card = row.card or {}
    return {
        "contact_id": contact_id,
        "run_id": row.run_id,
        "format": card.get("dialect", ""),
        "external_uid": card.get("uid", "")[:500],
        "digest": digest_of(row.source),
        "text": row.source,
    }


def _trace_columns(trace: Trace) -> dict[str, Any]:
    return {
        "run_id": trace.run_id,
        "contact_id": trace.contact_id,
        "is_new": trace.is_new,
        "mark": trace.mark,
        **{name: json.dumps(getattr(trace, name)) for name in ("before", "after", "added")},
    }
