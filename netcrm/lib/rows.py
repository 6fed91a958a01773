"""The Jinja environment in which long lists are rendered, every value escaped."""

from typing import Any

from django.template import engines
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from jinja2 import Environment


def draw_rows(template: str, **values: Any) -> SafeString:
    """All rows of a list in one go."""
    return SafeString(engines["rows"].get_template(template).render(values))


def environment(**options: Any) -> Environment:
    """Called by Django's template engine with its options; autoescape is on."""
    rows = Environment(  # noqa: S701 - Django passes autoescape=True in the options
        **{**options, "extensions": ["jinja2.ext.i18n"], "trim_blocks": True, "lstrip_blocks": True}
    )
    rows.globals["url"] = reverse
    rows.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    return rows
