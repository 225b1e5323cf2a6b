"""Places for seals, signatures and dates, and what stands in them.

A picture pasted at the place is a mark: surely so where its pixels are those of a red seal or of
ink, with doubt otherwise. An empty place in a Word or digital PDF file is `unclear`: the paper may
bear a seal that the file does not. Only a date can be told for certain from text.
"""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass

from doccheck.model.document import Block, Cell, Paragraph, Table
from doccheck.model.dossier import LogicalDocument, Mark, MarkKind
from doccheck.model.places import Evidence
from doccheck.model.program import Who
from doccheck.text import dates, normalise
from doccheck.understanding.grid import LARGEST_FORM
from doccheck.understanding.pictured import looks_like, pictures_at
from doccheck.understanding.scanned_marks import looked_at_scan, on_scan, surely_undated

RECOMMENDER = re.compile(
    r"推荐(?!表|书)|初审|审核|审查|工信局|经信|经发局|工业和信息化|主管部门|专班|街道|平台|镇\(|意见|评审"
)
APPLICANT = re.compile(
    r"申报(?:单位|企业)|申请(?:单位|企业)|企业名称|企业\(|单位名称|承诺|法定代表人|法人代表"
)
SEAL = re.compile(r"\((?:企业|单位|加)?(?:盖章|公章|签章|盖公章|章)\)|盖章|公章")
SIGNATURE = re.compile(r"签字|签名|签章|\(签\)")
SIGNING = re.compile(r"盖章|公章|签章|签字|签名|意见|日期|承诺|\(章\)")
WITH_DATE = frozenset({"commitment_letter"})
"""Kinds that always bear a date: without any place for one, it is absent."""
LINES_ABOVE = 4  # lines above a date that may still say whose it is
LONGEST_PLACE = 120  # characters; a longer paragraph is text that mentions a seal
PIXELS_TELL = 0.96  # a red round picture at the place for a seal is one; whose, nobody has read
UNSEEN = 0.8  # a day that was not read on a scan may stand there all the same
PICTURE_DOUBT = 0.8  # another pasted picture is likely the mark, but nobody has looked at it
QUOTE = 60


@dataclass(frozen=True, slots=True)
class _Spot:
    """A paragraph with the words around it that tell whose place it is, the nearest first."""

    paragraph: Paragraph
    around: tuple[str, ...]
    in_cell: bool = False


def read_marks(document: LogicalDocument) -> tuple[Mark, ...]:
    """Return the places for marks of a readable document, in order."""
    spots = [s for s in _spots(document) if s.paragraph.text.strip()]
    found = [m for s in spots for m in _marks_at(document, s)]
    taken = frozenset(m.evidence.place.anchor for m in found)
    found = looked_at_scan(document, [_looked_at(document, m, taken) for m in found])
    if document.kind in WITH_DATE and not any(m.kind == "date" for m in found):
        found.append(_no_date(document))
    return tuple(found)


def _spots(document: LogicalDocument) -> Iterator[_Spot]:
    blocks = document.blocks
    for i, block in enumerate(blocks):
        if isinstance(block, Table):
            for cell in block.cells if len(block.cells) <= LARGEST_FORM else ():
                around = _cell_words(block, cell)
                yield from (_Spot(p, around, in_cell=True) for p in cell.paragraphs)
        elif block.role in ("body", "text_box"):
            yield _Spot(block, _nearby(blocks, i))


def _cell_words(table: Table, cell: Cell) -> tuple[str, ...]:
    left = table.at(cell.row, cell.col - 1) if cell.col else None
    label = left.text if left is not None and len(left.text) <= LONGEST_PLACE else ""
    return (normalise.key(cell.text), normalise.key(label))


def _nearby(blocks: tuple[Block, ...], i: int) -> tuple[str, ...]:
    before = [b.text for b in blocks[max(0, i - LINES_ABOVE) : i] if isinstance(b, Paragraph)]
    return tuple(normalise.key(t) for t in reversed(before) if len(t) <= LONGEST_PLACE)


