"""Files of contacts in the formats that people hold, read into and written from neutral cards.

Pure: no Django, no clock. `read` reads a file of any kind; `patch` and `write` make vCards.
"""

from .outcomes import Limits, Refusal, Skip
from .reading import read
from .recognising import Format, Unrecognised, recognise
from .vcard_reading import card_from
from .vcard_writing import CardChanges, changes_between, is_vcard, patch, to_bytes, write

__all__ = [
    "CardChanges",
    "Format",
    "Limits",
    "Refusal",
    "Skip",
    "Unrecognised",
    "card_from",
    "changes_between",
    "is_vcard",
    "patch",
    "read",
    "recognise",
    "to_bytes",
    "write",
]
