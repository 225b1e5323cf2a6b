"""Old presentations (.ppt) are read where LibreOffice is; elsewhere the report says what to do."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from doccheck.extractors.read import ReadingTrouble, read_file
from doccheck.intake.sniff import sniff
from doccheck.model.document import Document, Paragraph
from doccheck.model.files import SourceFile

ODF = "urn:oasis:names:tc:opendocument:xmlns"
FLAT = f"""<office:document xmlns:office="{ODF}:office:1.0" xmlns:draw="{ODF}:drawing:1.0"
 xmlns:text="{ODF}:text:1.0" xmlns:svg="{ODF}:svg-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body>
<office:presentation>{{}}</office:presentation></office:body></office:document>"""
SLIDE = """<draw:page><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="3cm">
<draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame></draw:page>"""


def source(path: Path) -> SourceFile:
    file_format, media_type = sniff(path)
    return SourceFile(path.name, path, path.stat().st_size, "", file_format, media_type)


NEW = "http://schemas.openxmlformats.org/drawingml/2006/main"
STAND_IN = """#!{python}
import sys, zipfile
out = sys.argv[sys.argv.index("--outdir") + 1]
assert sys.argv[sys.argv.index("--convert-to") + 1] == "pptx" and sys.argv[-1].endswith(".ppt")
__import__("os").makedirs(out)
with zipfile.ZipFile(out + "/file.pptx", "w") as made:
    made.writestr("[Content_Types].xml", "<x/>")
    for n, text in enumerate(("经验总结", "主要做法"), 1):
        slide = '<p:sld xmlns:p="p" xmlns:a="{a}"><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:sld>'
        made.writestr("ppt/slides/slide%d.xml" % n, slide % text)
"""


def office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> SourceFile:
    """Put a stand-in for LibreOffice on the path; return an old presentation."""
    program = folder / "soffice"
    program.write_text(script.format(python=sys.executable, a=NEW), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    old = folder / "经验汇报.ppt"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    return SourceFile(old.name, old, 4, "", "ppt", "")


def told(document: object) -> list[tuple[str, bool]]:
    assert isinstance(document, Document), document
    slides = [b for b in document.blocks if isinstance(b, Paragraph)]
    assert document.file_format == "ppt"
    assert any("LibreOffice" in problem for problem in document.problems)
    return [(b.text, b.page_break_before) for b in slides]


IN_ORDER = [("经验总结", False), ("主要做法", True)]


def test_old_slides_are_converted_and_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(read_file(office(tmp_path, STAND_IN, monkeypatch))) == IN_ORDER


def test_a_conversion_without_result_says_what_may_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = read_file(office(tmp_path, "#!/bin/sh\nexit 0\n", monkeypatch))
    assert isinstance(trouble, ReadingTrouble)
    assert "Impress" in trouble.reason and "另存为 .pptx" in trouble.reason


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_itself_converts_old_slides(tmp_path: Path) -> None:
    flat = tmp_path / "经验汇报.fodp"
    flat.write_text(FLAT.format(SLIDE.format("经验总结") + SLIDE.format("主要做法")), "utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    made = [*command, "--convert-to", "ppt", "--outdir", str(tmp_path), str(flat)]
    subprocess.run(made, check=True, capture_output=True, timeout=120)
    old = tmp_path / "经验汇报.ppt"
    if not old.exists():
        pytest.skip("LibreOffice Impress is not installed")
    assert told(read_file(source(old))) == IN_ORDER


def test_without_libreoffice_old_slides_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    old = tmp_path / "a.ppt"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    trouble = read_file(SourceFile("a.ppt", old, 4, "", "ppt", ""))
    assert isinstance(trouble, ReadingTrouble)
    assert "LibreOffice" in trouble.reason and "另存为 .pptx 或 PDF" in trouble.reason
