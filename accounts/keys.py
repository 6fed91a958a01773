"""The single-letter keys, as the page of them tells."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Keys = tuple[tuple[str, str | Promise], ...]

ANYWHERE: Keys = (
    ("l", _("Log a conversation")),
    ("/", _("Search")),
    ("j k", _("Walk down and up through the rows")),
    ("Enter", _("Open the row one stands on")),
    ("?", _("These keys")),
    ("Esc", _("Close; what was typed is kept")),
)
ROOMS: Keys = (
    ("g t", _("Today")),
    ("g p", _("People")),
    ("g n", _("Network")),
    ("g g", _("Goals")),
    ("g e", _("Events")),
    ("g c", _("Outcomes")),
    ("g o", _("Organisations")),
    ("g i", _("Import")),
    ("g s", _("Settings")),
)
HERE: Keys = (
    ("n", _("Begin a new one: person, goal, event, introduction, outcome, activity")),
    ("f", _("With a person open: follow up")),
    ("r", _("With a person open: rate")),
    ("o", _("With a person open: record an outcome")),
    ("m", _("On Network: make a goal of the first gap")),
    ("1 to 5", _("While rating or in triage: answer, and on to the next question")),
)
KEYS: tuple[tuple[str | Promise, Keys], ...] = (
    (_("Anywhere"), ANYWHERE),
    (_("To a room"), ROOMS),
    (_("Where one is"), HERE),
)
