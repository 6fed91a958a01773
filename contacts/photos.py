"""Faces: re-encoded small, without what a camera writes beside the picture, kept by content."""

import hashlib
import io
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from accounts.models import User
from contacts.models import Contact

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
SIDE = 512  # pixels; the largest place a face is shown in is 64 wide, on dense screens 192
MAX_PIXELS = 40_000_000  # a telephone's 12 to 24 megapixels pass; a bomb of 100 does not
MAX_BYTES = 15 * 1024 * 1024
QUALITY = 82


def keep(user: User, picture: bytes) -> str:
    """Store a face and return its name for `Contact.photo`; the same picture is stored once.

    Raises ValidationError with a sentence for the user.
    """
    encoded = shrink(picture)
    name = f"photos/{user.pk}/{hashlib.sha256(encoded).hexdigest()[:32]}.webp"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(encoded))
    return name


def shrink(picture: bytes) -> bytes:
    """WebP of at most 512 pixels a side, upright, holding nothing but pixels."""
    if len(picture) > MAX_BYTES:
        raise ValidationError(_("The picture is larger than 15 MB. Please choose a smaller one."))
    try:
        with Image.open(io.BytesIO(picture), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise ValidationError(_("The picture has too many pixels: at most 40 million."))
            # JPEG decoders can shrink while they read, which spares time and memory.
            image.draft("RGB", (SIDE * 2, SIDE * 2))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((SIDE, SIDE))
            plain = Image.new("RGB", upright.size, "white")
            rgba = upright.convert("RGBA")
            plain.paste(rgba, mask=rgba)
    except (UnidentifiedImageError, Image.DecompressionBombError) as problem:
        raise ValidationError(_unreadable()) from problem
    except (OSError, SyntaxError, ValueError, EOFError) as problem:
        # What Pillow raises for files that begin like a picture and end otherwise.
        raise ValidationError(_unreadable()) from problem
    encoded = io.BytesIO()
    plain.save(encoded, "WEBP", quality=QUALITY)
    return encoded.getvalue()


def drop_unused(names: Iterable[str]) -> None:
    """Delete the files among `names` that no contact, in the trash or not, refers to any more."""
    wanted = {name for name in names if name}
    used = set(Contact.objects.filter(photo__in=wanted).values_list("photo", flat=True))
    for name in wanted - used:
        default_storage.delete(name)


def _unreadable() -> str:
    return _("This file is no picture we can read. JPEG, PNG, WebP and GIF work.")
