"""Fixed words of templates are kept, but only for the language they are in."""

from django.template import Context, Template
from django.utils import translation

from netcrm.lib.kept_words import KeptWord


def said(template: str, **facts: str) -> str:
    return Template("{% load i18n %}" + template).render(Context(facts))


def test_a_word_follows_the_language_and_not_whoever_asked_first() -> None:
    word = Template('{% load i18n %}{% translate "Yes" %}{% translate "No" as no %}/{{ no }}')
    for language, words in (
        ("en", "Yes/No"),
        ("de", "Ja/Nein"),
        ("fr", "Oui/Non"),
        ("en", "Yes/No"),
    ):
        with translation.override(language):
            assert word.render(Context()) == words


def test_words_that_depend_on_more_are_looked_up_each_time() -> None:
    with translation.override("de"):
        assert said("{% translate word %}", word="Yes") == "Ja"
        assert said('{% translate "Yes" noop %}') == "Yes"
        assert said('{% translate "Yes"|lower %}') == "ja"
        assert said('{% translate "May" context "abbrev. month" %}') == "Mai"
        assert said("{% blocktranslate %}Yes{% endblocktranslate %}") == "Ja"


def test_signs_in_it_stay_what_they_were() -> None:
    assert said('{% translate "100% <b>" %}') == "100% <b>"
    assert said("{% translate word %}", word="<b>") == "&lt;b&gt;"


def test_pages_are_drawn_with_kept_words() -> None:
    (node,) = Template('{% load i18n %}{% translate "Yes" %}').nodelist.get_nodes_by_type(KeptWord)
    assert node.render(Context()) == "Yes"
