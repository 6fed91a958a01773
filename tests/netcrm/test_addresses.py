"""Quick addresses are those that Django's resolver gives, one by one."""

import uuid

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, get_resolver, reverse, set_script_prefix
from django.urls.resolvers import URLPattern, URLResolver

from netcrm.lib.addresses import address_of


def views_with_one_uid() -> list[str]:
    """Names of the site map whose address takes a uid and nothing else."""
    rooms = [each for each in get_resolver().url_patterns if isinstance(each, URLResolver)]
    return [
        f"{room.namespace}:{view.name}"
        for room in rooms
        for view in room.url_patterns
        if isinstance(view, URLPattern) and list(view.pattern.converters) == ["uid"]
        if room.namespace
    ]


def render(text: str, **context: object) -> str:
    return Template(text).render(Context(context))


def test_every_view_with_a_uid_has_the_address_that_the_site_map_gives_it() -> None:
    names, uid = views_with_one_uid(), uuid.uuid4()
    assert "contacts:show" in names
    for name in names:
        assert address_of(name, uid) == reverse(name, args=[uid])
        assert render(f'{{% url "{name}" uid %}}', uid=uid) == reverse(name, args=[uid])


def test_the_tag_answers_as_djangos_does_whatever_it_is_asked() -> None:
    uid = uuid.uuid4()
    section = reverse("contacts:edit", args=[uid, "work"])
    assert render('{% url "planning:today" %}') == "/"
    assert render('{% url "planning:today" as here %}[{{ here }}]') == "[/]"
    assert render('{% url "contacts:edit" uid "work" %}', uid=uid) == section
    assert render('{% url "contacts:edit" uid=uid section="work" %}', uid=uid) == section
    assert render('{% url "castles:index" as nowhere %}[{{ nowhere }}]') == "[]"
    with pytest.raises(NoReverseMatch):
        render('{% url "castles:index" %}')


def test_an_installation_below_an_address_of_its_proxy_is_named_in_full() -> None:
    uid = uuid.uuid4()
    address_of("contacts:show", uid)
    set_script_prefix("/crm/")
    try:
        assert address_of("contacts:show", uid) == f"/crm/people/{uid}/"
        assert address_of("planning:today") == "/crm/"
    finally:
        set_script_prefix("/")
