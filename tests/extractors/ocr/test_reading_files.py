"""From files to documents with recognised pages: pipeline, cache, time, missing engines."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from doccheck import reading
from doccheck.cli.options import ocr_choice
from doccheck.errors import DoccheckError
from doccheck.extractors import isolated
from doccheck.extractors.ocr import engine as engines
from doccheck.extractors.ocr import recognise
from doccheck.extractors.ocr.choice import OFF, OcrChoice, cache_folder
from doccheck.extractors.ocr.engine import FoundLine, OcrLine
from doccheck.extractors.ocr.recognise import TOO_SLOW
from doccheck.model.files import SourceFile

QUAD = ((20.0, 20.0), (220.0, 20.0), (220.0, 52.0), (20.0, 52.0))


class Recorded:
    """An engine that always reads the same line, and counts."""

    name, version = "rapidocr", "recorded"

    def __init__(self) -> None:
        self.calls = 0

    def lines(self, _image: np.ndarray) -> list[OcrLine]:
        self.calls += 1
        return [OcrLine("质量标杆申报表", 0.99, QUAD)]

    def texts(self, crops: list[np.ndarray]) -> list[tuple[str, float]]:
        return [("", 0.0) for _ in crops]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Recorded:
    recorded = Recorded()
    monkeypatch.setattr(isolated, "APART", False)  # the stand-in is in this process
    monkeypatch.setitem(engines._LOADED, "rapidocr", recorded)
    return recorded


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A PDF of two pages that are pictures."""
    pages = []
    for shade in (0, 40):
        pixels = np.full((500, 400, 3), 255, np.uint8)
        pixels[20:52, 20:220] = shade
        pages.append(Pillow.fromarray(pixels))
    path = tmp_path / "装订本.pdf"
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=100)
    return path


def source(path: Path) -> SourceFile:
    kind, media = ("pdf", "application/pdf") if path.suffix == ".pdf" else ("image", "image/png")
    return SourceFile(path.name, path, path.stat().st_size, "", kind, media)  # type: ignore[arg-type]


def test_pages_of_a_scan_are_recognised(scan: Path, engine: Recorded) -> None:
    seen: list[str] = []
    ocr = OcrChoice("rapidocr")
    read = reading.read_files((source(scan),), 1, lambda _n, _of, what: seen.append(what), ocr)
    [document] = read.documents
    assert document.unread_pages == ()
    assert document.text.count("质量标杆申报表") == 2
    assert engine.calls == 2
    assert [s for s in seen if "第 2 页" in s]


def test_off_leaves_them_unread(scan: Path, engine: Recorded) -> None:
    [document] = reading.read_files((source(scan),), ocr=OFF).documents
    assert document.unread_pages == (1, 2)
    assert engine.calls == 0


def test_a_second_time_nothing_is_recognised_again(
    scan: Path, engine: Recorded, tmp_path: Path
) -> None:
    ocr = OcrChoice("rapidocr", tmp_path / "cache")
    first = reading.read_files((source(scan),), ocr=ocr)
    second = reading.read_files((source(scan),), ocr=ocr)
    assert engine.calls == 2
    assert first == second
    reading.read_files((source(scan),), ocr=replace(ocr, cache=None))
    assert engine.calls == 4


def test_a_picture_file_is_a_page(tmp_path: Path, engine: Recorded) -> None:
    pixels = np.full((500, 400), 255, np.uint8)
    pixels[30:42, 20:220] = 0
    Pillow.fromarray(pixels).save(tmp_path / "执照.png")
    [document] = reading.read_files(
        (source(tmp_path / "执照.png"),), ocr=OcrChoice("rapidocr")
    ).documents
    assert "质量标杆申报表" in document.text
    assert engine.calls == 1


def test_a_picture_that_cannot_be_opened_is_unreadable(tmp_path: Path, engine: Recorded) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG nothing")
    read = reading.read_files((source(tmp_path / "a.png"),), ocr=OcrChoice("rapidocr"))
    assert [f.status for f in read.files] == ["unreadable"]
    assert "图片" in read.files[0].reason
    assert engine.calls == 0


