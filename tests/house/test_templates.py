"""Every template compiles, and none lies about unused."""

import re
from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import get_template

from tests.house.plan import ROOMS, ROOT, files, templates

FOLDER = ROOT / "templates"
ROWS = FOLDER / "rows"
# Found by name: Django, allauth and forms ask for these; sections of a person by their own name;
# components stand ready for every page to come.
ASKED_FOR = (
    *("403.html", "403_csrf.html", "404.html", "500.html"),
    *("allauth/", "account/", "mfa/", "django/", "contacts/edit/", "components/"),
)


def name_of(path: Path) -> str:
    return path.relative_to(ROWS if ROWS in path.parents else FOLDER).as_posix()


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_it_compiles(path: Path) -> None:
    if ROWS in path.parents:
        assert engines["rows"].get_template(name_of(path))
    else:
        assert get_template(name_of(path), using="django")


def test_every_template_is_used() -> None:
    texts = [path.read_text() for path in files("*.py", under=ROOMS)]
    texts += [path.read_text() for path in templates()]
    named = set(
        re.findall(r"[\"']([\w/.-]+\.(?:html|xml|txt|ics))(?:#[\w-]+)?[\"']", "".join(texts))
    )
    idle = [
        name
        for path in templates()
        if (name := name_of(path)) not in named and not name.startswith(ASKED_FOR)
    ]
    assert not idle
