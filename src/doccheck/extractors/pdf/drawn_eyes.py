"""How many closed white fields a character has as it is drawn on a page."""

import cv2
import numpy as np

from doccheck.extractors.pdf.frame import Frame
from doccheck.extractors.pdf.pictured_text import drawn_page
from doccheck.extractors.pdf.runs import Run

DPI = 220  # 9 pt print is 27 pixels high: the eyes of an 8 stay open
LONGEST = 4000  # pixels of the longer side
POINTS = 72.0  # an inch
LEAST_HEIGHT = 16  # pixels: in smaller print eyes run full
LEAST_EYE = 3  # pixels: smaller ones are frayed ink
DARK = 140  # of 255
INK = (0.03, 0.6)  # share of the box: less is nothing drawn, more a bar over it


class DrawnPage:
    """A page drawn to be looked at."""

    def __init__(self, page: object, frame: Frame) -> None:
        self._scale = min(DPI / POINTS, LONGEST / max(frame.width, frame.height, 1.0))
        self._shades = drawn_page(page, frame, self._scale)

    def eyes(self, run: Run, at: int) -> int | None:
        """Return the closed white fields of a run's character, None where that cannot be told."""
        right = run.lefts[at + 1] if at + 1 < len(run.lefts) else run.x1
        edges = (run.lefts[at], run.top, right, run.bottom)
        x0, top, x1, bottom = (max(0, round(edge * self._scale)) for edge in edges)
        box = self._shades[top:bottom, x0:x1]
        if box.shape[0] < LEAST_HEIGHT or not box.shape[1]:
            return None
        ink = box < DARK
        if not INK[0] < ink.mean() < INK[1]:
            return None
        paper = np.pad(~ink, 1, constant_values=True).astype(np.uint8)
        count, _, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
        return sum(int(stats[i, cv2.CC_STAT_AREA]) >= LEAST_EYE for i in range(2, count))
