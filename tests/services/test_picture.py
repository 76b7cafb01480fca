"""A picture is drawn anew: nothing hidden travels with it, and what is no picture is refused."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from registry.domain.facts import Note
from registry.domain.pilot import StartingPoint
from registry.domain.sentence import Refusal
from registry.sentences import say
from registry.services import pilot
from registry.services.picture import LONGEST_SIDE, PictureRefused, redrawn
from registry.services.proposal import begin
from registry.store import pictures
from registry.store.database import Database
from tests.nouns import CARD, asking
from tests.services.entries import newest
from tests.services.situations import SEEN

SECRET = b"Olga lives at 52.0907 N"
GPS, GPS_PROCESSING_METHOD, ORIENTATION = 0x8825, 0x1B, 0x0112


@pytest.fixture
def running(db: Database) -> int:
    """An experiment whose pilot runs."""
    number = begin(db, asking(), CARD).id
    pilot.start(db, asking(), number, StartingPoint())
    return number


def file(image: Image.Image, kind: str, **extra: object) -> bytes:
    drawn = BytesIO()
    image.save(drawn, kind, **extra)
    return drawn.getvalue()


def opened(image: bytes) -> Image.Image:
    return Image.open(BytesIO(image))


def photo(kind: str) -> bytes:
    """A photo that tells where it was taken in every way its format knows."""
    exif = Image.Exif()
    exif.get_ifd(GPS)[GPS_PROCESSING_METHOD] = SECRET
    told = {"exif": exif, "xmp": SECRET, "icc_profile": SECRET, "comment": SECRET}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", SECRET.decode())
        text.add_text("XML:com.adobe.xmp", SECRET.decode())
        told["pnginfo"] = text
    return file(Image.new("RGB", (40, 30), "teal"), kind, **told)


def png_of(width: int, height: int) -> bytes:
    """A small PNG whose header promises *width* × *height* points."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 9))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_nothing_hidden_travels_with_a_picture(kind: str):
    told = photo(kind)

    _, kept = redrawn(told)

    assert SECRET in told
    assert SECRET not in kept
    assert not opened(kept).getexif()


def test_a_picture_is_drawn_the_way_up_that_the_camera_was_held():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    sideways = file(Image.new("RGB", (40, 30), "teal"), "JPEG", exif=exif)

    _, kept = redrawn(sideways)

    assert opened(kept).size == (30, 40)


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "PNG"), ("LA", "PNG"), ("RGBA", "WEBP")])
def test_what_can_be_seen_through_stays_so(mode: str, kind: str):
    media_type, kept = redrawn(file(Image.new(mode, (10, 10)), kind))

    assert media_type == "image/png"
    assert opened(kept).convert("RGBA").getpixel((5, 5)) == (0, 0, 0, 0)


def test_a_picture_with_one_transparent_colour_stays_so():
    see_through = file(Image.new("RGB", (10, 10), (1, 2, 3)), "PNG", transparency=(1, 2, 3))

    media_type, kept = redrawn(see_through)

    assert media_type == "image/png"
    assert opened(kept).getchannel("A").getextrema() == (0, 0)


def test_a_large_picture_is_made_smaller_and_keeps_its_shape():
    _, kept = redrawn(file(Image.new("RGB", (4_000, 2_000)), "JPEG"))

    assert opened(kept).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_small_picture_keeps_its_size(kind: str):
    assert opened(redrawn(photo(kind))[1]).size == (40, 30)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", "picture-unreadable"),
        (b"<html><script>alert(1)</script></html>", "picture-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-unreadable"),
        (photo("PNG")[:60], "picture-unreadable"),
        (photo("JPEG")[: len(photo("JPEG")) // 2], "picture-unreadable"),
        (file(Image.new("RGB", (10, 10)), "TIFF"), "picture-unreadable"),
        (png_of(10_000, 10_000), "picture-too-large"),
        (png_of(60_000, 60_000), "picture-too-large"),
    ],
)
def test_what_is_no_picture_that_can_be_kept_is_refused(content: bytes, refusal: str):
    with pytest.raises(PictureRefused) as refused:
        redrawn(content)

    assert refused.value.sentence.id == refusal
    assert say(refused.value.sentence)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    kind=st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]),
    place=st.floats(0, 1, exclude_max=True),
    noise=st.binary(min_size=1, max_size=8),
)
def test_a_damaged_picture_is_kept_or_refused_and_nothing_else(kind: str, place: float, noise: bytes):
    whole = photo(kind)
    start = int(place * len(whole))
    damaged = whole[:start] + noise + whole[start + len(noise) :]

    try:
        media_type, _ = redrawn(damaged)
    except PictureRefused:
        return

    assert media_type in {"image/png", "image/jpeg"}


def test_a_picture_belongs_to_its_experiment(db: Database, running: int):
    other = begin(db, asking(), CARD).id

    (kept,) = pilot.note(db, asking(), running, SEEN, photo("JPEG")).all(Note)

    assert kept.words == SEEN.words
    assert kept.picture is not None
    assert opened(pictures.get(db, running, kept.picture) or b"").format == "JPEG"
    assert pictures.get(db, other, kept.picture) is None
    assert newest(db).changes[0].after == SEEN.words


def test_a_picture_alone_is_a_note(db: Database, running: int):
    nothing = SEEN.model_copy(update={"words": ""})

    (kept,) = pilot.note(db, asking(), running, nothing, photo("JPEG")).all(Note)

    assert kept.picture is not None


@pytest.mark.parametrize("picture", [photo("JPEG"), b"not a picture"])
def test_a_note_that_is_refused_leaves_no_picture(db: Database, picture: bytes):
    draft = begin(db, asking(), CARD).id

    with pytest.raises(Refusal):
        pilot.note(db, asking(), draft, SEEN, picture)

    assert not db["pictures"].count
    assert newest(db).verb == "begin"


def test_a_note_sent_twice_keeps_its_picture_once(db: Database, running: int):
    for _ in range(2):
        pilot.note(db, asking(click="one"), running, SEEN, photo("JPEG"))

    assert db["pictures"].count == 1
