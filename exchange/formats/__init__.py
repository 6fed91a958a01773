"""Files of contacts in the formats that people hold, read into and written from neutral cards.

Pure: no Django, no clock. `read` reads a file of any kind; `patch` and `write` make vCards.
"""

from .outcomes import Limits, Refusal, Skip
from .reading import read
from .recognising import Format, Unrecognised, recognise

__all__ = ["Format", "Limits", "Refusal", "Skip", "Unrecognised", "read", "recognise"]
