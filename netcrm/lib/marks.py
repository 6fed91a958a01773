"""The smallest marks of the interface as HTML: icon, avatar, meter.

Functions rather than templates, since long lists draw hundreds of them in one answer; the template
tags of `netcrm/templatetags/marks.py` and the Jinja rows call these.
"""

import html
from functools import cache
from zlib import crc32

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

SPRITE = "icons/lucide-1.62.0.svg"
HUES = 12
POINTS_A_STEP = 20  # the five bands of docs/scoring.md are equally wide
UNKNOWN = gettext_lazy("not yet known")
UNKNOWN_BRIEF = pgettext_lazy("strength", "unknown")
WORDS = (
    pgettext_lazy("strength", "faint"),
    pgettext_lazy("strength", "weak"),
    pgettext_lazy("strength", "moderate"),
    pgettext_lazy("strength", "strong"),
    pgettext_lazy("strength", "core"),
)


def escape(text: object) -> SafeString:
    """As Django's, without its look for lazy texts: a list of people escapes four hundred."""
    return SafeString(html.escape(str(text)))


@cache
def icon(name: str, *, large: bool = False) -> SafeString:
    """An outline from the sprite, hidden from screen readers: the word beside it is the name.

    Kept for the life of the process: a page shows some forty, and the hashed name is slow to find.
    """
    size = " icon-large" if large else ""
    return mark_safe(  # noqa: S308 - every value is escaped or our own
        f'<svg class="icon{size}" aria-hidden="true">'
        f'<use href="{static(SPRITE)}#{escape(name)}"></use></svg>'
    )


def avatar(
    name: str, key: object = "", photo: str = "", *, size: str = "", square: bool = False
) -> SafeString:
    """A photo, or initials on a colour that `key` (a uid; else the name) fixes for good.

    `size` is empty (22 px), `medium` (36 px) or `large` (64 px). It is always beside the name, so
    it says nothing itself.
    """
    classes = "avatar" + (f" avatar-{size}" if size else "") + (" avatar-square" if square else "")
    if photo:
        markup = f'<img class="{classes}" src="{escape(photo)}" alt="" loading="lazy">'
    else:
        hue = crc32(str(key or name).encode()) % HUES
        markup = (
            f'<span class="{classes}" data-hue="{hue}" aria-hidden="true">'
            f"{escape(initials(name))}</span>"
        )
    return mark_safe(markup)  # noqa: S308 - every value is escaped above


def initials(name: str) -> str:
    """First letters of the first and last word that begin with a letter or digit."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def level(score: float) -> int:
    """1 (faint) to 5 (core)."""
    return max(1, min(len(WORDS), int(score // POINTS_A_STEP) + 1))


def whole(score: float) -> int:
    """The nearest whole number in the band of the score: 59.6 is moderate, so it shows as 59."""
    nearest = round(score)
    return nearest if level(nearest) == level(score) else int(score)


def meter(
    score: float | None,
    margin: float | None = None,
    *,
    brief: bool = False,
    large: bool = False,
) -> SafeString:
    """Five steps, the band's word, the number and how far it may be off.

    `brief` keeps the word for screen readers only, beside dots that show it, and drops the
    margin: for tables. None is shown as unknown, never as zero.
    """
    size = " meter-large" if large else ""
    if score is None:
        return mark_safe(  # noqa: S308 - our own words
            f'<span class="meter{size}">'
            f'<span class="meter-word">{escape(UNKNOWN_BRIEF if brief else UNKNOWN)}</span></span>'
        )
    step = level(score)
    word = escape(WORDS[step - 1])
    return mark_safe(  # noqa: S308 - numbers and our own words
        f'<span class="meter{size}" data-level="{step}">'
        f'<span class="{"hidden-label" if brief else "meter-word"}">{word}</span> '
        f"<b>{whole(score)}</b>"
        f"{'' if brief else _margin(margin)}</span>"
    )


def _margin(margin: float | None) -> str:
    if margin is None:
        return ""
    words = escape(gettext("give or take"))
    return (
        f' <span class="meter-margin"><span aria-hidden="true">±</span>'
        f'<span class="hidden-label">{words}</span> {round(margin)}</span>'
    )
