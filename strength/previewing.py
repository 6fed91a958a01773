"""What a rating would do to a strength, before it is stored."""

from dataclasses import replace

from contacts.models import Contact
from interactions.models import Interaction
from strength.events import Rated
from strength.histories import history_of
from strength.models import Rating
from strength.rating import Answers
from strength.recalling import strength_on
from strength.scoring import Strength


def previewed(
    person: Contact, answers: Answers, conversation: Interaction | None, rating: Rating | None
) -> tuple[Strength, Strength]:
    """The strength without the `rating` given after this conversation, and with these answers."""
    today = person.owner.today()
    history = history_of(person)
    if rating:
        others = list(history.ratings)
        others.remove(_rated(rating))
        history = replace(history, ratings=tuple(others))
    said = Rated(
        conversation.on if conversation else today,
        answers.trust,
        answers.respect,
        answers.common,
        answers.changed_things,
    )
    with_it = replace(history, ratings=(*history.ratings, said))
    return strength_on(history, today), strength_on(with_it, today)


def _rated(rating: Rating) -> Rated:
    return Rated(rating.on, rating.trust, rating.respect, rating.common, rating.changed_things)
