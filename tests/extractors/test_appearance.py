import io

from PIL import Image, ImageDraw

from doccheck.extractors.appearance import appearance_of


def png(width, height, draw, mode="RGBA", paper=(255, 255, 255, 0)):
    image = Image.new(mode, (width, height), paper[: len(mode)])
    draw(ImageDraw.Draw(image))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def ring(pen, colour=(214, 30, 38)):
    pen.ellipse((6, 6, 254, 254), outline=colour, width=8)
    pen.polygon([(130, 90), (150, 150), (100, 115), (160, 115), (110, 150)], fill=colour)


def strokes(pen, colour=(20, 20, 30)):
    pen.line([(20, 80), (90, 30), (120, 120), (200, 40)], fill=colour, width=6)
    pen.line([(220, 40), (300, 110), (240, 110)], fill=colour, width=5)


def test_a_red_ring_is_a_seal():
    assert appearance_of(png(260, 260, ring)) == "seal"


def test_a_red_ring_on_white_paper_without_transparency_is_a_seal():
    assert appearance_of(png(260, 260, ring, "RGB")) == "seal"


def test_a_grey_copy_of_a_seal_is_not_told_to_be_one():
    assert appearance_of(png(260, 260, lambda pen: ring(pen, (90, 90, 90)))) == ""


def test_black_and_blue_strokes_are_ink():
    assert appearance_of(png(330, 150, strokes)) == "ink"
    assert appearance_of(png(330, 150, lambda pen: strokes(pen, (30, 40, 170)))) == "ink"


def test_a_thin_ring_paled_by_scaling_down_is_a_seal():
    def thin(pen):
        pen.ellipse((6, 6, 254, 254), outline=(200, 40, 50, 150), width=3)
        for left in range(40, 220, 12):  # thin characters along a line
            pen.line([(left, 120), (left + 8, 140)], fill=(200, 40, 50, 150), width=2)

    assert appearance_of(png(260, 260, thin)) == "seal"


def test_a_brown_photograph_is_no_seal():
    brown = png(200, 200, lambda pen: pen.ellipse((20, 20, 180, 180), fill=(150, 100, 60)), "RGB")
    assert appearance_of(brown) == ""


def test_a_wide_red_bar_is_no_seal():
    assert appearance_of(png(600, 60, lambda pen: pen.rectangle((0, 0, 600, 60), fill="red"))) == ""


def test_a_photograph_is_neither():
    noise = Image.effect_noise((200, 150), 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "JPEG")
    assert appearance_of(out.getvalue()) == ""


def test_an_empty_picture_and_a_broken_one_are_neither():
    assert appearance_of(png(100, 100, lambda _pen: None)) == ""
    assert appearance_of(b"\x89PNG\r\n\x1a\nbroken") == ""