def _marks_at(document: LogicalDocument, spot: _Spot) -> Iterator[Mark]:
    text = spot.paragraph.text
    folded = normalise.key(text)
    if len(folded) > LONGEST_PLACE:
        return
    recommender = _is_recommenders((folded, *spot.around))
    for kind, look in (("seal", SEAL), ("signature", SIGNATURE)):
        if look.search(folded):
            yield _place_for(document, spot, kind, recommender)  # type: ignore[arg-type]
    yield from _date_at(document, spot, folded, recommender)


def _is_recommenders(words: tuple[str, ...]) -> bool:
    """Tell whose place it is by the nearest words that say so; the applicant's if none do."""
    for near in words:
        if APPLICANT.search(near):
            return False
        if RECOMMENDER.search(near):
            return True
    return False


def _place_for(document: LogicalDocument, spot: _Spot, kind: MarkKind, recommender: bool) -> Mark:
    """Return a place for a seal or signature, not looked at yet."""
    words = normalise.clean(spot.paragraph.text)[:QUOTE]
    confidence = spot.paragraph.confidence
    evidence = Evidence(spot.paragraph.place, words, "native", confidence, document=document.id)
    who: Who = "recommender" if recommender else "enterprise"
    return Mark(kind, document.id, words, "unclear", evidence, who)


def _looked_at(document: LogicalDocument, mark: Mark, taken: frozenset[str]) -> Mark:
    """Return a mark's place with what its pictures show: surely there, perhaps, or not told."""
    if mark.kind == "date" or on_scan(mark):
        return mark
    place = mark.evidence.place
    like = [p for p in pictures_at(place, document, frozenset()) if looks_like(p, mark.kind)]
    if like:
        confidence = PIXELS_TELL
    elif any(not p.appearance for p in pictures_at(place, document, taken)):
        confidence = PICTURE_DOUBT
    else:
        return mark
    evidence = dataclasses.replace(mark.evidence, via="pixels", confidence=confidence)
    seals = tuple(s for s in document.seen.seals if any(s.place == p.place for p in like))
    return dataclasses.replace(
        mark, state="present", evidence=evidence, seals=seals if mark.kind == "seal" else ()
    )


def _date_at(
    document: LogicalDocument, spot: _Spot, folded: str, recommender: bool
) -> Iterator[Mark]:
    text = normalise.clean(spot.paragraph.text)
    reading = dates.parse_date(text)
    blank = dates.is_blank_date(text) or bool(re.search(r"年月日\.?$", folded))
    alone = reading is not None and len(normalise.key(reading.raw)) >= len(folded) - ROOM_BESIDE
    labelled = reading is not None and bool(re.search(r"(日期|时间|年月日)[:：]", folded))
    if not blank and not alone and not labelled:
        return
    if spot.in_cell and not any(SIGNING.search(near) for near in spot.around):
        return  # a date that the form asks for (起止时间), not the day of signing
    confidence = spot.paragraph.confidence
    evidence = Evidence(
        spot.paragraph.place, text[:QUOTE], confidence=confidence, document=document.id
    )
    who: Who = "recommender" if recommender else "enterprise"
    if reading is None or (blank and reading.value is None):
        yield Mark("date", document.id, "日期", "absent", evidence, who)
        return
    exact = reading.precision == "day" and reading.real and not reading.doubtful
    told = reading.precision == "day" and not reading.doubtful
    yield Mark(
        "date", document.id, "日期", "present" if told else "unclear",
        evidence, who, reading.value.isoformat() if exact and reading.value else reading.raw,
        reading.value if exact else None, reading.real,
    )  # fmt: skip


ROOM_BESIDE = (
    12  # characters beside a date that still leave it the line's main matter: 日期：, 盖章
)


def _no_date(document: LogicalDocument) -> Mark:
    last = next(
        (b for b in reversed(document.blocks) if isinstance(b, Paragraph) and b.text.strip()), None
    )
    place = last.place if last is not None else document.blocks[-1].place
    quote = normalise.clean(last.text)[:QUOTE] if last is not None else ""
    sure = document.text_source == "native" or surely_undated(document)
    evidence = Evidence(place, quote, confidence=1.0 if sure else UNSEEN, document=document.id)
    return Mark("date", document.id, "日期", "absent", evidence)
