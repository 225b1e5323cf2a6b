"""ELI10: who recommends: a body on the notice's list, the order of recommendation given."""

import re
from collections.abc import Iterator, Sequence
from typing import Self

from pydantic import model_validator

from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.document import walk_paragraphs
from doccheck.model.places import Evidence
from doccheck.model.result import Outcome
from doccheck.text.normalise import key

LAST_LINES = 8  # lines at a letter's end in which its sender stands
BODY = re.compile(
    r"[\u4e00-\u9fff]{2,16}?(?:工业和信息化局|工信局|经济发展局|经发局|发展改革局|改革发展局|科技和工信局"
    r"|行业协会|工业协会|协会|促进会|管理委员会|管委会|街道办事处|街道|镇人民政府|人民政府)"
)
ORDER = re.compile(
    r"推荐顺序|排序|排名|顺序|第\s*[一二三四五六七八九十\d]{1,2}\s*(?:位|名|顺位|推荐)"
)
SHORT = (
    ("工业和信息化局", "工信局"),
    ("经济发展局", "经发局"),
    ("街道办事处", "街道"),
    ("镇人民政府", "镇"),
)
HIGHER = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,3}省)?(?:[\u4e00-\u9fff]{2,3}市)?(?=[\u4e00-\u9fff]{2,4}(?:区|市|县))"
)
"""What a district's body may leave out before its own name."""


class Recommended(Params):
    """ELI10. Where the recommendation stands (exactly one), and whether it must give an order."""

    field: str = ""
    document: str = ""
    order: bool = False

    @model_validator(mode="after")
    def one_place(self) -> Self:
        """Refuse neither and both."""
        if bool(self.field) == bool(self.document):
            raise ValueError("exactly one of field, document")
        return self


@check("ELI10", Recommended)
def recommending_body(view: View, params: Recommended) -> Iterator[Outcome]:
    """Answer whether a body on the list recommends, and gives its order where that is asked."""
    subject, lines = _lines(view, params)
    text = "\n".join(e.quote for e in lines)
    listed = [b for b in view.program.recommenders if _named(b, text)]
    others = list(dict.fromkeys(BODY.findall(text)))
    known = listed or ([] if view.program.recommenders else others)
    values = {
        "body": "、".join(known or others) or "—",
        "count": str(len(view.program.recommenders)),
        "document": subject,
        "file": lines[0].place.file if lines else "",
    }
    evidence = tuple(e for e in lines if any(_named(b, e.quote) for b in known or others))
    evidence = evidence or tuple(lines[:1])
    if not known:
        words = "ELI10.other" if others else "ELI10.no_body"
        yield Outcome("review", words, subject, values, evidence=evidence)
    elif params.order and not ORDER.search(text):
        yield Outcome("review", "ELI10.no_order", subject, values, evidence=evidence)
    else:
        yield Outcome("pass", "ELI10.listed", subject, values, evidence=evidence)


def _lines(view: View, params: Recommended) -> tuple[str, Sequence[Evidence]]:
    """Return what to call the place and the lines that stand there.

    Raises NotFoundError where the letter is not there; a blank opinion has no line.
    """
    if params.field:
        spec = view.program.field(params.field)
        readings = [r for r in view.readings(params.field) if r.state == "filled"]
        if not readings:
            evidence = tuple(r.evidence for r in view.readings(params.field))
            raise NotFoundError("common.no_field", spec.label, {"field": spec.label}, evidence)
        return spec.label, [_quoting(r.evidence, r.raw) for r in readings]
    title = view.program.document(params.document).title
    lines = [
        Evidence(p.place, p.text.strip(), confidence=p.confidence, document=d.id)
        for d in view.copies(params.document)
        for p in walk_paragraphs(d.blocks)
        if p.text.strip()
    ]
    return title, lines


def _quoting(evidence: Evidence, raw: str) -> Evidence:
    """Return evidence with the whole of what stands there."""
    return Evidence(
        evidence.place, raw, evidence.via, evidence.confidence, evidence.note, evidence.document
    )


def _named(body: str, text: str) -> bool:
    """Tell whether a text names a body, in full or as people shorten it."""
    folded = key(text)
    return any(key(form) in folded for form in _forms(body))


def _forms(body: str) -> set[str]:
    """Return the ways to write a body's name: whole, with 工信局, without the city above it."""
    forms = {body}
    for long, short in SHORT:
        forms |= {f.replace(long, short) for f in forms}
    return forms | {HIGHER.sub("", f, count=1) for f in forms}
