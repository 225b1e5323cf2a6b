"""Small builders of paragraphs, tables and documents, so that tests read as what they test."""

from datetime import date

from doccheck.model.document import Block, Cell, Document, Look, Page, Paragraph, Table
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Place
from doccheck.model.program import DocumentSpec, FieldSpec, Notice, Program, RuleSpec, SectionSpec

BODY = Look(size=12.0)


def para(text: str, number: str = "", level: int | None = None, **more: object) -> Paragraph:
    """A body paragraph; `bold`, `size`, `centred`, `page`, `break_before`, `role` as wanted."""
    look = Look(
        size=float(more.pop("size", 12.0)),  # type: ignore[arg-type]
        bold=bool(more.pop("bold", False)),
        centred=bool(more.pop("centred", False)),
    )
    page = more.pop("page", None)
    return Paragraph(
        text,
        Place("a.docx", page, anchor=f"paragraph[{text[:6]}]"),  # type: ignore[arg-type]
        number=number,
        level=level,
        look=look,
        role=more.pop("role", "body"),  # type: ignore[arg-type]
        page_break_before=bool(more.pop("break_before", False)),
    )


def table(rows: list[list[str | tuple[str, int, int]]], page: int | None = None) -> Table:
    """A table from rows of cells; a cell is text or (text, column span, row span).

    A square covered by a row span from above is left out of its row.
    """
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        col = 0
        for entry in row:
            text, span, down = entry if isinstance(entry, tuple) else (entry, 1, 1)
            while (r, col) in taken:
                col += 1
            taken |= {(r + i, col + j) for i in range(down) for j in range(span)}
            place = Place("a.docx", page, anchor=f"table[0].cell[{r},{col}]")
            blocks = tuple(Paragraph(t, place) for t in text.split("\n"))
            cells.append(Cell(r, col, blocks, place, down, span))
            col += span
    cols = max(c.col + c.col_span for c in cells)
    return Table(len(rows), cols, tuple(cells), Place("a.docx", page, anchor="table[0]"))


def document(*blocks: Block, pages: int = 0, unread: tuple[int, ...] = ()) -> Document:
    """A file; with `pages` it is a PDF of which `unread` pages are scans."""
    return Document(
        "a.pdf" if pages else "a.docx",
        "pdf" if pages else "docx",
        tuple(blocks),
        tuple(Page(n, 595, 842, "scan" if n in unread else "native") for n in range(1, pages + 1)),
    )


def logical(*blocks: Block, key: str = "case", kind: str = "case_report") -> LogicalDocument:
    return LogicalDocument("d1", "a.docx", kind, key, "标题", blocks=tuple(blocks))  # type: ignore[arg-type]


def program(
    documents: tuple[DocumentSpec, ...] = (),
    fields: tuple[FieldSpec, ...] = (),
    sections: tuple[SectionSpec, ...] = (),
    rules: tuple[RuleSpec, ...] = (),
) -> Program:
    return Program(
        id="test", title="测试标杆", recognise=("测试标杆",),
        notice=Notice(issuer="某局", title="通知", date=date(2023, 1, 1)),
        documents=documents or (DocumentSpec(key="case", kind="case_report", title="典型经验材料"),),
        fields=fields, sections=sections, rules=rules,
    )  # fmt: skip


def section(key: str, title: str, *aliases: str, parent: str = "", **more: object) -> SectionSpec:
    return SectionSpec(
        key=key,
        title=title,
        aliases=aliases,
        documents=("case",),
        parent=parent,
        **more,  # type: ignore[arg-type]
    )
