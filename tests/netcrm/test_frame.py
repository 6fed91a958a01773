"""The frame: its links, its import map, its undo."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.forms import CharField, EmailField, Form
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

from netcrm.templatetags.frame import undo_url, undo_word


def render(text: str, **context: Any) -> str:
    return Template(text).render(Context(context))


def link(path: str, view: str, besides: str = "") -> str:
    request = RequestFactory().get(path)
    text = f'{{% load frame %}}{{% frame_link "{view}" "users" "People" besides="{besides}" %}}'
    return Template(text).render(RequestContext(request, {}))


def test_a_link_of_the_frame_says_where_one_is() -> None:
    assert 'aria-current="page"' in link("/people/", "contacts:index")
    assert 'aria-current="true"' in link("/people/new/", "contacts:index")
    assert "aria-current" not in link("/people/", "planning:today")


def test_only_one_link_says_so_where_addresses_nest() -> None:
    path, inner = "/people/organisations/", "contacts:organisations"
    assert 'aria-current="page"' in link(path, inner)
    assert "aria-current" not in link(path, "contacts:index", besides=inner)


def test_the_import_map_names_every_module_that_a_module_imports() -> None:
    page = render("{% load frame %}{% import_map %}", csp_nonce="abc")
    found = re.search(r'<script type="importmap" nonce="abc">(.*?)</script>', page)
    assert found
    names = set(json.loads(found[1])["imports"])
    scripts = list(Path(settings.BASE_DIR, "static/js").rglob("*.js"))
    imported = {
        name
        for script in scripts
        for name in re.findall(r'^import .*?"([^"]+)";', script.read_text(), re.MULTILINE)
    }
    assert imported
    assert imported <= names


@pytest.mark.parametrize(
    ("tags", "url"),
    [("undo:/people/1/restore/", "/people/1/restore/"), ("quiet undo:/x/", "/x/"), ("", "")],
)
def test_a_message_carries_where_its_undo_posts_to(tags: str, url: str) -> None:
    assert undo_url(Message(constants.SUCCESS, "Deleted.", extra_tags=tags)) == url


class Letter(Form):
    name = CharField(help_text="As you would say it.")
    email = EmailField()
    reply_to = EmailField()


def test_the_first_field_in_error_takes_the_focus_and_names_its_error() -> None:
    html = str(Letter({"name": "Ana", "email": "nope", "reply_to": "nope"}))
    focused = re.findall(r"<input[^>]*autofocus[^>]*>", html)
    assert len(focused) == 1
    assert 'name="email"' in focused[0]
    assert 'aria-describedby="id_email_error"' in focused[0]
    assert 'aria-invalid="true"' in focused[0]
    assert 'id="id_email_error"' in html
    assert 'aria-describedby="id_name_helptext"' in html


def test_a_fresh_form_takes_no_focus() -> None:
    assert "autofocus" not in str(Letter())


@pytest.mark.parametrize(
    ("tags", "word"),
    [("undo:/people/1/delete/ Delete the person", "Delete the person"), ("undo:/x/", ""), ("", "")],
)
def test_an_undo_may_say_what_it_does(tags: str, word: str) -> None:
    assert undo_word(Message(constants.SUCCESS, "Created.", extra_tags=tags)) == word
