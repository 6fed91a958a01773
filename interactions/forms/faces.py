"""The people beside a form, as chips to tick: who was chosen, who may be meant, who is likely."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from accounts.models import User
from contacts.models import Contact
from interactions.line_people import Known
from interactions.people_meant import work_of


@dataclass(frozen=True, slots=True)
class Face:
    uid: str
    name: str
    detail: str = ""
    is_chosen: bool = False


def faces(
    user: User, chosen: Iterable[str], offered: Iterable[Known], likely: Iterable[Known]
) -> list[Face]:
    """Each person once, the chosen first. Work is told where somebody has to be told apart."""
    names = {known.uid: known.name for known in (*offered, *likely)}
    uids = [uid for uid in dict.fromkeys(chosen) if _is_uid(uid)]
    rows = Contact.objects.of(user).living().filter(uid__in=uids).values_list("uid", "name")
    names |= {str(uid): name for uid, name in rows}
    offered_uids = [known.uid for known in offered]
    work = work_of([*uids, *offered_uids]) if offered_uids else {}
    order = dict.fromkeys([*uids, *offered_uids, *(known.uid for known in likely)])
    return [Face(uid, names[uid], work.get(uid, ""), uid in uids) for uid in order if uid in names]


def _is_uid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
