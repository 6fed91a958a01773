"""Text without case and accents, so that whoever types "jose" or "muller" finds José and Müller."""

import unicodedata

# Letters that are no base letter plus accent: NFKD leaves them alone. U+0131 is the dotless i.
LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\u0131": "i",
        "ħ": "h",
    }
)


def fold(text: str) -> str:
    """Lower case, no combining marks, single spaces."""
    if text.isascii():  # most text, and an import folds a million pieces of it
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(plain.translate(LETTERS).split())


def digits(text: str) -> str:
    """Only the digits, for phone numbers in any spelling."""
    return "".join(c for c in text if c.isdigit())
