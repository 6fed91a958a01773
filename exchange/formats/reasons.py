"""Every reason for which something is not read, as a sentence that says what to do.

The door above translates by code; these texts are the English originals.
"""

from collections.abc import Mapping
from typing import Final

REASONS: Final[Mapping[str, str]] = {
    "empty": "The file is empty.",
    "too_large": "The file is larger than {limit_mb} MB. Split it, or export without photos.",
    "binary": "This is not a text file. Export your contacts as vCard (.vcf) or CSV.",
    "image": "This is a picture, not a contacts file.",
    "pdf": "This is a PDF. Export your contacts as vCard (.vcf) or CSV.",
    "web_page": "This is a web page. The download may have failed; fetch the file again.",
    "calendar": "This is a calendar file. It holds events and no contacts.",
    "spreadsheet": "This is an office document. Save the sheet as CSV and bring that.",
    "json": "This JSON file holds no contact cards (jCard).",
    "csv_unknown": "This table has no columns known from LinkedIn's Connections.csv: {columns}.",
    "linkedin_other": "This file of a LinkedIn export holds no connections: {columns}.",
    "unknown": "This is neither a vCard, nor a LinkedIn Connections.csv, nor a zip of these.",
    "truncated": "The card has a beginning but no end (END:VCARD). The file may be cut off.",
    "card_too_large": "The card is larger than {limit_mb} MB.",
    "card_empty": "The card holds neither a name nor anything else one could know a person by.",
    "not_text": "The card holds bytes that are no text in any known alphabet.",
    "card_malformed": "The card cannot be read: {problem}.",
    "too_many_cards": "The file holds more than {limit} cards; the rest was not read.",
    "outside_card": "Text between the cards, left out.",
    "row_malformed": "The row cannot be read: {problem}.",
    "unclosed_quote": "A quotation mark is opened in this row and never closed.",
    "row_nameless": "The row has no name.",
    "hidden_member": "A member who hides the profile: LinkedIn gives only the date.",
    "archive_broken": "The zip file is damaged: {problem}.",
    "archive_encrypted": "The file is protected by a password. Unpack it and bring what is inside.",
    "archive_in_archive": "A zip inside the zip. Unpack it and bring what is inside.",
    "archive_too_many": "The zip holds more than {limit} files.",
    "archive_bomb": "Unpacked, the zip would be {unpacked_mb} MB; at most {limit_mb} MB are read.",
    "archive_dense": "The zip would unpack to {unpacked_mb} MB, far too much for its size.",
    "archive_nothing": "The zip holds no contacts file.",
    "not_contacts": "A file of another kind in the zip, left out.",
}


def explain(code: str, detail: Mapping[str, str | int]) -> str:
    """The sentence for a reason code, filled in."""
    return REASONS[code].format_map(detail)
