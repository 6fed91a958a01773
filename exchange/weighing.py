"""What of a card a person would take, value by value; nothing is written."""

from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from accounts.models import User
from contacts.completing import FILLABLE, missing
from contacts.drafts import LISTS, DateDraft, PersonDraft
from contacts.fitting import fit
from contacts.models import Contact, ImportantDate
from exchange.comparing import keep_own_name
from netcrm.lib.folding import fold

# "" where somebody is added: they take everything.
State = Literal["", "new", "there", "kept"]
ALIKE: Final = ("photo",)  # facts that cannot be told in words


@dataclass(slots=True)
class Weighing:
    """The draft of a card as it fits into the columns, beside whom it is about, if known.

    `person` has all lists prefetched; `is_taken` is whether the card completes them.
    """

    user: User
    draft: PersonDraft
    person: Contact | None
    is_taken: bool
    cut: list[str] = field(init=False)  # the names of what is too long
    taken: PersonDraft = field(init=False)
    lacking: PersonDraft = field(init=False)

    def __post_init__(self) -> None:
        self.cut = fit(self.draft)
        self.taken = replace(self.draft)
        self.lacking = self.draft
        if self.person:
            keep_own_name(self.person, self.taken)
            self.lacking = missing(self.user, self.person, self.taken)

    def fact(self, name: str) -> tuple[State, str]:
        """What becomes of a fact, and the user's own that stays instead."""
        if self.person is None:
            return "", ""
        own = self.person.name if name == "display_override" else getattr(self.person, name)
        if name in FILLABLE and getattr(self.taken, name) and not own:
            return self._news()
        if own is True or fold(str(own)) == fold(str(getattr(self.draft, name))):
            return "there", ""
        return "kept", "" if name in ALIKE else str(own or self.person.name)

    def cut_short(self) -> list[str]:
        """The names of what would be taken without its end."""
        if self.person is None:
            return self.cut
        return [name for name in self.cut if self.is_taken and self._is_news(name)]

    def _is_news(self, name: str) -> bool:
        is_list = name in LISTS
        return bool(getattr(self.lacking, name)) if is_list else self.fact(name)[0] == "new"

    def item(self, name: str, value: Any) -> tuple[State, str]:
        """The same for one value of a list."""
        if self.person is None:
            return "", ""
        if any(value is new for new in getattr(self.lacking, name)):
            return self._news()
        own = self._own_birthday(value)
        return ("kept", own) if own else ("there", "")

    def _news(self) -> tuple[State, str]:
        return "new" if self.is_taken else "kept", ""

    def _own_birthday(self, value: Any) -> str:
        """The one that stays, where it is another day."""
        if not isinstance(value, DateDraft) or value.label != ImportantDate.BIRTHDAY:
            return ""
        dates = self.person.dates.all() if self.person else ()
        days = [row.day for row in dates if row.label == value.label]
        return "" if value.day in days else "".join(days[:1])
