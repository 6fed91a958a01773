"""Who of the demo network sat at one table: family names, days before today, what it was."""

from typing import NamedTuple


class Table(NamedTuple):
    families: tuple[str, ...]
    days_ago: int
    subject: str


TABLES = (
    Table(("Pereira", "Nilsen", "Demir"), 12, "Lunch after the steering group"),
    Table(("Pereira", "Nilsen"), 40, "Planning the autumn release"),
    Table(("Pereira", "Demir"), 26, "Interview panel"),
    Table(("Okafor", "Ricci", "Haddad"), 45, "Dinner at the Berlin meter fair"),
    Table(("Okafor", "Ricci"), 80, "Partner day"),
    Table(("Sharma", "Sokolova"), 190, "Speaker dinner in Tallinn"),
    Table(("Yildiz", "Berg"), 160, "Portfolio evening"),
    Table(("Mwangi", "Kowalska"), 102, "Product leaders' breakfast"),
    Table(("Weber", "de Boer", "Dubois"), 118, "Utrecht workshop"),
    Table(("Weber", "de Boer"), 66, "Review of the pilot"),
    Table(("Carvalho", "Diallo", "Rao"), 270, "Fellowship jury"),
    Table(("Novak", "Papadaki"), 410, "Summer party at the press"),
)
