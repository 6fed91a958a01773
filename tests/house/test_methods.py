"""Every view says which methods it takes; whatever else is sent is refused at once."""

from uuid import UUID

import pytest
from django.test import Client

from tests.house.site_map import Address, addresses

NOBODY = UUID(int=0)  # no object is needed: the method is looked at first


@pytest.mark.parametrize("address", list(addresses()), ids=lambda a: f"{a.name} {a.path}")
def test_an_unknown_method_is_refused(address: Address, desk: Client) -> None:
    places = {name: _some(name, address.path) for name in address.parameters}
    assert desk.generic("PURGE", address.url(places)).status_code == 405


def _some(name: str, path: str) -> object:
    """Anything that fits the place in the address."""
    return {f"<uuid:{name}>": NOBODY, f"<int:{name}>": 1}.get(
        next((part for part in path.split("/") if part.endswith(f":{name}>")), ""), "any"
    )
