"""A row that begins a page right after a full last line (found on a generated lean form)."""

from pathlib import Path

from doccheck.model.document import Paragraph, Table

from .drawing import Drawing, read

FULL = "各部门对此已形成共识，并推广到其他工序和供应商，做法写入手册。"
HEADING = (
    "“标杆”典型案例（在管理体系建设、数字化、绿色集约、创新与人才",
    "管理等方面的实践，每个不少于千字）。",
)


def test_a_heading_on_the_next_page_is_a_paragraph_of_its_own(tmp_path: Path) -> None:
    drawing = Drawing()
    sides = [60.0, 60 + 12.0 * len(FULL) + 4]
    drawing.grid(sides, [72, 112, 700, 790])
    drawing.text(62, 100, "企业概况")
    for n in range(4):
        drawing.text(62, 716 + 20 * n, FULL)
    drawing.next_page()
    drawing.grid(sides, [72, 150])
    for n, text in enumerate((*HEADING, "推行之前，换型时间长。")):
        drawing.text(62, 88 + 20 * n, text)
    tables = [b for b in read(tmp_path, drawing).blocks if isinstance(b, Table)]
    cells = [c for t in tables for c in t.cells]
    said = [p.text for c in cells for p in c.blocks if isinstance(p, Paragraph)]
    assert "".join(HEADING) in said, said
