"""Fields: their results are text, their instructions are not; some show what no run holds."""

import re
from dataclasses import dataclass

from lxml import etree

from doccheck.extractors.word import ticks
from doccheck.extractors.word.names import VAL, W, child_value, is_on, whole

FIELD_CHARACTER = W + "fldChar"

_OVERLAY = re.compile(r"\s*EQ\s*\\o\s*\\a[clr]\s*\((.+?)[,;，；](.+?)\)\s*", re.IGNORECASE)
_BOXES = frozenset("□☐■")
_RINGS = frozenset("○◯〇")
_TICK_SIGNS = frozenset("√✓✔")
_CROSS_SIGNS = frozenset("×✗✕xX")


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    form: etree._Element | None = None

    @property
    def kind(self) -> str:
        words = self.instruction.split(maxsplit=1)
        return words[0].upper() if words else ""

    @property
    def shows_result(self) -> bool:
        return self.in_result and self.kind not in _DRAWN


class FieldStack:
    """The fields that are open at a point of a story; a field may span many paragraphs."""

    def __init__(self, story: etree._Element) -> None:
        self._open: list[_Field] = []
        self._whole = _is_balanced(story)

    @property
    def visible(self) -> bool:
        """Return whether text at this point is shown: it is in no field's instruction."""
        return not self._open or not self._whole or all(f.shows_result for f in self._open)

    @property
    def in_contents(self) -> bool:
        """Return whether this point is in a table of contents."""
        return any(field.kind == "TOC" for field in self._open)

    def mark(self, character: etree._Element) -> str:
        """Take a begin, separate or end mark; return what a field that ends here shows itself."""
        kind = character.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(_Field(form=character.find(W + "ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            field = self._open.pop()
            return _drawn(field) if self.visible else ""
        return ""

    def instruct(self, instruction: str) -> None:
        """Take a piece of the innermost field's instruction."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += instruction

    def enter(self, instruction: str) -> None:
        """Open a simple field: what follows is its result."""
        self._open.append(_Field(instruction=instruction, in_result=True))

    def leave(self) -> None:
        """Close a simple field."""
        if self._open:
            self._open.pop()


def _is_balanced(story: etree._Element) -> bool:
    """Return whether every field that begins ends; else marks are not to be trusted."""
    kinds = [mark.get(W + "fldCharType") for mark in story.iter(FIELD_CHARACTER)]
    return kinds.count("begin") == kinds.count("end")


def _drawn(field: _Field) -> str:
    drawing = _DRAWN.get(field.kind)
    return drawing(field) if drawing else ""


def _check_box(field: _Field) -> str:
    settings = None if field.form is None else field.form.find(W + "checkBox")
    if settings is None:
        return ticks.box(False)
    for state in ("checked", "default"):
        entry = settings.find(W + state)
        if entry is not None:
            return ticks.box(is_on(entry))
    return ticks.box(False)


def _drop_down(field: _Field) -> str:
    choices = None if field.form is None else field.form.find(W + "ddList")
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(W + "listEntry")]
    chosen = child_value(choices, W + "result") or child_value(choices, W + "default")
    index = whole(chosen)
    return entries[index] if 0 <= index < len(entries) else ""


def _overlay(field: _Field) -> str:
    """Return what `EQ \\o\\ac(□,√)` shows: Word's 带圈字符 lays one sign over another."""
    match = _OVERLAY.fullmatch(field.instruction)
    if match is None:
        return ""
    under, over = match[1].strip(), match[2].strip()
    if under in _BOXES:
        if over in _TICK_SIGNS:
            return "☑"
        if over in _CROSS_SIGNS:
            return "☒"
    if under in _RINGS and over.isdecimal() and 1 <= int(over) <= 20:
        return chr(ord("①") + int(over) - 1)
    return over


_DRAWN = {"FORMCHECKBOX": _check_box, "FORMDROPDOWN": _drop_down, "EQ": _overlay}
"""Fields whose face is drawn from their settings, not from a result."""
