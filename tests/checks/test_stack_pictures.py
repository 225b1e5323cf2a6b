"""STK03: the same picture in the texts of different applicants."""

import io
import random

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from doccheck.checks.stack_view import SeenPicture
from doccheck.extractors.likeness import likeness_of
from doccheck.model.places import Evidence, Place

from .test_stack import digest, only, view


def drawn(seed: int, size: tuple[int, int] = (640, 420)) -> Image.Image:
    """Draw something like a workshop photograph: blocks of grey and colour."""
    chance = random.Random(seed)
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    for _ in range(60):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        colour = tuple(chance.randrange(30, 230) for _ in range(3))
        draw.rectangle((x, y, x + chance.randrange(20, 160), y + chance.randrange(20, 120)), colour)
    return picture


def stored(picture: Image.Image, form: str = "PNG", quality: int = 90) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form, quality=quality)
    return stream.getvalue()


def bits(a: str, b: str) -> int:
    return (int(a, 16) ^ int(b, 16)).bit_count()


@pytest.mark.parametrize("seed", range(5))
def test_a_picture_saved_anew_smaller_and_brighter_is_the_same(seed: int) -> None:
    original = drawn(seed)
    again = ImageEnhance.Brightness(original.resize((480, 315))).enhance(1.05)
    assert bits(likeness_of(stored(original)), likeness_of(stored(again, "JPEG", 60))) <= 15


def test_different_pictures_are_far_apart() -> None:
    hashes = [likeness_of(stored(drawn(seed))) for seed in range(12)]
    assert min(bits(a, b) for i, a in enumerate(hashes) for b in hashes[:i]) > 60


def test_logos_seals_and_blank_frames_have_no_likeness() -> None:
    assert likeness_of(stored(drawn(1, (120, 120)))) == ""
    frame = Image.new("RGB", (600, 400), "white")
    ImageDraw.Draw(frame).rectangle((5, 5, 594, 394), outline="black", width=2)
    assert likeness_of(stored(frame)) == ""
    seal = Image.new("RGB", (400, 400), "white")
    ImageDraw.Draw(seal).ellipse((20, 20, 380, 380), outline=(220, 20, 20), width=14)
    ImageDraw.Draw(seal).regular_polygon((200, 200, 70), 5, fill=(220, 20, 20))
    assert likeness_of(stored(seal)) == ""
    assert likeness_of(b"no picture") == ""


def shown(seed: int) -> tuple[SeenPicture, ...]:
    place = Place("典型案例.docx", anchor="paragraph[7]")
    return (SeenPicture(likeness_of(stored(drawn(seed))), Evidence(place, "640×420")),)


def test_two_applicants_with_one_picture_are_for_a_person() -> None:
    outcome = only("STK03", view(digest(0, pictures=shown(3)), digest(1, pictures=shown(3))))
    assert (outcome.status, outcome.key) == ("review", "STK03.pictures")
    assert outcome.values["count"] == "1"
    assert len(outcome.evidence) == 2


def test_own_pictures_and_one_applicants_two_submissions_are_nothing() -> None:
    own = view(digest(0, pictures=shown(3)), digest(1, pictures=shown(4)))
    assert only("STK03", own).status != "review"
    twice = view(digest(0, pictures=shown(3)), digest(0, submission="09", pictures=shown(3)))
    assert only("STK03", twice).status != "review"
