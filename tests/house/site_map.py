"""Every address of ours, walked from the resolver, and one real object for each that names one."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, Organisation
from exchange.models import ImportRow, ImportRun, SourceCard, Verdict
from exchange.models.run import RunStatus
from goals.models import Aspiration, Goal, Need, Step
from interactions.models import Interaction
from tests.house.outcome_samples import ACTIVITY_VIEWS, OUTCOME_VIEWS, activity, outcome
from tests.house.plan import ROOMS
from tests.makers import (
    make_contact,
    make_event,
    make_follow_up,
    make_help,
    make_interaction,
    make_introduction,
)

Kwargs = dict[str, Any]

# Whoever comes may open these.
PUBLIC = frozenset({"accounts:welcome", "healthz", "styleguide"})


class Address(NamedTuple):
    name: str  # `room:view`; the last part of the path where it has no name
    path: str
    parameters: tuple[str, ...]

    def url(self, kwargs: Kwargs) -> str:
        wanted = {name: kwargs[name] for name in self.parameters}
        return reverse(self.name, kwargs=wanted) if ":" in self.name else f"/{self.path}"


def addresses() -> Iterator[Address]:
    return _walk(get_resolver().url_patterns, "", "")


def _walk(patterns: list[URLPattern | URLResolver], path: str, namespace: str) -> Iterator[Address]:
    for pattern in patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            name = str(pattern.namespace or "")
            yield from _walk(pattern.url_patterns, here, f"{name}:" if name else namespace)
        elif _is_ours(pattern):
            name = f"{namespace}{pattern.name}" if pattern.name else here.strip("/")
            yield Address(name, here, tuple(pattern.pattern.converters))


def _is_ours(pattern: URLPattern) -> bool:
    return str(pattern.callback.__module__).partition(".")[0] in ROOMS


def with_objects() -> list[Address]:
    return [address for address in addresses() if address.parameters]


def without_objects() -> list[Address]:
    return [address for address in addresses() if not address.parameters]


def person(owner: User) -> Kwargs:
    who = make_contact(owner, "Ana Pereira", photo=f"photos/{owner.pk}/ana.webp")
    if not default_storage.exists(who.photo):
        default_storage.save(who.photo, ContentFile(b"RIFF"))
    return {"uid": who.uid, "person_uid": who.uid, "section": "notes"}


def trashed_person(owner: User) -> Kwargs:
    kwargs = person(owner)
    Contact.objects.get(uid=kwargs["uid"]).trash()
    return {**kwargs, "kind": "person"}


def organisation(owner: User) -> Kwargs:
    return {"uid": Organisation.objects.get_or_create(owner=owner, name="Lumen")[0].uid}


def token(_owner: User) -> Kwargs:
    """What only one's own session knows is nothing in anybody else's."""
    return {"token": "unknown"}


def conversation(owner: User) -> Kwargs:
    who = make_contact(owner, "Ben Okafor")
    held = make_interaction(owner, who, on=owner.today() - dt.timedelta(days=1))
    return {"uid": held.uid, "person": who.uid, "person_uid": who.uid}


def trashed_conversation(owner: User) -> Kwargs:
    kwargs = conversation(owner)
    Interaction.objects.get(uid=kwargs["uid"]).trash()
    return kwargs


def planned_conversation(owner: User) -> Kwargs:
    kwargs = conversation(owner)
    Interaction.objects.filter(uid=kwargs["uid"]).update(status="planned")
    return kwargs


def promise(owner: User) -> Kwargs:
    return {"uid": make_follow_up(make_contact(owner, "Cem Demir")).uid}


def done_promise(owner: User) -> Kwargs:
    follow_up = make_follow_up(make_contact(owner, "Cem Demir"))
    follow_up.finish(owner.today())
    return {"uid": follow_up.uid}


def favour(owner: User) -> Kwargs:
    return {"uid": make_help(make_contact(owner, "Cem Demir")).uid}


def goal(owner: User) -> Kwargs:
    due = owner.today() + dt.timedelta(days=90)
    made = Goal.objects.create(
        owner=owner, title="A mentor", counts="strength", starts_on=owner.today(), due_on=due
    )
    step = Step.objects.create(goal=made, title="Ask Ana", position=5)
    return {"uid": made.uid, "thing": made.uid, "position": step.position}


def aspiration(owner: User) -> Kwargs:
    wish = Aspiration.objects.create(owner=owner, kind="new_job", title="Lead a climate team")
    return {"uid": wish.uid}


def trashed_aspiration(owner: User) -> Kwargs:
    kwargs = aspiration(owner)
    Aspiration.objects.filter(uid=kwargs["uid"]).update(deleted_at=timezone.now())
    return kwargs


def need(owner: User) -> Kwargs:
    wish = Aspiration.objects.get(uid=aspiration(owner)["uid"])
    wanted = Need.objects.create(
        owner=owner, aspiration=wish, sought="industry", value="Climate", benefit="insight"
    )
    return {"uid": wanted.uid}


def ended_goal(owner: User) -> Kwargs:
    kwargs = goal(owner)
    Goal.objects.get(uid=kwargs["uid"]).end(owner.today())
    return kwargs


def trashed_goal(owner: User) -> Kwargs:
    kwargs = goal(owner)
    Goal.objects.filter(uid=kwargs["uid"]).update(deleted_at=timezone.now())
    return kwargs


def event(owner: User) -> Kwargs:
    return {"uid": make_event(owner).uid, "since": 0, "at": 0}


def introduction(owner: User) -> Kwargs:
    people = [make_contact(owner, name) for name in ("Ana Pereira", "Ben Okafor", "Cem Demir")]
    return {"uid": make_introduction(*people).uid}


def import_run(owner: User, status: str = RunStatus.READY) -> Kwargs:
    run = ImportRun.objects.create(owner=owner, status=status, file_name="people.vcf")
    row = ImportRow.objects.create(
        run=run, position=1, name="Dee", verdict=Verdict.ADD, card={}, source="", choices=[]
    )
    return {"uid": run.uid, "position": row.position}


def applied_import(owner: User) -> Kwargs:
    return import_run(owner, RunStatus.APPLIED)


def source_card(owner: User) -> Kwargs:
    kwargs = person(owner)
    who = Contact.objects.get(uid=kwargs["uid"])
    SourceCard.objects.create(contact=who, format="3.0", digest="a1", text="BEGIN:VCARD")
    return {**kwargs, "digest": "a1"}


# Known to the session in which they were made, not to the account.
IN_SESSION = frozenset({"contacts:undo_change", "contacts:undo_organisation"})

Sample = Callable[[User], Kwargs]
# What belongs to a user behind each address that names an object; a new address needs a line.
SAMPLES: dict[str, Sample] = {
    **dict.fromkeys(
        (
            *("contacts:organisation", "contacts:edit_organisation"),
            "contacts:delete_organisation",
        ),
        organisation,
    ),
    **dict.fromkeys(
        (
            *("contacts:show", "contacts:edit", "contacts:star", "contacts:unstar"),
            *("contacts:photo", "contacts:change_photo", "contacts:remove_photo"),
            *("contacts:archive", "contacts:unarchive", "contacts:delete"),
            *("interactions:person_timeline", "interactions:delete_estimates"),
            *("interactions:promise", "interactions:help", "planning:triage_answer"),
            "planning:triage_back",
            "network:plan_word",
            *("strength:rate_person", "strength:save", "strength:preview"),
            *("planning:later", "planning:not_now", "planning:back"),
        ),
        person,
    ),
    "contacts:restore": trashed_person,
    "trash:delete": trashed_person,
    "contacts:undo_change": token,
    "contacts:undo_organisation": token,
    **dict.fromkeys(
        (
            *("interactions:show", "interactions:edit", "interactions:delete"),
            *("interactions:answered", "interactions:decline_rating", "interactions:ask_rating"),
            *("strength:rate", "strength:rate_after"),
            *("strength:save_after", "strength:preview_after"),
        ),
        conversation,
    ),
    "interactions:restore": trashed_conversation,
    **dict.fromkeys(
        (
            *("interactions:held", "interactions:cancelled", "interactions:planned"),
            "interactions:move",
        ),
        planned_conversation,
    ),
    **{f"interactions:{act}": promise for act in ("done", "snooze", "skip")},
    **{f"interactions:{act}_promise": promise for act in ("edit", "delete", "restore")},
    "interactions:reopen": done_promise,
    **dict.fromkeys(
        (
            *("interactions:introduction", "interactions:edit_introduction"),
            *("interactions:introduction_step", "interactions:introduction_result"),
            "interactions:ask_again",
            *("interactions:delete_introduction", "interactions:restore_introduction"),
        ),
        introduction,
    ),
    **dict.fromkeys(
        (
            *("interactions:event", "interactions:edit_event", "interactions:event_people"),
            "interactions:add_guest",
            *("interactions:going", "interactions:review", "interactions:rate_met"),
            *("interactions:delete_event", "interactions:restore_event"),
        ),
        event,
    ),
    **{f"interactions:{act}_help": favour for act in ("edit", "delete", "restore")},
    **dict.fromkeys(
        (
            *("exchange:show", "exchange:decide", "exchange:apply", "exchange:discard"),
            "exchange:rejected",
        ),
        import_run,
    ),
    **dict.fromkeys(("exchange:undo", "exchange:undo_now"), applied_import),
    **dict.fromkeys(("exchange:sources", "exchange:source"), source_card),
    **dict.fromkeys(
        (
            *("goals:goal", "goals:edit", "goals:end", "goals:delete"),
            *("goals:leave_out", "goals:put_back", "goals:choose"),
            *("goals:add_step", "goals:step_done", "goals:step_undo"),
            *("goals:step_rename", "goals:step_remove", "goals:step_restore"),
        ),
        goal,
    ),
    **dict.fromkeys(
        (
            *("goals:aspiration", "goals:edit_aspiration", "goals:guide", "goals:reached"),
            *("goals:let_go", "goals:resume_aspiration", "goals:delete_aspiration"),
        ),
        aspiration,
    ),
    "goals:restore_aspiration": trashed_aspiration,
    **dict.fromkeys(
        ("goals:need", "goals:confirm", "goals:delete_need", "goals:restore_need"), need
    ),
    "goals:resume": ended_goal,
    "goals:restore": trashed_goal,
    **dict.fromkeys(OUTCOME_VIEWS, outcome),
    **dict.fromkeys(ACTIVITY_VIEWS, activity),
}