def test_a_page_that_takes_too_long_is_left(
    scan: Path, engine: Recorded, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def endless(*_: object) -> None:
        while True:
            engine.calls += 1

    monkeypatch.setattr(recognise, "read_scan", endless)
    ocr = OcrChoice("rapidocr", tmp_path / "cache", page_seconds=0.05)
    [document] = reading.read_files((source(scan),), ocr=ocr).documents
    assert document.unread_pages == (1, 2)
    assert f"第 1 页：{TOO_SLOW}" in document.problems
    assert not (tmp_path / "cache").exists()


class Paged(Recorded):
    """An engine that finds twenty lines on every page; the bar at its top tells which page it is.

    From the third page on they are the notes to accounts. Counts the lines that it reads.
    """

    def find(self, image: np.ndarray) -> list[FoundLine]:
        number = round(int((image[15, :, 0] < 128).sum()) / BAR)
        ends = {40.0 + 30 * n: 380.0 if n else 140.0 for n in range(20)}
        quads = [((20.0, y), (x, y), (x, y + 20), (20.0, y + 20)) for y, x in ends.items()]
        picture = np.full((1, 1, 3), number, np.uint8)
        return [FoundLine(quad, picture) for quad in quads]

    def read(self, found: list[FoundLine]) -> list[OcrLine]:
        self.calls += len(found)
        return [OcrLine(self._text(li), 0.99, li.quad) for li in found]

    def lines(self, image: np.ndarray) -> list[OcrLine]:
        return self.read(self.find(image))

    def _text(self, line: FoundLine) -> str:
        if line.quad[0][1] > 40:
            return "按照公允价值入账并计入当期损益的金额"
        page = int(line.picture[0, 0, 0])
        return "财务报表附注" if page == 3 else f"正文接上页{page}"


PAGES = 26
BAR = 8
"""Pixels that the bar grows by from page to page."""


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    """A PDF of pages that are pictures, full of text."""
    pages = []
    for number in range(1, PAGES + 1):
        pixels = np.full((700, 400, 3), 255, np.uint8)
        for top in range(40, 640, 30):
            for left in range(20, 380, 20):
                pixels[top : top + 12, left : left + 10] = 0
        pixels[10:20, : BAR * number] = 0
        pages.append(Pillow.fromarray(pixels))
    path = tmp_path / "装订本.pdf"
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=150)
    return path


@pytest.fixture
def paged(monkeypatch: pytest.MonkeyPatch) -> Paged:
    engine = Paged()
    monkeypatch.setattr(isolated, "APART", False)
    monkeypatch.setitem(engines._LOADED, "rapidocr", engine)
    return engine


def test_where_notes_go_on_pages_are_only_glanced_at(volume: Path, paged: Paged) -> None:
    [document] = reading.read_files(
        (source(volume),), ocr=OcrChoice("rapidocr", glance=True)
    ).documents
    assert [page.number for page in document.pages if page.glanced] == list(range(9, PAGES + 1))
    assert document.unread_pages == ()
    assert paged.calls < PAGES * 20 * 0.6


def test_unless_asked_to_every_page_is_read_in_full(volume: Path, paged: Paged) -> None:
    [document] = reading.read_files((source(volume),), ocr=OcrChoice("rapidocr")).documents
    assert not any(page.glanced for page in document.pages)
    assert paged.calls == PAGES * 20


@pytest.mark.usefixtures("paged")
def test_pages_glanced_at_are_read_in_full_when_wanted(volume: Path, tmp_path: Path) -> None:
    ocr = OcrChoice("rapidocr", tmp_path / "cache", glance=True)
    first = reading.read_files((source(volume),), ocr=ocr)
    wanted = ((volume.name, 12), (volume.name, 26))
    [document] = reading.read_further(first, wanted, replace(ocr, glance=False)).documents
    glanced = {page.number for page in document.pages if page.glanced}
    assert {12, 26} & glanced == set()
    assert 13 in glanced
    again = reading.read_files((source(volume),), ocr=ocr)
    assert again == first  # what was read in full since does not change the glance


def test_a_missing_tesseract_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import pytesseract

    def missing() -> None:
        raise pytesseract.TesseractNotFoundError

    monkeypatch.setattr(pytesseract, "get_tesseract_version", missing)
    with pytest.raises(DoccheckError) as trouble:
        ocr_choice("tesseract", no_cache=True)
    assert "apt-get install tesseract-ocr" in trouble.value.next_step
    assert trouble.value.exit_code == 2


def test_choices_of_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCCHECK_CACHE", "/somewhere")
    assert ocr_choice("off", no_cache=False) == OFF
    assert ocr_choice("auto", no_cache=False) == OcrChoice("rapidocr", Path("/somewhere"))
    assert ocr_choice("rapidocr", no_cache=True) == OcrChoice("rapidocr", None)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="XDG is for other systems")
def test_the_cache_lies_where_the_platform_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCCHECK_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/x/cache")
    assert cache_folder() == Path("/x/cache/doccheck")


def test_help_loads_no_imaging() -> None:
    show = (
        "import sys\nfrom doccheck.cli.app import main\n"
        "try:\n    main(['check', '--help'])\nexcept SystemExit:\n    pass\n"
        "print('MODULES', *sorted({n.partition('.')[0] for n in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("MODULES")[2].split())
    assert loaded & {"cv2", "numpy", "onnxruntime", "rapidocr", "PIL", "pytesseract"} == set()
