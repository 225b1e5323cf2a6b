"""Millimetres of an OFD page, moved and turned objects, all brought to points on the page."""

import math
from dataclasses import dataclass

from doccheck.model.places import Box

POINTS = 72 / 25.4  # a millimetre
MAX_NUMBERS = 100_000  # in one attribute; a line has some hundreds


@dataclass(frozen=True, slots=True)
class Frame:
    """Where an object's own coordinates lie on the page: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point lies, in points."""
        return (
            (self.a * x + self.c * y + self.e) * POINTS,
            (self.b * x + self.d * y + self.f) * POINTS,
        )

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """Return the box round a rectangle, in points."""
        corners = [self.point(x + i * width, y + j * height) for i in (0, 1) for j in (0, 1)]
        xs, ys = [p[0] for p in corners], [p[1] for p in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def scale(self) -> float:
        """Return how much heights grow."""
        return math.hypot(self.c, self.d)

    def inner(self, boundary: str, matrix: str) -> "Frame":
        """Return the frame of an object inside this one, by its boundary and its matrix."""
        left, top = (*numbers(boundary), 0.0, 0.0)[:2]
        m = numbers(matrix)
        own = Frame(*m[:6]) if len(m) >= 6 else Frame()
        placed = Frame(own.a, own.b, own.c, own.d, own.e + left, own.f + top)
        return placed.within(self)

    def within(self, outer: "Frame") -> "Frame":
        """Return this frame seen from outside the one around it."""
        return Frame(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            outer.a * self.e + outer.c * self.f + outer.e,
            outer.b * self.e + outer.d * self.f + outer.f,
        )


def numbers(text: str | None) -> list[float]:
    """Return the numbers of an attribute; what is none is left out."""
    found = []
    for word in (text or "").split()[:MAX_NUMBERS]:
        try:
            value = float(word)
        except ValueError:
            continue
        if abs(value) < 1e6:  # also keeps out nan and inf
            found.append(value)
    return found


def deltas(text: str | None) -> list[float]:
    """Return the steps of a DeltaX or DeltaY; `g 3 2.5` is 2.5 three times."""
    words = (text or "").split()[:MAX_NUMBERS]
    steps: list[float] = []
    at = 0
    while at < len(words) and len(steps) < MAX_NUMBERS:
        if words[at] == "g" and at + 2 < len(words):
            count, step = numbers(words[at + 1]), numbers(words[at + 2])
            steps += [step[0] if step else 0.0] * min(int(count[0]) if count else 0, MAX_NUMBERS)
            at += 3
        else:
            steps += numbers(words[at]) or [0.0]
            at += 1
    return steps
