"""What to mend in a goal, in words."""

import datetime as dt

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from goals.advising import Advice
from netcrm.lib.days import written

ADVICE: dict[str, Promise] = {
    "nothing_counted": gettext_lazy("Choose what counts, so that the goal can count itself."),
    "broad": gettext_lazy(
        "Anything with anybody counts. A kind of people or a channel would make it more specific."
    ),
    "anybody": gettext_lazy(
        "It counts with anybody. A kind of people would make it more specific."
    ),
    "not_measurable": gettext_lazy("Say how many, or which strength, so that you know it is done."),
    "no_next_step": gettext_lazy("Name the next step: a goal begins with something small."),
    "unrealistic": gettext_lazy(
        "You want %(wanted)s; your best of late was %(best)s. "
        "%(limit)s would be demanding and can be done."
    ),
    "leap": gettext_lazy(
        "You want %(wanted)s; your best of late was %(best)s. "
        "Make %(best)s a habit first, and the next number is easier."
    ),
    "met_already": gettext_lazy(
        "Strength %(target)s is there today: this goal would be done at once. Ask for more."
    ),
    "out_of_reach": gettext_lazy(
        "No number of meetings leads to strength %(target)s by then. Take more time"
        " or a lower strength: %(instead)s is within reach."
    ),
    "too_steep": gettext_lazy(
        "It takes %(meetings)s good meetings, one every %(interval)s days. "
        "Strength %(instead)s would ask for one every three weeks."
    ),
    "no_aspiration": gettext_lazy(
        "It serves no aspiration. Choose one, or ask yourself what it is for."
    ),
    "no_deadline": gettext_lazy("Choose how often it comes round, or a day to reach it by."),
    "deadline_passed": gettext_lazy("%(due)s is over. Choose a day ahead."),
    "no_if_then": gettext_lazy(
        "Plan when: “If it is Monday at nine, then I write to one new person.” "
        "Such a line helps on its own."
    ),
}

LETTERS: dict[str, Promise] = {
    "S": gettext_lazy("Specific"),
    "M": gettext_lazy("Measurable"),
    "A": gettext_lazy("Yours"),
    "R": gettext_lazy("Realistic"),
    "T": gettext_lazy("Time-bound"),
}


def letter_words(advice: Advice) -> str:
    """What the letter of SMART stands for; the R stands for two things."""
    is_relevance = advice.code == "no_aspiration"
    return gettext("Relevant") if is_relevance else str(LETTERS[advice.letter])


def advice_words(advice: Advice, date_form: str) -> str:
    """`date_form` is how the user writes days."""
    facts = {
        name: written(value, date_form) if isinstance(value, dt.date) else round(value)
        for name, value in advice.facts.items()
    }
    return str(ADVICE[advice.code]) % {"instead": 0, **facts}
