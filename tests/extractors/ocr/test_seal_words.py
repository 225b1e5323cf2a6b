"""A seal's words: what was thought of along its rim is kept with what was read."""

import cv2
import numpy as np

from doccheck.extractors.ocr.reading import PageReading, from_json, to_json
from doccheck.extractors.ocr.seal_words import read_seal
from doccheck.extractors.page.rings import Ring
from doccheck.model.places import Box, Place
from doccheck.model.seen import PageMarks, Seal, SealWords

STEPS = ((("", 0.9), ("江", 0.05)), (("江", 0.8), ("汪", 0.1)))


def test_the_steps_of_a_reading_are_kept_in_the_cache():
    words = (SealWords("江苏天工", 0.9, STEPS), SealWords("江苏天工", 0.8))
    seal = Seal(Place("", box=Box(1.0, 2.0, 3.0, 4.0)), True, 0.96, words)
    reading = PageReading(100.0, 100.0, marks=PageMarks((seal,)))
    assert from_json(to_json(reading)) == reading


class OtherEngine:
    """A recogniser that tells texts alone."""

    name = "tesseract"
    version = "1"

    def texts(self, crops):
        return [("江苏天工电气有限公司3201", 0.8) for _ in crops]


def test_an_engine_that_tells_texts_alone_gives_words_without_steps():
    image = np.full((300, 300, 3), 250, np.uint8)
    for degrees in range(150, 391, 12):
        angle = np.radians(degrees)
        at = (round(150 + 85 * np.cos(angle)), round(150 + 85 * np.sin(angle)))
        cv2.circle(image, at, 8, (40, 30, 200), -1)
    ring = Ring(150, 150, 120, 120, 0, 1.0, red=True)
    words = read_seal(image, ring, OtherEngine())
    assert {w.text for w in words} == {"江苏天工电气有限公司"}
    assert all(not w.steps for w in words)
