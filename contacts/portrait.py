"""Everything the page of one person shows of what this room knows, each list read at most once."""

from functools import cached_property

from accounts.models import User
from contacts.kinds import CIRCLE_DAYS
from contacts.models import (
    Benefit,
    Contact,
    Email,
    ImportantDate,
    Interest,
    Job,
    Link,
    Messenger,
    Phone,
    PostalAddress,
    Tag,
)


class Portrait:
    def __init__(self, person: Contact, user: User) -> None:
        self.person = person
        self.user = user

    @cached_property
    def jobs(self) -> list[Job]:
        return list(self.person.jobs.select_related("organisation"))

    @property
    def job(self) -> Job | None:
        """The one under the name: the current one, if any."""
        return next((job for job in self.jobs if job.is_current), None)

    @property
    def place(self) -> str:
        job = self.job
        return self.person.place or (job.organisation.place if job and job.organisation else "")

    @property
    def industry(self) -> str:
        job = self.job
        return self.person.industry or (
            job.organisation.industry if job and job.organisation else ""
        )

    @cached_property
    def emails(self) -> list[Email]:
        return list(self.person.emails.all())

    @cached_property
    def phones(self) -> list[Phone]:
        return list(self.person.phones.all())

    @cached_property
    def links(self) -> list[Link]:
        return list(self.person.links.all())

    @cached_property
    def messengers(self) -> list[Messenger]:
        return list(self.person.messengers.all())

    @cached_property
    def addresses(self) -> list[PostalAddress]:
        return list(self.person.addresses.all())

    @cached_property
    def dates(self) -> list[ImportantDate]:
        return list(self.person.dates.all())

    @cached_property
    def tags(self) -> list[Tag]:
        return list(self.person.tags.order_by("slug"))

    @cached_property
    def roles(self) -> list[str]:
        return [str(row) for row in self.person.roles.order_by("id")]

    @cached_property
    def benefits(self) -> list[Benefit]:
        return list(self.person.benefits.order_by("id"))

    @cached_property
    def interests(self) -> list[Interest]:
        return list(self.person.interests.all())

    @property
    def circle_days(self) -> int | None:
        return CIRCLE_DAYS.get(self.person.circle)

    @property
    def has_work(self) -> bool:
        return bool(self.jobs or self.person.seniority or self.industry or self.place)

    @property
    def has_reach(self) -> bool:
        lists = (self.emails, self.phones, self.links, self.messengers, self.addresses)
        return any(lists)

    @property
    def has_bond(self) -> bool:
        person = self.person
        facts = (person.circle, person.cadence, person.how_met, person.met_at, person.met_on)
        more = (person.known_since, person.introduced_by_id, person.is_unscored)
        return any((*facts, *more, self.roles, self.benefits, self.interests, self.tags))

    @property
    def has_dates(self) -> bool:
        return bool(self.dates or self.person.is_deceased)
