"""Runs, skips and repairs; T is a period achieved, F one that was not."""

from hypothesis import given
from hypothesis import strategies as some

from goals.streaks import Repair, Result, Streak, streak

OPEN = Result(1, 0)
results = some.builds(Result, some.integers(1, 4), some.integers(0, 9))
histories = some.lists(results, max_size=40)


def results_of(letters: str) -> list[Result]:
    return [Result(1, int(letter == "T")) for letter in letters]


def streak_of(letters: str, open_one: Result | None = None) -> Streak:
    return streak(results_of(letters), open_one)


def test_a_banked_skip_bridges_a_miss() -> None:
    found = streak_of("TTTTFTT")

    assert (found.current, found.skips_used, found.skips_left) == (6, 1, 0)


def test_three_in_a_row_bank_nothing() -> None:
    found = streak_of("TTTF")

    assert (found.current, found.longest, found.skips_used) == (0, 3, 0)


def test_every_four_in_a_row_bank_one() -> None:
    assert [streak_of("T" * count).skips_left for count in (3, 4, 7, 8)] == [0, 1, 1, 2]


def test_two_skips_are_the_most() -> None:
    found = streak_of("T" * 20)

    assert (found.current, found.skips_left) == (20, 2)
    assert streak_of("T" * 20 + "FFF").current == 0


def test_a_skip_is_earned_in_a_row_and_not_across_a_miss() -> None:
    assert streak_of("TTTTTFTTT").skips_left == 0
    assert streak_of("TTTTTFTTTT").skips_left == 1


def test_a_new_run_has_used_no_skips_yet() -> None:
    assert streak_of("TTTTFF").skips_used == 1
    assert streak_of("TTTTFFT").skips_used == 0


def test_the_open_period_counts_once_it_is_achieved() -> None:
    assert streak_of("TT", Result(1, 0)).current == 2
    assert streak_of("TT", Result(1, 1)).current == 3


def test_a_partial_first_period_never_breaks_but_may_count() -> None:
    missed, made = Result(1, 0, is_partial=True), Result(1, 1, is_partial=True)

    assert (streak([missed, Result(1, 1)]).hits, streak([missed, Result(1, 1)]).periods) == (1, 1)
    assert streak([missed]).periods == 0
    assert streak([made, Result(1, 1)]).current == 2


def test_the_hit_rate_looks_at_the_last_twelve() -> None:
    found = streak_of("FFFFF" + "TTTFTTTFTTTF")

    assert (found.hits, found.periods) == (9, 12)


def test_a_broken_run_can_be_repaired_in_the_next_period() -> None:
    offered = streak_of("TTTF", OPEN)

    assert (offered.current, offered.repair) == (0, Repair(run=3, wanted=2, done=0))


def test_what_was_half_done_is_owed_only_by_half() -> None:
    broken = [Result(4, 4), Result(4, 3)]

    assert streak(broken, Result(4, 2)).repair == Repair(run=1, wanted=5, done=2)


def test_a_repaired_run_goes_on_as_if_never_broken() -> None:
    repaired = streak_of("TTTF", Result(1, 2))

    assert (repaired.current, repaired.longest, repaired.repair) == (4, 4, None)
    assert repaired.hits == 4
    assert repaired.periods == 5
    assert streak([*results_of("TTTF"), Result(1, 2), Result(1, 1)]).current == 5


def test_the_offer_stands_while_the_open_period_is_achieved_but_not_made_up_for() -> None:
    found = streak_of("TTTF", Result(1, 1))

    assert (found.current, found.repair) == (1, Repair(run=3, wanted=2, done=1))


def test_the_offer_ends_with_the_next_period() -> None:
    assert streak_of("TTTFT", OPEN).repair is None
    assert streak_of("TTTFF", OPEN).repair is None
    assert streak([*results_of("TTTFF"), Result(1, 9)]).current == 1


def test_there_is_nothing_to_repair_while_a_skip_holds() -> None:
    assert streak_of("TTTTF", OPEN).repair is None


@given(histories, results)
def test_an_open_period_never_breaks_a_streak(closed: list[Result], open_one: Result) -> None:
    before, found = streak(closed), streak(closed, open_one)

    assert found.current >= before.current
    assert found.longest >= before.longest
    assert found.skips_left >= before.skips_left


@given(histories)
def test_no_run_is_longer_than_what_was_achieved(closed: list[Result]) -> None:
    found = streak(closed)

    assert 0 <= found.current <= found.longest <= sum(each.is_achieved for each in closed)
    assert 0 <= found.skips_left <= 2
    assert found.periods == min(12, len(closed))


@given(histories)
def test_every_achieved_period_lengthens_the_run(closed: list[Result]) -> None:
    assert streak([*closed, Result(1, 1)]).current > streak(closed).current


@given(histories)
def test_one_miss_ends_a_run_only_without_a_skip(closed: list[Result]) -> None:
    before, found = streak(closed), streak([*closed, OPEN])

    assert found.current == (before.current if before.skips_left else 0)
    assert found.longest == before.longest
