"""Pictures for tests, as small as the test allows."""

import io

from PIL import Image


def picture(size: tuple[int, int] = (8, 8), kind: str = "PNG", colour: str = "teal") -> bytes:
    """`kind` JPEG carries a camera's note of where it was taken."""
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    facts = {"exif": exif} if kind == "JPEG" else {}
    Image.new("RGB", size, colour).save(stream, kind, **facts)
    return stream.getvalue()
