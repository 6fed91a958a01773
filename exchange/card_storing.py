"""Cards as JSON, for the rows of an import: without their text and picture, which lie beside."""

from dataclasses import MISSING, asdict, fields
from typing import Any, Final

from exchange.cards import Card, DatedFact, FurtherJob, Labelled, PostalAddress

_APART: Final = frozenset({"source", "position", "photo"})
_LISTS: Final[dict[str, type]] = {
    "emails": Labelled,
    "phones": Labelled,
    "links": Labelled,
    "messengers": Labelled,
    "related": Labelled,
    "addresses": PostalAddress,
    "further_jobs": FurtherJob,
    "dates": DatedFact,
}
_DEFAULTS: Final = {
    field.name: field.default
    for field in fields(Card)
    if field.name not in _APART and field.default is not MISSING
}


def to_json(card: Card) -> dict[str, Any]:
    """Only what the card says; what it leaves out is left out here."""
    said = {name: getattr(card, name) for name in _DEFAULTS}
    return {name: _plain(name, value) for name, value in said.items() if value != _DEFAULTS[name]}


def from_json(stored: dict[str, Any]) -> Card:
    return Card(**{name: _rich(name, value) for name, value in stored.items() if name in _DEFAULTS})


def storable(text: str) -> str:
    """Without what databases refuse: NUL, and halves of characters (a jCard can hold both)."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _plain(name: str, value: Any) -> Any:
    if name in _LISTS:
        return [_said(fact) for fact in value]
    if name == "birthday":
        return _said(value)
    return [storable(text) for text in value] if isinstance(value, tuple) else _clean(value)


def _said(fact: Any) -> dict[str, Any]:
    return {name: _clean(value) for name, value in asdict(fact).items() if value}


def _clean(value: Any) -> Any:
    return storable(value) if isinstance(value, str) else value


def _rich(name: str, value: Any) -> Any:
    if name in _LISTS:
        return tuple(_fact(_LISTS[name], fact) for fact in value)
    if name == "birthday":
        return _fact(DatedFact, value)
    return tuple(value) if isinstance(value, list) else value


def _fact(kind: type, said: dict[str, Any]) -> Any:
    required = ("label", "value") if kind in {Labelled, DatedFact} else ()
    return kind(**{**dict.fromkeys(required, ""), **said})
