"""What a newcomer does in their first hour, step by step, as a hand would do it.

Every step goes the same way with JavaScript on and off: what one sees and clicks does not differ.
"""

import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from tests.exchange.importing import card, connections

SAMPLES = Path(__file__).parents[3] / "shared/samples"
ANA = card(
    "Ana Pereira",
    "ORG:Lumen Grid",
    "TITLE:Head of Product",
    "TEL;TYPE=CELL:+351 21 555 0199",
    "EMAIL:ana@lumen.example",
    "BDAY:1987-11-05",
)
BEN = card("Ben Okafor", "ORG:Open Meter", "EMAIL:ben@meter.example")
CEM = "Cem,Yildiz,https://www.linkedin.com/in/cem,,Tidewater Ventures,Partner,03 Mar 2024"


def address_book() -> FilePayload:
    """A zip as a phone makes it: two people of our own and, where they lie, real files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mine.vcf", ANA + BEN)
        for path in sorted((SAMPLES / "vcard").glob("*.vcf"))[:40]:
            archive.write(path, path.name)
    return {"name": "phone.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}


def linkedin() -> FilePayload:
    """Connections.csv: a real one where it lies, and one row of our own."""
    real = sorted((SAMPLES / "linkedin_csv").glob("sourcer__Connections.csv"))
    text = f"{real[0].read_text().rstrip()}\n" if real else connections("")
    text += f"{CEM}\n"
    return {"name": "Connections.csv", "mimeType": "text/csv", "buffer": text.encode()}


def set_up(page: Page) -> None:
    page.goto("/")
    expect(page).to_have_url(re.compile("/welcome/$"))
    page.get_by_label("Email").fill("nora@example.org")
    page.get_by_label("Password").fill("a long walk by the sea")
    page.get_by_label("Your name").fill("Nora")
    page.get_by_role("button", name="Set up NetCRM").click()
    expect(page.get_by_role("heading", name="How would you like to begin?")).to_be_visible()


def bring(page: Page, file: FilePayload) -> None:
    """Upload, look at the preview, add them."""
    page.goto("/import/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_text("Nothing has been added yet")).to_be_visible()
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("link", name="Undo this import")).to_be_visible()


def triage(page: Page, people: int) -> None:
    """Say of some people how close they are, pass over one, and leave the rest for later."""
    page.goto("/triage/")
    for at in range(people):
        name = page.locator("article h2").inner_text()
        _choose(page, "Circle", "Close")
        _choose(page, "How close are you?", "close")
        _choose(page, "How often do you speak?", "quarterly")
        _choose(page, "Known for", "3 to 5 years")
        page.get_by_label("Former colleague").check()
        button = "Pass over" if at == people - 1 else "Next"
        page.get_by_role("button", name=button).click()
        expect(page.locator("article h2")).not_to_have_text(name)
    page.get_by_role("button", name="Enough for now").click()
    expect(page).to_have_url(re.compile(r"//[^/]+/$"))


def find(page: Page, typed: str, name: str) -> None:
    page.goto("/people/")
    page.get_by_role("searchbox").first.fill(typed)
    page.get_by_role("searchbox").first.press("Enter")
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def log(page: Page, line: str) -> None:
    """From the button at the top, wherever one is."""
    page.get_by_role("link", name="Log", exact=True).first.click()
    page.get_by_label("In one line").fill(line)
    page.get_by_role("button", name="Save", exact=True).click()


def promise(page: Page, line: str, what: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="Log", exact=True).first.click()
    page.get_by_label("In one line").fill(line)
    page.locator("summary", has_text="A promise").click()
    page.get_by_label("I promised").fill(what)
    page.get_by_role("button", name="Save", exact=True).click()


def rate(page: Page, name: str, *steps: int) -> None:
    """Trust, respect and common ground."""
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    for question, step in zip(("Trust", "Respect", "Common ground"), steps, strict=True):
        _choose(page, question, str(step))
    page.get_by_role("button", name="Save").click()


def strength(page: Page) -> int:
    """As the head of a person's page says it."""
    return int(page.locator(".person-meter .meter b").inner_text())


def _choose(page: Page, question: str, word: str) -> None:
    asked = page.locator("fieldset").filter(has=page.locator("legend", has_text=question))
    asked.get_by_label(word, exact=True).check()
