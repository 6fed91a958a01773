"""The other ninety: names, work and rhythms drawn by a dice that always falls the same way."""

from random import Random

from contacts.kinds import BenefitKind, Circle
from netcrm.demo.characters import Character
from netcrm.demo.organisations import EMPLOYERS

GIVEN = (
    "Aisha Akira Alba Anders Antonia Beatriz Callum Carla Chen Clara Dario Diana Elif Emil Esther"
    " Filipa Finn Gabriel Hana Henrik Ida Ibrahim Irina Jakub Joana João Kofi Laila Leon Lucía Luca"
    " Maeve Malik Marta Mei Milan Nadia Nils Noor Olga Omar Paula Pavel Priya Rafael Ravi Sana"
    " Sofia Stefan Tariq Teresa Theo Tomás Valentina Viktor Wanjiru Yara Zain"
)
FAMILY = (
    "Abreu Adeyemi Andersen Bauer Bianchi Castro Choi Cohen Correia Dahl Eriksen Esposito Farah"
    " Fernandes García Gruber Hansen Hassan Horváth Ito Jansen Jensen Kaya Khan Larsen Lopes Maier"
    " Mensah Moreau Nakamura Navarro Nguyen Oliveira Park Petrov Pinto Popescu Ribeiro Rossi"
    " Santos Schmidt Singh Sousa Tanaka Teixeira Van Dijk Vidal Virtanen Wagner Zhang"
)
TITLES = (
    "Product Manager",
    "Software Engineer",
    "Head of Operations",
    "Data Scientist",
    "Consultant",
    "Marketing Lead",
    "Analyst",
    "Programme Director",
    "Sales Lead",
    "Researcher",
    "Policy Officer",
    "Founder",
    "Designer",
    "Finance Director",
)
MEETINGS = (
    "Climate Tech Meetup",
    "Product leaders' breakfast",
    "Web Summit, the smaller stage",
    "Workshop on flexible tariffs",
    "Introduced by a colleague",
    "Alumni evening",
    "A train that was two hours late",
    "Wrote to me after an article",
)
TAGS = ("climate", "product", "design", "policy", "founders", "academia", "lisbon", "berlin")
# Circle, roles, days between conversations (0: none), years known at most.
RHYTHMS = (
    (Circle.ACTIVE, "peer", 80, 4),
    (Circle.WIDER, "peer", 150, 4),
    (Circle.WIDER, "former_colleague", 170, 8),
    (Circle.WIDER, "client", 120, 3),
    (Circle.OUTER, "peer", 300, 5),
    (Circle.OUTER, "prospect", 0, 1),
    (Circle.OUTER, "other", 0, 2),
    ("", "", 0, 2),
)


def crowd(size: int, dice: Random) -> list[Character]:
    """`size` people with different names."""
    families = FAMILY.replace("Van ", "Van_").split()
    names = [(given, family) for given in GIVEN.split() for family in families]
    return [
        _member(given, family.replace("_", " "), dice) for given, family in dice.sample(names, size)
    ]


def _member(given: str, family: str, dice: Random) -> Character:
    circle, role, every, years = dice.choice(RHYTHMS)
    every = round(every * dice.uniform(0.7, 1.4))
    benefit = dice.choice(BenefitKind.values)
    return Character(
        given=given,
        family=family,
        title=dice.choice(TITLES),
        employer=dice.choice(EMPLOYERS).name,
        circle=circle,
        roles=(role,) if role else (),
        every=every,
        silent=round(every * dice.uniform(0.1, 1.7)),
        rated=_steps(dice) if every and dice.random() < 0.6 else None,
        years=dice.randint(1, years),
        met=dice.choice(MEETINGS),
        tags=tuple(sorted(dice.sample(TAGS, dice.randint(0, 2)))),
        benefits=((benefit, ""),) if dice.random() < 0.4 else (),
        birthday=_birthday(dice) if dice.random() < 0.3 else "",
    )


def _birthday(dice: Random) -> str:
    return f"--{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def _steps(dice: Random) -> tuple[int, int, int]:
    middle = dice.choice((2, 3, 3, 4, 4))
    first, second, third = (max(1, min(5, middle + dice.choice((-1, 0, 0, 1)))) for _ in range(3))
    return first, second, third
