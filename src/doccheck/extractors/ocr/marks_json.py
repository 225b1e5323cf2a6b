"""What is seen on a page, to and from the form in which readings are kept."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from doccheck.model.places import Box, Place
from doccheck.model.seen import Code, Flaw, PageMarks, Seal, SealWords, Step, Stroke

T = TypeVar("T", Seal, Stroke, Code, Flaw)

ON_PAGE = Place("")
"""A place on the page that was read, before anybody says which page of which file that is."""


def marks_from(raw: Mapping[str, Any]) -> PageMarks:
    """Return the marks that `dataclasses.asdict` made of; raises as a wrong form does."""
    return PageMarks(
        tuple(_seal(one) for one in raw["seals"]),
        tuple(Stroke(**{**one, "place": _place(one)}) for one in raw["strokes"]),
        tuple(Code(**{**one, "place": _place(one)}) for one in raw["codes"]),
        tuple(Flaw(**{**one, "place": _place(one)}) for one in raw["flaws"]),
        tuple(ON_PAGE for _ in raw["bare"]),
    )


def _seal(one: Mapping[str, Any]) -> Seal:
    words = tuple(
        SealWords(w["text"], w["confidence"], tuple(_step(step) for step in w["steps"]))
        for w in one["words"]
    )
    return Seal(**{**one, "place": _place(one), "words": words})


def _step(raw: Any) -> Step:
    return tuple((sign, share) for sign, share in raw)


def _place(one: Mapping[str, Any]) -> Place:
    box = one["place"]["box"]
    return Place("", box=Box(*box.values() if isinstance(box, dict) else box) if box else None)


def marks_on(marks: PageMarks, file: str, page: int, move: Callable[[Box], Box]) -> PageMarks:
    """Return a page's marks with their file and page, boxes moved to where they lie in the file."""

    def placed(one: T) -> T:
        box = move(one.place.box) if one.place.box is not None else None
        return replace(one, place=Place(file, page, box))

    return PageMarks(
        tuple(placed(s) for s in marks.seals),
        tuple(placed(s) for s in marks.strokes),
        tuple(placed(c) for c in marks.codes),
        tuple(placed(f) for f in marks.flaws),
        tuple(Place(file, page) for _ in marks.bare),
    )


def joined(marks: list[PageMarks]) -> PageMarks:
    """Return the marks of several pages as those of one file."""
    return PageMarks(
        tuple(s for m in marks for s in m.seals),
        tuple(s for m in marks for s in m.strokes),
        tuple(c for m in marks for c in m.codes),
        tuple(f for m in marks for f in m.flaws),
        tuple(p for m in marks for p in m.bare),
    )
