"""How well vCards survive: every sample read, its phone edited, written out and compared.

python bench/cards.py [folder of .vcf files]
"""

import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from exchange.cards import Card, Labelled
from exchange.formats import Refusal, Skip, changes_between, patch, read
from exchange.formats.surviving import lost_lines, semantic_lines

SAMPLES = Path(__file__).parents[2] / "shared/samples/vcard"
PHONES = frozenset({"TEL", "X-MS-TEL"})
NUMBER = "+49 30 1234567"


@dataclass
class Tally:
    files: int = 0
    refused_files: int = 0
    cards: int = 0
    properties: int = 0
    lost: int = 0
    wrong_phones: int = 0
    refusals: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    unmapped: Counter[str] = field(default_factory=Counter)


def with_edited_phone(card: Card) -> Card:
    """The first number changed, or one added where there is none."""
    if not card.phones:
        return replace(card, phones=(Labelled("mobile", NUMBER),))
    return replace(card, phones=(replace(card.phones[0], value=NUMBER), *card.phones[1:]))


def travel(card: Card, name: str, tally: Tally) -> None:
    edited = with_edited_phone(card)
    written = patch(card.source, changes_between(card, edited))
    tally.cards += 1
    tally.unmapped.update(card.unmapped)
    before = semantic_lines(card.source)
    tally.properties += sum(n for line, n in before.items() if line.name not in PHONES)
    lost = lost_lines(card.source, written, PHONES)
    tally.lost += len(lost)
    tally.losses += [f"{name}: {line}" for line in lost]
    again = [outcome for outcome in read_text(written, name) if isinstance(outcome, Card)]
    if [sorted(found.phones, key=str) for found in again] != [sorted(edited.phones, key=str)]:
        tally.wrong_phones += 1
        tally.losses.append(f"{name}: phones {[found.phones for found in again]}")


def read_text(source: str, name: str) -> list[Card | Refusal | Skip]:
    import io

    return list(read(io.BytesIO(source.encode()), name))


def examine(path: Path, tally: Tally) -> None:
    tally.files += 1
    with path.open("rb") as stream:
        outcomes = list(read(stream, path.name))
    for outcome in outcomes:
        if isinstance(outcome, Card):
            travel(outcome, path.name, tally)
        else:
            kind = "left out" if isinstance(outcome, Skip) else "refused"
            where = f"{path.name}, line {outcome.position.line}"
            tally.refusals.append(f"  {kind}: {where}: {outcome.reason}")
    tally.refused_files += not any(isinstance(outcome, Card) for outcome in outcomes)


def report(tally: Tally) -> None:
    read_files = tally.files - tally.refused_files
    survived = tally.properties - tally.lost
    print(f"files              {tally.files}")
    print(f"  read             {read_files} ({read_files / tally.files:.1%})")
    print(f"cards              {tally.cards}")
    print(f"properties         {tally.properties} apart from TEL")
    print(f"  survived         {survived} ({survived / tally.properties:.2%})")
    print(f"phones as edited   {tally.cards - tally.wrong_phones} of {tally.cards} cards")
    print(*tally.refusals, sep="\n")
    print(*tally.losses, sep="\n")
    print("kept without a field of their own:")
    print("  " + ", ".join(f"{name} {count}" for name, count in tally.unmapped.most_common()))


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    tally = Tally()
    for path in sorted(folder.iterdir()):
        examine(path, tally)
    report(tally)


if __name__ == "__main__":
    main()
