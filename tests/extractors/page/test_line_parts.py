"""Ink in a line's box that no character stands for: a signature found as one line with its label."""

import cv2
import numpy as np

from doccheck.extractors.ocr.engine import OcrLine
from doccheck.extractors.page.line_parts import read_parts
from doccheck.extractors.page.strokes import find_strokes, written_after

DPI = 200
LABEL = "法定代表人签字："
EM = 40  # pixels of a character


def line(text, starts, width, *, height=EM, confidence=0.99):
    quad = ((100, 300), (100 + width, 300), (100 + width, 300 + height), (100, 300 + height))
    return OcrLine(text, confidence, quad, tuple(s / width for s in starts))


def label_with_room(width=800):
    return line(LABEL, [n * EM for n in range(len(LABEL))], width)


def page():
    return np.full((700, 1400, 3), 250, np.uint8), np.zeros((700, 1400), np.uint8)


def strokes_of(mask, lines, image=None):
    blank, none = page()
    found = find_strokes(blank if image is None else image, mask, none, DPI, lines, [])
    return [kind for kind, _ in found]


def test_a_line_is_read_as_far_as_its_characters_go():
    [part] = read_parts(label_with_room())
    assert 100 + 8 * EM <= part[1][0] <= 100 + 9 * EM


def test_characters_with_a_gap_between_them_are_two_parts():
    starts = [*range(0, 4 * EM, EM), *range(12 * EM, 16 * EM, EM)]
    assert len(list(read_parts(line("签字盖章单位公章", starts, 16 * EM)))) == 2


def test_a_line_whose_characters_are_not_placed_is_read_all_over():
    [part] = read_parts(OcrLine(LABEL, 0.9, label_with_room().quad))
    assert part[1][0] == 900


def test_a_scrawl_in_the_box_of_its_label_is_ink():
    _, mask = page()
    cv2.polylines(
        mask,
        [np.array([(520, 340), (560, 290), (620, 345), (690, 300), (760, 338)])],
        False,
        255,
        6,
    )
    assert strokes_of(mask, [label_with_room()]) == ["ink"]


def named(height, shift=0, ink=(40, 40, 40)):
    """A label and a name of three signs behind it, drawn as bars of a height; picture and mask."""
    image, mask = page()
    boxes = [(100 + n * EM, EM, 0) for n in range(len(LABEL))]
    boxes += [(100 + (8 + n) * EM, height, shift) for n in range(3)]
    for x, high, down in boxes:
        top = 300 + (EM - high) // 2 + down
        colour = ink if x >= 100 + 8 * EM else (40, 40, 40)
        cv2.rectangle(image, (x + 4, top), (x + EM - 4, top + high), colour, -1)
        cv2.rectangle(mask, (x + 4, top), (x + EM - 4, top + high), 255, -1)
    return image, mask


def with_name(height=EM):
    text = LABEL + "张伟民"
    starts = [n * EM for n in range(len(text))]
    tall = max(EM, height)
    quad = ((100, 320 - tall // 2), (540, 320 - tall // 2), (540, 320 + tall // 2),
            (100, 320 + tall // 2))  # fmt: skip
    return OcrLine(text, 0.99, quad, tuple(s / 440 for s in starts))


def test_a_name_in_its_labels_print_is_not_by_hand():
    image, mask = named(EM)
    assert not list(written_after(with_name(), image, mask))
    image, mask = named(round(1.3 * EM))  # printed one size larger
    assert not list(written_after(with_name(52), image, mask))


def test_a_name_much_taller_off_the_line_or_blue_is_by_hand():
    image, mask = named(2 * EM)
    assert list(written_after(with_name(2 * EM), image, mask))
    image, mask = named(EM, shift=EM // 2)
    assert list(written_after(with_name(2 * EM), image, mask))
    image, mask = named(EM, ink=(150, 70, 25))
    assert list(written_after(with_name(), image, mask))


def test_junk_read_into_ink_much_larger_than_its_label_is_by_hand():
    _, mask = page()
    label = line(LABEL, [n * EM for n in range(len(LABEL))], 8 * EM)
    quad = ((460, 270), (640, 270), (640, 360), (460, 360))
    assert strokes_of(mask, [label, OcrLine("4X1", 0.57, quad)]) == ["hand"]
    assert strokes_of(mask, [label, OcrLine("4X1", 0.97, quad)]) == []


def test_words_in_red_beside_a_label_are_no_pens():
    image, mask = page()
    cv2.rectangle(image, (470, 275), (630, 355), (40, 30, 200), -1)
    label = line(LABEL, [n * EM for n in range(len(LABEL))], 8 * EM)
    chop = OcrLine("李建国印", 0.95, ((460, 240), (640, 240), (640, 360), (460, 360)))
    assert strokes_of(mask, [label, chop], image) == []
