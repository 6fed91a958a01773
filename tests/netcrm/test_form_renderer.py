"""A form looks the same whichever of Django's two sets of widgets draws it."""

from unittest.mock import patch

import pytest
from django.test import Client
from django.test.html import parse_html

from accounts.models import User
from netcrm.lib import form_renderer
from tests.makers import make_contact

FORMS = ("/log/", "/people/new/", "/goals/new/", "/events/new/", "/settings/")


@pytest.mark.parametrize("url", FORMS)
def test_widgets_are_those_of_django(alice: User, desk: Client, url: str) -> None:
    make_contact(alice, 'Ana "A" <b>')
    drawn = body(desk, url)
    with patch.object(form_renderer, "WIDGETS", "nothing is drawn by Jinja"):
        assert parse_html(drawn) == parse_html(body(desk, url))


def body(desk: Client, url: str) -> str:
    """The fields of a page, without what is new on each: tokens and keys of its forms."""
    response = desk.get(url)
    assert response.status_code == 200
    form = response.context["form"]
    return "".join(field.as_field_group() for field in form)
