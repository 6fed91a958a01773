"""The fold of a card in the preview, and the card that most of its tests open."""

import re

from django.test import Client

from exchange.models import ImportRun
from tests.exchange.importing import card

FULL = card(
    "Ana Pereira",
    "NICKNAME:Aninha",
    "EMAIL;TYPE=WORK:ana@lumen.example",
    "TEL:+351 21 123 4567",
    "URL:https://lumen.example/ana",
    "ADR:;;Rua do Sol 7;Lisbon;;1100;Portugal",
    "ORG:Lumen;Research",
    "TITLE:CTO",
    "BDAY:1990-04-15",
    "CATEGORIES:climate",
    "NOTE:Loves Fado",
    "TZ:+01:00",
    "X-ABRELATEDNAMES:Rui",
    "X-SHOE-SIZE:44",
)


def opened(desk: Client, run: ImportRun, position: int = 1) -> str:
    """What is in the fold of a card, as htmx gets it."""
    answer = desk.get(
        f"/import/{run.uid}/?open={position}",
        headers={"HX-Request": "true", "HX-Target": f"card-{position}"},
    )
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "<html" not in html
    return html


def values(html: str) -> list[list[str]]:
    """Word and value with what becomes of it, of each line."""
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in pair] for pair in pairs]
