"""What people type: names in one line, days in any form, notes in Markdown."""

import pytest
from django.core.exceptions import ValidationError

from contacts import naming
from contacts.markdown import to_html
from contacts.partial_dates import (
    check_partial_date,
    is_partial_date,
    read_partial_date,
    write_partial_date,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1990-04-15", "1990-04-15"),
        ("1990-4-5", "1990-04-05"),
        ("1990-04", "1990-04"),
        ("1990", "1990"),
        ("--04-15", "--04-15"),
        ("15.4.1990", "1990-04-15"),
        ("15. 4.", "--04-15"),
        ("4/1990", "1990-04"),
        ("15 April 1990", "1990-04-15"),
        ("April 15, 1990", "1990-04-15"),
        ("Apr 1990", "1990-04"),
        ("15 april", "--04-15"),
        ("29 Feb", "--02-29"),
        ("\u0664 April \u0661\u0669\u0669\u0660", "1990-04-04"),
    ],
)
def test_a_day_is_understood_however_it_is_typed(typed: str, kept: str) -> None:
    assert read_partial_date(typed) == kept
    check_partial_date(kept)


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ("1990-04-05", "5 April 1990"),
        ("1990-04", "April 1990"),
        ("1990", "1990"),
        ("--02-29", "29 February"),
        ("31 April", "31 April"),
    ],
)
def test_a_day_is_written_in_words_that_are_understood_again(kept: str, written: str) -> None:
    assert write_partial_date(kept) == written
    assert read_partial_date(written) == kept or not is_partial_date(kept)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "soon", "31 April 1990", "1990-13", "April May 1990", "99 April", "29 Feb 1990"),
        *("1/2/3", "0000", "April", "15.4.19900", "--02-30", "\u0661\u0669\u0669\u0660"),
    ],
)
def test_no_day_is_made_of_anything_else(typed: str) -> None:
    assert not is_partial_date(read_partial_date(typed))
    with pytest.raises(ValidationError):
        check_partial_date(read_partial_date(typed))


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Ana", ("Ana", "")),
        ("  Ana   Pereira ", ("Ana", "Pereira")),
        ("Pereira, Ana", ("Ana", "Pereira")),
        ("Jan van der Berg", ("Jan", "van der Berg")),
        ("Eva-Maria von Hohenstein", ("Eva-Maria", "von Hohenstein")),
        ("María José Souza", ("María José", "Souza")),
        ("李小龙", ("李小龙", "")),
        (" , ", ("", "")),
    ],
)
def test_a_name_in_one_line_is_split(typed: str, parts: tuple[str, str]) -> None:
    assert naming.split(typed) == parts


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("", ""),
        ("**b** *i* ~~s~~", "<p><strong>b</strong> <em>i</em> <s>s</s></p>\n"),
        ("a\nb", "<p>a<br>\nb</p>\n"),
        ("<b onclick=x>b</b>", "<p>&lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
        ("# T", "<h3>T</h3>\n"),
        ("`https://a.example`", "<p><code>https://a.example</code></p>\n"),
        ("![x](https://a.example/x.png)", "<p></p>\n"),
    ],
)
def test_markdown_becomes_safe_html(typed: str, html: str) -> None:
    assert to_html(typed) == html


@pytest.mark.parametrize(
    "typed", ["[x](javascript:alert(1))", "<javascript:alert(1)>", "[x](data:text/html,x)"]
)
def test_links_that_run_are_not_made(typed: str) -> None:
    assert "href" not in to_html(typed)


def test_bare_addresses_become_links_once() -> None:
    html = to_html("(see https://a.example/x?y=1.) [b](https://b.example)")
    assert html.count("<a ") == 2
    assert 'href="https://a.example/x?y=1"' in html
