"""Stylesheets and templates keep to the tokens and to the strict content security policy."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.plan import ROOT, files, short, templates

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|url\([^)]*\)")
RULE = re.compile(r"([^{};]*)\{")
DECLARATION = re.compile(r"(?:^|[{;])\s*([-\w]+)\s*:\s*([^;{}]+)(?=[;}])")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\("
    r"|\b(?:white|black|gr[ae]y|red|green|blue|yellow|orange|purple|pink|brown|silver|gold|navy"
    r"|teal|olive|maroon|lime|aqua|fuchsia|indigo|violet|crimson|tomato|ivory|beige)\b",
    re.IGNORECASE,
)
FORBIDDEN_IN_TEMPLATES = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "inline handler": re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "hx-on": re.compile(r"\bhx-on\b"),
    "filter in hx-trigger": re.compile(r"hx-trigger\s*=\s*[\"'][^\"']*\["),
    "script in hx-vals": re.compile(r"hx-(?:vals|vars|headers)\s*=\s*[\"']\s*js(?:cript)?:"),
    "javascript address": re.compile(r"(?:href|action)\s*=\s*[\"']\s*javascript:", re.IGNORECASE),
}
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.IGNORECASE | re.DOTALL)


def stylesheets() -> list[Path]:
    return list(files("*.css", under=("static/css",)))


def bare(css: str) -> str:
    """Without comments and quoted texts."""
    return QUOTED.sub('""', COMMENT.sub("", css))


def selectors(css: str) -> Iterator[str]:
    for match in RULE.finditer(bare(css)):
        if not match[1].strip().startswith("@"):
            yield match[1].strip()


def raw_colours(css: str) -> list[str]:
    return [
        f"{name}: {value.strip()}"
        for name, value in DECLARATION.findall(bare(css))
        if COLOUR.search(re.sub(r"var\([^()]*\)", "", value))
    ]


def test_no_selector_holds_an_id() -> None:
    held = [
        f"{short(path)}: {selector}"
        for path in stylesheets()
        for selector in selectors(path.read_text())
        if "#" in selector
    ]
    assert not held


def test_nothing_is_important() -> None:
    assert not [short(path) for path in stylesheets() if "!important" in bare(path.read_text())]


def test_colours_stand_among_the_tokens_only() -> None:
    raw = [
        f"{short(path)}: {colour}"
        for path in stylesheets()
        if path.name != "tokens.css"
        for colour in raw_colours(path.read_text())
    ]
    assert not raw


def test_the_sieve_sees_what_it_should() -> None:
    assert raw_colours("a { color: #fff; }")
    assert raw_colours("a { border: 1px solid rgb(1 2 3); }")
    assert raw_colours("a { background: white; }")
    assert not raw_colours("a { color: var(--white); white-space: nowrap; }")
    assert list(selectors("@layer a { #main > p { margin: 0 } }")) == ["#main > p"]


def test_every_stylesheet_is_imported() -> None:
    imported = (ROOT / "static/css/app.css").read_text() + "".join(
        path.read_text() for path in templates()
    )
    idle = [
        short(path)
        for path in stylesheets()
        if path.relative_to(ROOT / "static/css").as_posix() not in imported
    ]
    assert idle in ([], ["static/css/app.css"])


def test_templates_hold_no_inline_style_or_script() -> None:
    held = [
        f"{short(path)}: {name}: {match[0]}"
        for path in templates()
        for name, pattern in FORBIDDEN_IN_TEMPLATES.items()
        if (match := pattern.search(path.read_text()))
    ]
    assert not held


def test_every_script_has_a_source_and_no_text() -> None:
    inline = [
        short(path)
        for path in templates()
        for attributes, text in SCRIPT.findall(path.read_text())
        if "src=" not in attributes or text.strip()
    ]
    assert not inline
