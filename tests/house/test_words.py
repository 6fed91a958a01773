"""Every visible word can be translated, and none comes from selling."""

import re
from pathlib import Path

import pytest

from tests.house.plan import files, is_list, short, templates

ROOMS_WITH_WORDS = ("accounts", "contacts", "interactions", "strength", "planning", "exchange",
                    "netcrm")  # fmt: skip
# What is said to developers only, and what allauth words itself.
UNTRANSLATED = ("templates/styleguide", "templates/allauth")
NAMES = ("NetCRM", "vCard", "LinkedIn", "CSV", "Connections.csv", "AGPL-3.0-or-later", "nbsp",
         "doctype")  # fmt: skip

TRANSLATED = (
    re.compile(r"\{% *comment *%\}.*?\{% *endcomment *%\}", re.DOTALL),
    re.compile(r"\{% *blocktrans(?:late)?\b.*?\{% *endblocktrans(?:late)? *%\}", re.DOTALL),
    re.compile(r"\{% *block +(?:width|body_attributes) *%\}.*?\{% *endblock\b.*?%\}", re.DOTALL),
    re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL),
)
HIDDEN = re.compile(r"<(script|style|template-code|kbd|code)\b.*?</\1>", re.DOTALL)
SAID_IN_ATTRIBUTES = re.compile(
    r"\b(?:title|placeholder|alt|aria-label|aria-description|data-done|data-label)"
    r"\s*=\s*\"([^\"]*)\""
)
TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
LOOSE_ATTRIBUTE = re.compile(r"[\w-]+=\"[^\"]*\"|\bnovalidate\b")  # of a tag begun elsewhere
WORD = re.compile(r"[^\W\d_]{2,}")
SELLING = re.compile(r"\b(?:(?<!Team )leads?|pipelines?|ROI|funnels?|upsell|deals?|prospecting)\b")
SAID_IN_PYTHON = re.compile(r"\b_?(?:n?gettext(?:_lazy)?|_)\(\s*f?\"([^\"]*)\"")


def untranslated(html: str) -> list[str]:
    """Words that stand in the template as they are seen."""
    for pattern in TRANSLATED:
        html = pattern.sub(" ", html)
    html = HIDDEN.sub(" ", html)
    said = " ".join(
        [*SAID_IN_ATTRIBUTES.findall(html), LOOSE_ATTRIBUTE.sub(" ", TAG.sub(" ", html))]
    )
    for name in NAMES:
        said = said.replace(name, " ")
    return WORD.findall(re.sub(r"&\w+;", " ", said))


def spoken() -> list[Path]:
    return [path for path in templates() if not short(path).startswith(UNTRANSLATED)]


@pytest.mark.parametrize("path", spoken(), ids=short)
def test_every_word_can_be_translated(path: Path) -> None:
    assert not untranslated(path.read_text())


def test_the_sieve_sees_what_it_should() -> None:
    assert untranslated("<p>Hello</p>") == ["Hello"]
    assert untranslated('<img alt="A face">') == ["face"]
    assert untranslated('<a title="{% translate "Open" %}">{{ name }} · {# why #}</a>') == []
    assert untranslated("{% blocktranslate %}Hello{% endblocktranslate %} NetCRM") == []


def test_nobody_is_a_lead() -> None:
    said = {short(path): path.read_text() for path in templates()}
    for path in files("*.py", under=ROOMS_WITH_WORDS):
        if not is_list(path):
            said[short(path)] = " ".join(SAID_IN_PYTHON.findall(path.read_text()))
    selling = [f"{name}: {match[0]}" for name, text in said.items()
               for match in SELLING.finditer(text)]  # fmt: skip
    assert not selling
