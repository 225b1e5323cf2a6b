"""SIG01, SIG02: whether a seal or signature stands where the form asks for it.

A digital file alone proves no absence: the paper may bear what the file does not. Only a place
that was seen empty on a scan (`absent`) fails; a picture that nobody has read is for a person.
"""

import dataclasses
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.dossier import LogicalDocument, Mark
from doccheck.model.places import CERTAIN
from doccheck.model.program import Who
from doccheck.model.result import Outcome

Sort = Literal["seal", "signature"]

NAMES = {"seal": "盖章", "signature": "签字"}
BEST_FIRST = ("present", "unclear", "absent")


class Marked(Params):
    """SIG01, SIG02. The documents to be marked, whose mark it is, which sorts will do."""

    documents: tuple[str, ...] = Field(min_length=1)
    whose: Who = "enterprise"
    any_of: tuple[Sort, ...] = ()


@check("SIG01", Marked)
def seal_present(view: View, params: Marked) -> Iterator[Outcome]:
    """Answer for each document whether the seal, or what may stand for it, is there."""
    yield from _each(view, params, "SIG01", params.any_of or ("seal",))


@check("SIG02", Marked)
def signature_present(view: View, params: Marked) -> Iterator[Outcome]:
    """Answer for each document whether the signature, or what may stand for it, is there."""
    yield from _each(view, params, "SIG02", params.any_of or ("signature",))


def _each(view: View, params: Marked, rule: str, sorts: tuple[Sort, ...]) -> Iterator[Outcome]:
    for key in params.documents:
        try:
            yield _marked(view, key, params.whose, rule, sorts)
        except NotFoundError as missing:  # the other documents are looked at all the same
            yield unchecked(missing)


def _marked(view: View, key: str, whose: Who, rule: str, sorts: tuple[Sort, ...]) -> Outcome:
    copies = {d.id: d for d in view.filled_in(key)}
    title = view.program.document(key).title
    places = [
        m
        for sort in sorts
        for m in view.marks(key, sort)
        if m.document in copies and m.who == whose
    ]
    values = {
        "document": title,
        "mark": "或".join(NAMES[s] for s in sorts),
        "file": "、".join(dict.fromkeys(d.file for d in copies.values())),
        "pictures": str(sum(len(d.pictures) for d in copies.values())),
    }
    search = view.search(tuple(copies.values()))
    if not places:
        evidence = tuple(view.cite(d) for d in copies.values())
        return Outcome("review", f"{rule}.no_place", title, values, key, evidence, search)
    best = min(places, key=lambda m: BEST_FIRST.index(m.state))
    status, words = _judge(best, places, copies)
    if words == "absent":  # seen in the picture of the page: no character's reading bears on it
        search = dataclasses.replace(search, by_ocr=False)
    evidence = tuple(m.evidence for m in ([best] if best.state == "present" else places))
    floor = 0.0 if status == "review" else CERTAIN
    return Outcome(
        status, f"{rule}.{words}", title, values, key, evidence, search, floor=floor
    )  # fmt: skip


def _judge(
    best: Mark, places: list[Mark], copies: dict[str, LogicalDocument]
) -> tuple[Literal["pass", "fail", "review"], str]:
    """Tell what the likeliest of the places says of the document."""
    if best.state == "present":
        return ("pass", "there") if best.evidence.certain else ("review", "pictured")
    if best.state == "absent" and all(copies[m.document].text_source != "native" for m in places):
        return "fail", "absent"
    if all(copies[m.document].text_source != "native" for m in places):
        return "review", "scanned"
    held = any(copies[m.document].pictures for m in places)
    return "review", "elsewhere" if held else "unclear"
