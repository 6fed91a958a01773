"""A hand at a keyboard or on a touch screen, which counts what it does and can tell it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page


@dataclass
class Hand:
    """Every key is one act, and so is every tap; a letter typed on a phone is a tap."""

    page: Page
    acts: int = 0
    steps: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        self._tell(" ".join(f"`{key}`" for key in keys))
        self._strike(keys)

    def type(self, text: str) -> None:
        self._tell(f"“{text}”")
        self._strike(text)

    def tap(self, what: Locator, name: str) -> None:
        self._tell(name)
        what.tap()
        self.acts += 1

    def _tell(self, step: str) -> None:
        self.steps.append(step)

    def _strike(self, keys: Sequence[str]) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.acts += 1
