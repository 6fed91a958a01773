"""What was found is marked as it was written, and never becomes markup of its own."""

from hypothesis import given
from hypothesis import strategies as st

from contacts.highlighting import excerpt, highlight, number_excerpt


def test_it_marks_accents_and_case_as_they_were_written() -> None:
    assert highlight("José Müller", ["jose", "mull"]) == "<mark>José</mark> <mark>Müll</mark>er"


def test_it_marks_one_or_two_letters_only_where_a_word_begins() -> None:
    assert highlight("Ana Banana", ["an"]) == "<mark>An</mark>a Banana"


def test_it_marks_letters_that_become_two() -> None:
    assert highlight("Weißbæk", ["weiss", "baek"]) == "<mark>Weißbæk</mark>"


def test_it_escapes_what_people_are_called() -> None:
    marked = highlight('<b onclick="x">Ana</b>', ["ana", "onclick"])
    assert marked == ("&lt;b <mark>onclick</mark>=&quot;x&quot;&gt;<mark>Ana</mark>&lt;/b&gt;")


def test_an_excerpt_shows_the_surroundings() -> None:
    text = "x" * 100 + " the climate summit " + "y" * 100
    shown = excerpt(text, ["clim"])
    assert shown is not None
    assert "<mark>clim</mark>ate summit" in shown
    assert shown.startswith("…")
    assert len(shown) < 120


def test_no_excerpt_where_nothing_is_found() -> None:
    assert excerpt("nothing here", ["climate"]) is None


def test_a_phone_number_is_marked_whole() -> None:
    marked = number_excerpt("+44 20 7946-0018", ["79460018"])
    assert marked == "<mark>+44 20 7946-0018</mark>"
    assert number_excerpt("+44 20 7946-0018", ["123"]) is None


@given(st.text(max_size=60), st.lists(st.text("abeß<&\"'>é ", min_size=1, max_size=4), max_size=3))
def test_without_its_marks_it_is_the_escaped_text(text: str, words: list[str]) -> None:
    marked = highlight(text, words)
    assert marked.replace("<mark>", "").replace("</mark>", "") == highlight(text, [])
