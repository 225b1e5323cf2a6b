"""Reading is fast enough to be done for every file of a stack."""

import time
from pathlib import Path

from torture import paragraph, run, source, style, write_word

from doccheck.extractors.word import read_word

ALLOWED_SECONDS = 0.15  # measured: 0.02 s; slack for loaded machines


def test_ten_thousand_characters_are_read_quickly(tmp_path: Path) -> None:
    bold = '<w:b/><w:sz w:val="24"/><w:rFonts w:ascii="宋体" w:hint="eastAsia"/>'
    body = "".join(
        paragraph("".join(run("质量管理标杆经验总结", bold) for _ in range(10))) for _ in range(100)
    )
    styles = "".join(style(f"s{i}", f"样式{i}", '<w:basedOn w:val="s0"/>') for i in range(300))
    file = source(write_word(tmp_path / "a.docx", body, styles=styles))
    taken = []
    for _ in range(3):
        start = time.process_time()
        document = read_word(file)
        taken.append(time.process_time() - start)
    assert len(document.text) > 10_000
    assert min(taken) < ALLOWED_SECONDS
