"""The marks that lists draw by the hundred."""

import pytest

from netcrm.lib.marks import avatar, icon, initials, level, meter, whole


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Pereira", "AP"),
        ("Ana Maria de Pereira", "AP"),
        ("Dee", "D"),
        ("(Bob) Smith", "S"),
        ("éva ödön", "ÉÖ"),
        ("", "?"),
        ("…", "?"),
    ],
)
def test_initials_are_the_first_and_last_word_s(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("score", "step"), [(0, 1), (19.99, 1), (20, 2), (59.9, 3), (60, 4), (80, 5), (100, 5)]
)
def test_each_band_is_twenty_points_wide(score: float, step: int) -> None:
    assert level(score) == step


def test_the_meter_says_word_number_and_margin() -> None:
    html = meter(68.4, 5.6)
    assert 'data-level="4"' in html
    assert ">strong<" in html
    assert ">68<" in html
    assert html.endswith("6</span></span>")


def test_the_brief_meter_keeps_its_word_for_screen_readers() -> None:
    html = meter(12, 9, brief=True)
    assert '<span class="hidden-label">faint</span>' in html
    assert "±" not in html


def test_an_unknown_strength_is_not_a_faint_one() -> None:
    html = meter(None)
    assert "not yet known" in html
    assert "data-level" not in html
    assert "faint" not in html


def test_a_face_keeps_its_colour_when_the_name_changes() -> None:
    before, after = avatar("Ana Pereira", "uid-1"), avatar("Ana Silva", "uid-1")
    assert before.split(">")[0] == after.split(">")[0]


def test_addresses_and_names_of_icons_are_escaped() -> None:
    assert "<b>" not in avatar("Ana", photo='"><b>')
    assert "<b>" not in icon('"><b>')


@pytest.mark.parametrize(
    ("score", "shown"),
    [(0, 0), (19.6, 19), (20, 20), (59.6, 59), (60.4, 60), (74.5, 74), (99.7, 100)],
)
def test_a_number_never_contradicts_its_band(score: float, shown: int) -> None:
    assert whole(score) == shown
    assert level(whole(score)) == level(score)
