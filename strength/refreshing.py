"""Scores grow old by the day; one statement brings many people's to today.

The same text runs on SQLite and PostgreSQL. It computes what strength.scoring computes, in the
same order, from the stored sums and bound constants: neither database needs powers, and CASE
stands in for least and greatest, which treat NULL differently in the two.
"""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from django.db import connection

from accounts.models import User
from contacts.models import Contact
from strength.summing import factors
from strength.weights import DEFAULT, Weights

BATCH = 5000  # people; keeps SQLite's write lock under a tenth of a second

# bound once each; every other row finds them there by name
CONSTANTS = (
    *("rating_points", "contact_points", "history_points", "help_points"),
    *("contact_half", "history_half", "rating_half", "help_half"),
    *("presumed", "gate_at_worst", "smaller_help_share"),
    *("information_half", "information_per_meeting", "least_half_width", "further_half_width"),
)

STATEMENT = """
WITH bound AS (SELECT {constants}),
faded AS (
    SELECT
        people.id,
        sum_fresh * left_of_fresh AS fresh,
        sum_established * left_of_established AS established,
        sum_history / (sum_history + history_half) AS h,
        sum_rating_precision * left_of_rating AS rated,
        CASE
            WHEN sum_rating_weight * left_of_mean > 0
            THEN (sum_rating_value * left_of_mean) / (sum_rating_weight * left_of_mean)
        END AS m,
        sum_given * left_of_help AS given,
        sum_received * left_of_help AS received
    FROM contacts_contact AS people, bound
    WHERE people.id IN ({people})
),
blended AS (
    SELECT
        faded.*,
        (1 - h) * fresh + h * established AS e,
        rated / (rated + rating_half) AS kappa,
        rated + information_per_meeting * established AS information,
        CASE WHEN gate_at_worst + m < 1 THEN gate_at_worst + m ELSE 1 END AS gate,
        smaller_help_share * (CASE WHEN given < received THEN given ELSE received END)
        + (1 - smaller_help_share) * (CASE WHEN given < received THEN received ELSE given END)
        AS x
    FROM faded, bound
),
shares AS (
    SELECT
        blended.*,
        e / (e + contact_half) AS c,
        presumed * (e / (e + contact_half)) AS guess,
        x / (x + help_half) AS r,
        least_half_width
        + further_half_width * (1 - information / (information + information_half)) AS half_width
    FROM blended, bound
),
scored AS (
    SELECT
        id,
        half_width,
        rating_points * (
            CASE
                WHEN m IS NULL THEN guess
                ELSE kappa * m + (1 - kappa) * (CASE WHEN m < guess THEN m ELSE guess END)
            END
        ) + gate * contact_points * c + gate * history_points * h + help_points * r AS points
    FROM shares, bound
)
UPDATE contacts_contact
SET strength = scored.points, strength_low = scored.points - scored.half_width,
    strength_on = %s
FROM scored
WHERE contacts_contact.id = scored.id
"""


def refresh(owner: User, today: date, weights: Weights = DEFAULT) -> None:
    """Bring `strength` and `strength_low` of all of an owner's scored people to a day.

    Batches of people take the lock one after the other, so it is no use as part of a longer
    transaction; repeating it does no harm.
    """
    for first, last in _batches(owner):
        people = Contact.objects.of(owner).scored().filter(pk__gte=first, pk__lte=last)
        sql, params = people.order_by().values("pk").query.sql_with_params()
        bound = _bound(today, weights)
        constants = ", ".join(f"CAST(%s AS double precision) AS {name}" for name in bound)
        values = [*bound.values(), *params, connection.ops.adapt_datefield_value(today)]
        with connection.cursor() as cursor:
            cursor.execute(STATEMENT.format(constants=constants, people=sql), values)


def _batches(owner: User) -> Iterator[tuple[int, int]]:
    """First and last row number of each batch."""
    ids = list(Contact.objects.of(owner).scored().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        yield batch[0], batch[-1]


def _bound(today: date, weights: Weights) -> dict[str, float]:
    left = {f"left_of_{name}": value for name, value in asdict(factors(today, weights)).items()}
    return left | {name: getattr(weights, name) for name in CONSTANTS}
