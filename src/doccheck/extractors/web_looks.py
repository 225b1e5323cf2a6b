"""How the text of a web page looks: what its attributes and simple style rules make of it.

Rules by tag, class and id are followed, as Word, Excel and LibreOffice write them; where a page
has others, nothing is certain. A page that draws on sheets or scripts of its own is not judged:
how a browser shows it cannot be told from the file.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from doccheck.extractors.word.colours import AUTO, UNKNOWN
from doccheck.extractors.word.looks import RunLook
from doccheck.extractors.word.visibility import PAPER, Surface, Unseen, unseen

MAX_RULES = 5000  # of one page
MAX_KNOWN = 10_000  # kinds of elements: a ledger has thousands of cells of a few kinds
FAR = -750.0  # points: as far left or up as this, text is off every screen and sheet
FAINTEST = 0.05  # of full strength: less is not seen
_BODY_SIZE = 12.0  # points

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"([a-zA-Z][\w]*|\*)?(?:([.#])([\w-]+))?")
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|in|cm|mm|em|%)?")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "": 0.75}
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.I)
_RGB = re.compile(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)", re.I)
_NAMED = {"white": "FFFFFF", "black": "000000", "windowtext": AUTO, "transparent": AUTO,
          "none": AUTO, "window": "FFFFFF", "auto": AUTO, "initial": AUTO}  # fmt: skip
_OFFICE = re.compile(
    r"\bmso-|urn:schemas-microsoft-com:office|content=[\"']?(?:LibreOffice|Microsoft|WPS)", re.I
)

VANISHED = Unseen("vanish", True)
OFF_PAGE = Unseen("outside", True)
FAINT = Unseen("ink", True)


class Sight(NamedTuple):
    """What holds for text at a place of the page: it is inherited.

    `concealed` is why nothing there is seen, None where it is.
    """

    size: float = _BODY_SIZE
    ink: str = AUTO
    surface: Surface = PAPER
    concealed: Unseen | None = None


class Looks:
    """The rules of one page; `judged` tells whether it is known how it is shown."""

    def __init__(self, root: etree._Element, text: str) -> None:
        self._rules: dict[tuple[str, str], list[dict[str, str]]] = {}
        self._clear = True
        self._known: dict[tuple[object, ...], Sight] = {}
        self._answers: dict[Sight, Unseen | None] = {}
        for sheet in root.iter("style"):
            self._take("".join(str(piece) for piece in sheet.itertext()))
        drawn_upon = any(True for _ in root.iter("link", "script"))
        self.judged = bool(_OFFICE.search(text)) or not drawn_upon

    def of(self, element: etree._Element, around: Sight) -> Sight:
        """Return what holds inside an element."""
        key = (element.tag, *map(element.get, _ASKED), around)
        known = self._known.get(key)
        if known is None:
            known = self._worked_out(element, around)
            if len(self._known) < MAX_KNOWN:
                self._known[key] = known
        return known

    def _worked_out(self, element: etree._Element, around: Sight) -> Sight:
        said = self._said(element)
        surface = around.surface
        for name in ("background", "background-color", "background-image"):
            if name in said:
                surface = surface.under(_ground(said[name]))
        if not self._clear:
            surface = surface._replace(sure=False)
        ink = _colour(said["color"]) if "color" in said else around.ink
        size = _points(said.get("font-size", ""), around.size) or around.size
        return Sight(size, ink, surface, around.concealed or _concealed(said))

    def unseen(self, sight: Sight) -> Unseen | None:
        """Return why text is not seen, None where it is or where that cannot be told."""
        if sight.concealed is not None or not self.judged:
            return sight.concealed
        if sight not in self._answers:
            look = RunLook(sight.size, ink=sight.ink)
            self._answers[sight] = unseen(look, 0.0, sight.surface)
        return self._answers[sight]

    def _said(self, element: etree._Element) -> dict[str, str]:
        tag, own = str(element.tag).lower(), element.get("id", "")
        keys = [("*", ""), (tag, "")]
        for name in element.get("class", "").split():
            keys += [("*", f".{name}"), (tag, f".{name}")]
        keys += [("*", f"#{own}"), (tag, f"#{own}")] if own else []
        said: dict[str, str] = {}
        for attribute, name in _ATTRIBUTES:
            if attribute in element.attrib:
                said[name] = element.get(attribute, "")
        if "background" in element.attrib:
            said["background-image"] = "url()"
        if "hidden" in element.attrib:
            said["display"] = "none"
        for key in keys:
            for rule in self._rules.get(key, ()):
                said.update(rule)
        said.update(_declared(element.get("style", "")))
        return said

    def _take(self, sheet: str) -> None:
        plain = _COMMENT.sub("", sheet)
        self._clear = self._clear and "@media" not in plain and "@import" not in plain
        for match in list(_RULE.finditer(plain))[:MAX_RULES]:
            declared = _declared(match[2])
            for selector in match[1].split(","):
                self._put(selector.strip(), declared)

    def _put(self, selector: str, declared: Mapping[str, str]) -> None:
        simple = _SIMPLE.fullmatch(selector)
        if simple and selector:
            key = ((simple[1] or "*").lower(), f"{simple[2]}{simple[3]}" if simple[2] else "")
            self._rules.setdefault(key, []).append(dict(declared))
        elif declared.keys() & _DECISIVE and not selector.startswith(("@", "a:")):
            self._clear = False


def _declared(text: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in text.split(";") if ":" in part)
    said = {name.strip().lower(): value.strip().lower() for name, value in pairs}
    return {name: value.removesuffix("!important").strip() for name, value in said.items()}


def _concealed(said: Mapping[str, str]) -> Unseen | None:
    hidden = (said.get("display"), said.get("visibility"), said.get("mso-hide"))
    if hidden[0] == "none" or hidden[1] in ("hidden", "collapse") or hidden[2] == "all":
        return VANISHED
    opacity = _LENGTH.fullmatch(said.get("opacity", ""))
    if opacity and float(opacity[1]) / (100 if opacity[2] == "%" else 1) <= FAINTEST:
        return FAINT
    moved = said.get("position") in ("absolute", "fixed", "relative")
    shifts = [said.get("text-indent", ""), *(said.get(s, "") for s in ("left", "top") if moved)]
    return OFF_PAGE if any(_points(shift, 1.0) <= FAR for shift in shifts) else None


def _points(value: str, around: float) -> float:
    """Return a length in points, 0 where it is none."""
    match = _LENGTH.fullmatch(value)
    if not match:
        return 0.0
    unit = match[2] or ""
    if unit in ("em", "%"):
        return float(match[1]) * around / (100 if unit == "%" else 1)
    return float(match[1]) * _POINTS[unit]


def _ground(value: str) -> str:
    return UNKNOWN if "url(" in value or "gradient" in value else _colour(value)


def _colour(value: str) -> str:
    """Return a colour, `UNKNOWN` for a name or a form that is not followed."""
    if match := _HEX.match(value):
        digits = match[1] if len(match[1]) == 6 else "".join(2 * d for d in match[1])
        return digits.upper()
    if match := _RGB.match(value):
        return "".join(f"{min(int(n), 255):02X}" for n in match.groups())
    word = value.split(" ", 1)[0]
    return _NAMED.get(word, UNKNOWN)


_ASKED = ("style", "class", "id", "color", "text", "bgcolor", "background", "hidden")
_ATTRIBUTES = (("color", "color"), ("text", "color"), ("bgcolor", "background-color"))
_DECISIVE = frozenset(
    ("color", "background", "background-color", "background-image", "display", "visibility",
     "font-size", "opacity", "position")
)  # fmt: skip
"""Properties that decide what is seen."""
