"""The real settings, but with the patience of a second for a locked database."""

from netcrm.settings import *  # noqa: F403 - settings are all there is in it
from netcrm.settings import DATABASES

DATABASES["default"]["OPTIONS"]["timeout"] = 1
