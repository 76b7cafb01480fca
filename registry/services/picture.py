"""Pictures people bring along, made safe before they are kept."""

from io import BytesIO

from registry.domain.sentence import Refusal

LONGEST_SIDE = 1600
"""Pixels; larger pictures are scaled down."""

MOST_PIXELS = 50_000_000
"""A small file may unfold to a picture that fills the memory; above this it is refused."""


class PictureRefused(Refusal):
    """The file is not a picture that can be kept."""


def redrawn(file: bytes) -> tuple[str, bytes]:
    """The media type and bytes of the picture in *file*, at most 1,600 pixels long.

    It is drawn anew as PNG or JPEG, so that nothing hidden travels with it: no place, no camera, no script.
    Raises PictureRefused.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only where a picture comes

    try:
        with Image.open(BytesIO(file), formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise PictureRefused("picture-too-large")
            picture = ImageOps.exif_transpose(image)
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            has_holes = picture.has_transparency_data
            kind = "PNG" if has_holes else "JPEG"
            bare = picture.convert("RGBA" if has_holes else "RGB")
            bare.info.clear()  # else the comment of a JPEG would be written again
            drawn = BytesIO()
            bare.save(drawn, kind, optimize=True)
    except Image.DecompressionBombError as error:
        raise PictureRefused("picture-too-large") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise PictureRefused("picture-unreadable") from error
    return f"image/{kind.lower()}", drawn.getvalue()
