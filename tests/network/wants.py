"""What somebody wants, as rows: an aspiration and its needs."""

from typing import Any

from accounts.models import User
from goals.models import Aspiration, Need


def make_aspiration(owner: User, title: str = "Lead a climate team", **facts: Any) -> Aspiration:
    return Aspiration.objects.create(owner=owner, **{"kind": "new_job", "title": title, **facts})


def make_need(aspiration: Aspiration, sought: str, value: str = "", **facts: Any) -> Need:
    return Need.objects.create(
        owner=aspiration.owner,
        aspiration=aspiration,
        sought=sought,
        value=value,
        **{"benefit": "insight", **facts},
    )
