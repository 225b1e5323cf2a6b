"""Reading one cell of a statement as one figure, exactly or not at all.

Stricter than `text.amounts`: the whole cell must be one figure. Blank, `-`, `—` and `/` are no
figure and never zero; `0.00` is zero. What does not parse is unreadable, it is not guessed.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from doccheck.text.charset import to_half_width

State = Literal["figure", "blank", "unreadable"]

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−─━﹣－", "-"))
_WHOLE = r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)"
_FIGURE = re.compile(rf"{_WHOLE}(?:\.[0-9]+)?")
_SPACED_GROUPS = re.compile(
    r"[1-9][0-9]{0,2}(?: [0-9]{3})+\.[0-9]+|[1-9][0-9]{0,2}(?: [0-9]{3}){2,}"
)
_LONE_CENT = re.compile(r"[0-9,]*,[0-9]{3}\.[0-9] [0-9]")
_BLANK = re.compile(r"[\s\-_/\\.·*×~]*|无|不适用|n/?a", re.I)
_SIGNED = re.compile(
    r"(?P<open>\()?\s*(?P<minus>[-▲△负])?\s*[¥￥$]?\s*(?P<digits>[0-9.,][0-9.,\s]*?)\s*(?P<close>\))?"
)
_FLOAT_NOISE = 8  # more places than any statement prints: a spreadsheet's binary fraction


class Figure(NamedTuple):
    """What a cell says: `value` and `step` (one unit of the last place) in the printed unit.

    `mended` tells that the figure was put together from broken pieces.
    """

    state: State
    value: Decimal = Decimal(0)
    step: Decimal = Decimal(1)
    mended: bool = False


BLANK = Figure("blank")
UNREADABLE = Figure("unreadable")


@lru_cache(maxsize=4096)
def read_figure(text: str) -> Figure:
    """Read a cell: `1,234.50`, `(1,234.50)`, `－1,234.50`, `1 234 567.89`, `1,234,\\n567.89`."""
    plain = to_half_width(text).translate(_DASHES).replace("\u00a0", " ").replace("，", ",").strip()
    if _BLANK.fullmatch(plain):
        return BLANK
    match = _SIGNED.fullmatch(plain)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return UNREADABLE
    digits, mended = _joined(match["digits"].split(), "\n" in plain)
    if digits is None:
        return UNREADABLE
    value = Decimal(digits.replace(",", ""))
    places = len(digits.partition(".")[2])
    if places > _FLOAT_NOISE:
        value, places = round(value, 6).normalize(), 2
    negative = bool(match["open"]) != bool(match["minus"]) or bool(match["minus"])
    return Figure("figure", -value if negative else value, Decimal(1).scaleb(-places), mended)


def is_figure(text: str) -> bool:
    """Tell whether a text is one whole figure."""
    return read_figure(text).state == "figure"


def _joined(pieces: list[str], over_lines: bool) -> tuple[str | None, bool]:
    """Put the pieces of one figure together, where their form proves that they are one.

    `1,234,` `567.89` is: neither makes sense alone. `1 234 567.89` is: groups of three, if they
    stand on one line. `12 34` and `1,234.00 5,678.00` may be two figures and are not joined.
    """
    whole = "".join(pieces)
    if not _FIGURE.fullmatch(whole):
        return None, False
    if len(pieces) == 1:
        return whole, False
    spaced = " ".join(pieces)
    proved = not over_lines and (_SPACED_GROUPS.fullmatch(spaced) or _LONE_CENT.fullmatch(spaced))
    if not proved and all(_FIGURE.fullmatch(p) for p in pieces):
        return None, False
    return whole, True
