"""jCard (RFC 7095): a vCard 4.0 in JSON, read by writing it out as the vCard that it is."""

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from exchange.cards import Card, Position

from .decoding import decode, storable
from .escaping import escape
from .outcomes import Limits, Refusal
from .vcard_reading import read_card

_AS_IT_IS: Final = frozenset({"uri", "date", "date-time", "date-and-or-time", "utc-offset"})
Json = object


def read_jcards(
    stream: BinaryIO, name: str, encoding: str, limits: Limits
) -> Iterator[Card | Refusal]:
    """One card or an array of cards; the source kept is the vCard with the same properties."""
    try:
        whole = json.loads(decode(stream.read(limits.card_bytes * 4), encoding).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield Refusal(Position(name, 0, 1), "card_malformed", {"problem": str(error)})
        return
    for number, item in enumerate([whole] if _is_card(whole) else whole, start=1):
        yield _outcome(item, Position(name, number, 0))


def _outcome(item: Json, place: Position) -> Card | Refusal:
    try:
        return read_card(storable(vcard_from(item)), place)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        source = storable(json.dumps(item, ensure_ascii=False))
        return Refusal(place, "card_malformed", {"problem": str(error)}, source)
    except RecursionError:
        return Refusal(place, "card_malformed", {"problem": "lists within lists without end"})


def vcard_from(item: Json) -> str:
    """A jCard as vCard 4.0; raises for what is none."""
    if not (_is_card(item) and isinstance(item, list)):
        raise ValueError("not a jCard")
    lines = [_line(*found) for found in item[1]]
    return "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])


def _is_card(item: Json) -> bool:
    return isinstance(item, list) and len(item) > 1 and item[0] == "vcard"


def _line(name: str, parameters: dict[str, str | list[str]], kind: str, *values: Json) -> str:
    group = parameters.pop("group", "") if isinstance(parameters, dict) else ""
    said = "".join(f";{key.upper()}={_parameter(value)}" for key, value in parameters.items())
    value = ",".join(_value(value, kind) for value in values)
    return f"{group}{'.' if group else ''}{name.upper()}{said}:{value}"


def _parameter(value: str | list[str]) -> str:
    values = [value] if isinstance(value, str) else value
    return ",".join(f'"{one}"' if set(one) & set(":;,") else one for one in values)


def _value(value: Json, kind: str) -> str:
    if isinstance(value, list):  # a structured value; a list inside it is one component
        parts = (part if isinstance(part, list) else [part] for part in value)
        return ";".join(",".join(escape(str(one)) for one in part) for part in parts)
    return str(value).replace("\n", "") if kind in _AS_IT_IS else escape(str(value))
