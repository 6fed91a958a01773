"""Everything the page of one person shows of what this room knows."""

from functools import cached_property

from accounts.models import User
from contacts.models import (
    Benefit,
    Contact,
    ContactRole,
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
from contacts.portrait_rows import Found, organisation_of, read


class Portrait:
    """Lists as the page shows them, in its order; all of them are read in one statement."""

    def __init__(self, person: Contact, user: User) -> None:
        self.person = person
        self.user = user

    @cached_property
    def found(self) -> Found:
        return read(self.person.pk)

    @cached_property
    def jobs(self) -> list[Job]:
        """The current ones first, then the latest."""
        rows = sorted(self.found["jobs"], key=lambda row: row.id)
        rows.sort(key=lambda row: (row.flag, row.texts[2]), reverse=True)
        return [
            Job(
                pk=row.id,
                title=row.texts[0],
                department=row.texts[1],
                started=row.texts[2],
                ended=row.texts[3],
                is_current=row.flag,
                organisation=organisation_of(self.user, row.texts[4:]),
            )
            for row in rows
        ]

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
        return [Email(address=row.texts[1], **row.point()) for row in self.found.points("emails")]

    @cached_property
    def phones(self) -> list[Phone]:
        return [Phone(number=row.texts[1], **row.point()) for row in self.found.points("phones")]

    @cached_property
    def links(self) -> list[Link]:
        return [Link(url=row.texts[1], **row.point()) for row in self.found.points("links")]

    @cached_property
    def messengers(self) -> list[Messenger]:
        rows = self.found.points("messengers")
        return [Messenger(handle=row.texts[1], **row.point()) for row in rows]

    @cached_property
    def addresses(self) -> list[PostalAddress]:
        rows = self.found.points("addresses")
        return [PostalAddress(**row.address(), **row.point()) for row in rows]

    @cached_property
    def dates(self) -> list[ImportantDate]:
        rows = sorted(self.found["dates"], key=lambda row: (row.texts[0], row.id))
        return [ImportantDate(label=row.texts[0], day=row.texts[1]) for row in rows]

    @cached_property
    def tags(self) -> list[Tag]:
        rows = sorted(self.found["tags"], key=lambda row: row.texts[1])
        return [Tag(name=row.texts[0], slug=row.texts[1]) for row in rows]

    @cached_property
    def roles(self) -> list[str]:
        return [str(ContactRole(role=row.texts[0])) for row in self.found.in_order("roles")]

    @cached_property
    def benefits(self) -> list[Benefit]:
        rows = self.found.in_order("benefits")
        return [Benefit(kind=row.texts[0], note=row.texts[1]) for row in rows]

    @cached_property
    def interests(self) -> list[Interest]:
        return [Interest(name=row.texts[0]) for row in self.found.in_order("interests")]

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
