"""Groups that an address book keeps for itself, and not its user: they become no tags."""

import re
from typing import Final

from netcrm.lib.folding import fold

# As Google and Android write them, without the spaces, in vCards and beside their contacts.
STARS: Final = frozenset({"starred", "starredinandroid"})
SYSTEM: Final = STARS | {"mycontacts", "othercontacts"}


def is_system_group(name: str) -> bool:
    return _plain(name) in SYSTEM


def is_star(name: str) -> bool:
    return _plain(name) in STARS


def _plain(name: str) -> str:
    """Google has marked them with a star, and in words, in turn."""
    return re.sub(r"^system group:|[*\s]", "", fold(name.strip()))
