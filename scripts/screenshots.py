"""Every page of the demo network, wide and narrow, light and dark, into ./screenshots.

`make screenshots` runs this: a database of its own in a folder that is gone afterwards. The best
four go to docs/screenshots, small, for the README.
"""

import datetime as dt
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHOTS = ROOT / "screenshots"
BEST = ROOT / "docs" / "screenshots"
# Place, width, colours: what the README shows.
README = {
    "today": ("today", 1280, "light"),
    "people": ("people-by-strength", 1280, "light"),
    "person": ("person", 1280, "dark"),
    "rate": ("rate-after", 360, "light"),
}
SCHEMES = ("light", "dark")
COLOURS = 128  # a palette: a fifth of the bytes, no difference to see


@contextmanager
def database() -> Iterator[None]:
    """Django on a fresh database in a data folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "NETCRM_DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "netcrm.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        }
        os.environ.pop("DATABASE_URL", None)
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command
        from django.test.utils import override_settings, setup_test_environment

        plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        setup_test_environment()
        with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
            call_command("migrate", verbosity=0)
            yield


def photograph() -> None:
    from playwright.sync_api import sync_playwright

    from accounts.models import User
    from tests.e2e.browsing import HEIGHTS, LAUNCH, serving, visit
    from tests.e2e.furnishing import furnish
    from tests.e2e.places import PLACES, SIGNED_OUT

    user = User.objects.create_user("nora@example.org", "a long walk by the sea", name="Nora")
    furnish(user)
    with sync_playwright() as play, serving() as server:
        browser = play.chromium.launch(**LAUNCH)
        for width in HEIGHTS:
            for scheme in SCHEMES:
                look: Any = {"width": width, "color_scheme": scheme, "reduced_motion": "reduce"}
                paths = {name: place(user) for name, place in PLACES.items()}
                for who, places in ((user, paths), (None, SIGNED_OUT)):
                    with visit(browser, server, who, **look) as page:
                        for name, path in places.items():
                            page.goto(path)
                            page.evaluate("document.fonts.ready")
                            page.screenshot(path=shot(name, width, scheme))


def shot(name: str, width: int, scheme: str) -> Path:
    return SHOTS / f"{name}-{width}-{scheme}.png"


def choose() -> None:
    """The best for the README, with few colours and so few bytes."""
    from PIL import Image

    BEST.mkdir(parents=True, exist_ok=True)
    for name, which in README.items():
        with Image.open(shot(*which)) as picture:
            small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(BEST / f"{name}.png", optimize=True)


if __name__ == "__main__":
    started = dt.datetime.now(tz=dt.UTC)
    SHOTS.mkdir(exist_ok=True)
    with database():
        photograph()
    choose()
    seconds = (dt.datetime.now(tz=dt.UTC) - started).seconds
    print(f"{len(list(SHOTS.glob('*.png')))} pictures in {SHOTS} after {seconds} s")  # noqa: T201 - a command says what it did
