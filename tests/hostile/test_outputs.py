"""What a submission says never steers a terminal, a browser or a spreadsheet, and calls nobody."""

import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from .makers import OFFICE, excel, said, word

CLEAN = Path(__file__).parents[2] / "fixtures" / "submissions" / "hunan-clean-folder" / "submission"
MARKUP = "<img src=x onerror=alert(1)>"
NAMES = (
    f"{MARKUP}.docx",
    "\x1b[31m红字\x1b]0;标题\x07.docx",
    "报告\u202efdp.docx",
    "=cmd|' \\C calc'!A0.docx",
    "+1+1.docx",
    "@SUM(1).docx",
    "[red]质量[_red].docx",
    "CON.docx",
    "${jndi}{{7*7}}{%raw%}.docx",
)
FORMULA = '=HYPERLINK("http://127.0.0.1/?"&amp;A1,"点这里")'


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports on a submission whose names and values are all attacks."""
    folder = tmp_path_factory.mktemp("hostile")
    submission = folder / "材料"
    shutil.copytree(CLEAN, submission)
    for name in NAMES:
        word(submission / name.replace("/", ""), said(f"申报单位：{FORMULA}") + said(MARKUP[1:-1]))
    outputs = [f"-o{folder / 'report'}{s}" for s in (".html", ".xlsx", ".md", ".json", ".docx")]
    command = [
        sys.executable, "-m", "doccheck", "check", str(submission), "--ocr", "off",
        "--program", "hunan-quality-2021", "--as-of", "2021-05-08", *outputs,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=False)
    (folder / "stdout").write_bytes(done.stdout)
    (folder / "stderr").write_bytes(done.stderr)
    assert done.returncode in (0, 1), done.stderr.decode()
    return folder


@pytest.mark.parametrize("stream", ["stdout", "stderr", "report.md", "report.html", "report.json"])
def test_nothing_steers_a_terminal_or_turns_the_writing(reports: Path, stream: str) -> None:
    text = (reports / stream).read_text("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_names_are_text_on_the_page(reports: Path) -> None:
    page = (reports / "report.html").read_text("utf-8")
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "49" not in re.findall(r"jndi\}(.{0,4})", page)


def test_markdown_holds_no_markup_of_theirs(reports: Path) -> None:
    assert not re.search(r"(?<!\\)<(img|script|a)\b", (reports / "report.md").read_text("utf-8"))


def test_no_cell_starts_a_formula(reports: Path) -> None:
    """What begins like one is a string, and marked so that it stays one when it is edited."""
    with zipfile.ZipFile(reports / "report.xlsx") as book:
        sheets = [book.read(n).decode() for n in book.namelist() if "worksheets/sheet" in n]
        strings = re.findall(r"<t[^>]*>([^<]*)", book.read("xl/sharedStrings.xml").decode())
        styles = re.search("<cellXfs.*</cellXfs>", book.read("xl/styles.xml").decode())
    assert styles is not None
    quoted = ['quotePrefix="1"' in style for style in re.findall("<xf [^>]*>", styles[0])]
    cells = [
        c
        for sheet in sheets
        for c in re.findall(r'<c r="\w+"(?: s="(\d+)")? t="s"><v>(\d+)', sheet)
    ]
    assert not any("<f>" in sheet or "<f " in sheet for sheet in sheets)
    dangerous = [
        (style, strings[int(at)]) for style, at in cells if re.match("[=+@\t-]", strings[int(at)])
    ]
    assert any(text.startswith("=") for _, text in dangerous)
    assert all(quoted[int(style or 0)] for style, _ in dangerous)


def test_names_that_hide_their_suffix_are_shown_whole(reports: Path) -> None:
    assert "报告�fdp.docx" in (reports / "stdout").read_text("utf-8")


# ---- nobody is called


class _Counting(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_HEAD = do_POST = do_GET  # noqa: N815


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server of this machine that notes every request."""
    handler = type("Handler", (_Counting,), {"asked": []})
    running = HTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}", handler.asked
    running.shutdown()
    running.server_close()


def test_nothing_is_fetched(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    url, asked = server
    folder = tmp_path / "材料"
    folder.mkdir()
    picture = (
        f'<Relationship Id="p" Type="{OFFICE}/image" Target="{url}/p.png" TargetMode="External"/>'
    )
    unc = picture.replace('"p"', '"u"').replace(f"{url}/p.png", "file://127.0.0.1/share/p.png")
    template = picture.replace('"p"', '"t"').replace("/image", "/attachedTemplate")
    blips = "".join(
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' r:link="{i}" r:embed="{i}"/></w:drawing></w:r></w:p>' for i in "pu"
    )  # fmt: skip
    word(folder / "远程图片.docx", blips + said("企业概况"), relations=picture + unc + template)
    word(folder / "远程定义.docx", said("甲"), f'<!DOCTYPE d SYSTEM "{url}/d.dtd">')
    excel(folder / "远程表.xlsx", f'<sheetData><row r="1"><c r="A1" t="str"><f>WEBSERVICE("{url}/f")'
          '</f><v>甲</v></c></row></sheetData>')  # fmt: skip
    page = f'<link rel=stylesheet href="{url}/c.css"><img src="{url}/i.png"><iframe src="{url}/f">'
    (folder / "远程网页.html").write_text(f"<html>{page}<script src='{url}/s.js'></script>企业概况")
    (folder / "远程图.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}/s"/>'
    )
    command = [
        sys.executable, "-m", "doccheck", "check", str(folder), "--ocr", "off", "--quiet",
        "--program", "hunan-quality-2021", f"-o{tmp_path / 'r.html'}", f"-o{tmp_path / 'r.docx'}",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert asked == []
    shown = (tmp_path / "r.html").read_text("utf-8")
    assert not re.search(r'(?:src|href)="(?:https?:|file:|//)', shown)
