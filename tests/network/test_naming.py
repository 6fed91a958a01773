"""Names on the map: as many as have room, each beside its own mark."""

from network.naming import MARK, Box, sides, width
from network.plotting import Spot
from tests.network.acquaintances import make_person

LETTER = 14.0
PAPER = Box(-400.0, -300.0, 400.0, 300.0)


def spot(uid: str, x: float, y: float, strength: float = 50) -> Spot:
    return Spot(make_person(uid, strength), 0, x, y)


def named(*spots: Spot, names: dict[str, str] | None = None, edge: Box = PAPER) -> dict[str, str]:
    by_uid = names or {each.person.uid: "Ana Pereira" for each in spots}
    return sides(spots, by_uid, LETTER, edge, [])


def test_a_name_stands_away_from_the_middle_where_there_is_room() -> None:
    assert named(spot("right", 50, 0), spot("left", -50, 0)) == {"right": "right", "left": "left"}


def test_what_stands_there_already_sends_it_to_another_side() -> None:
    assert named(spot("a", 50, 0), spot("b", 90, 0), names={"a": "Ana Pereira", "b": "Ben"}) == {
        "a": "below",
        "b": "right",
    }


def test_of_two_for_whom_there_is_no_room_the_closer_is_named() -> None:
    crowd = [spot(f"p{n}", 20.0 * n, 0) for n in range(3)]
    slit = Box(-60.0, -MARK, 180.0, MARK + 1.5 * LETTER)
    assert list(named(*crowd, edge=slit)) == ["p0", "p2"]  # below the first, beside the last


def test_no_name_reaches_over_the_edge() -> None:
    assert named(spot("a", 0, 0), edge=Box(-30.0, -300.0, 30.0, 300.0)) == {}


def test_letters_are_as_wide_as_they_are_drawn() -> None:
    assert width("Willi") < width("Momom")
    assert width("Zoe\u0308") == width("Zo\u00eb")
    assert width("\u738b\u82b3") == 2.0
