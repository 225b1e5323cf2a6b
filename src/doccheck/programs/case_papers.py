"""What a case tells of single papers: certificates, letters, seals, a score card's table."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from doccheck.model.document import Paragraph
from doccheck.model.dossier import LogicalDocument, Mark, MarkKind, MarkState
from doccheck.model.places import Evidence, Place
from doccheck.model.program import Program
from doccheck.model.scores import ScoreItem
from doccheck.model.seen import Seal, SealWords
from doccheck.programs.case_given import At, Given

PICTURED = 0.8  # what `understanding` gives a picture that nobody has read
STATES: dict[At, tuple[MarkState, float]] = {
    "read": ("present", 1.0),
    "pictured": ("present", PICTURED),
    "unclear": ("unclear", 1.0),
    "absent": ("absent", 1.0),
}
SUBTOTAL, TOTAL = "小计", "总分"
SUBTOTAL_AFTER = 3  # groups; the notice prints the subtotal behind the third


def paper_documents(program: Program, told: Given) -> tuple[LogicalDocument, ...]:
    """Return the files that a case adds, one document each."""
    return tuple(
        LogicalDocument(
            f"p{n}", name, program.document(paper.key).kind, paper.key, paper.title or name,
            blocks=tuple(
                Paragraph(line, Place(name, anchor=f"paragraph[{i}]"))
                for i, line in enumerate((paper.title, *paper.text.splitlines()))
                if line
            ),
            readable=bool(paper.text), text_source="native" if paper.text else "ocr",
        )
        for n, (name, paper) in enumerate(told.papers.items(), 1)
    )  # fmt: skip


def pressed(document: LogicalDocument, told: Given) -> Iterator[Mark]:
    """Yield the places for seal and signature of a document, with what stands there."""
    kinds: tuple[tuple[MarkKind, Mapping[str, At]], ...] = (
        ("seal", told.seals),
        ("signature", told.signatures),
    )
    for kind, at in kinds:
        if document.key in at:
            state, confidence = STATES[at[document.key]]
            place = Place(document.file, anchor=f"paragraph[{kind}]")
            evidence = Evidence(place, kind, confidence=confidence, document=document.id)
            words = told.seal_words.get(document.key, "") if kind == "seal" else ""
            read = (SealWords(words, 1.0),) * 2 if words else ()
            seals = (Seal(place, True, confidence, read),) if read else ()
            yield Mark(kind, document.id, kind, state, evidence, seals=seals)


def score_rows(program: Program, document: LogicalDocument, told: Given) -> Iterator[ScoreItem]:
    """Yield the rows of a score card's table in the notice's order."""
    card: Mapping[str, Any] = program.extra.get("score_card", {})
    if document.kind != "score_card" or not told.scores:
        return
    for n, group in enumerate(card["groups"], 1):
        for item in group["items"]:
            yield _row(document, told, item["name"], item.get("number"), item.get("points"))
        if n == SUBTOTAL_AFTER and SUBTOTAL in told.scores:
            yield _row(document, told, SUBTOTAL)
    yield _row(document, told, TOTAL)


def _row(
    document: LogicalDocument,
    told: Given,
    name: str,
    number: int | None = None,
    points: float | None = None,
) -> ScoreItem:
    score = told.scores.get(name)
    place = Place(document.file, anchor=f"score[{name}]")
    raw = "" if score is None else f"{score:g}"
    return ScoreItem(
        document.id, "subtotal" if name == SUBTOTAL else "total" if name == TOTAL else "item",
        name, "blank" if score is None else "filled",
        Evidence(place, f"{name} {raw}".strip(), "table", document=document.id), number,
        maximum=None if points is None else Decimal(str(points)),
        score=None if score is None else Decimal(raw), raw=raw,
    )  # fmt: skip
