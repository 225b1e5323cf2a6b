"""The selectable engine for real, where tesseract is installed; its message where it is not."""

import shutil

import pytesseract
import pytest

from doccheck.errors import DoccheckError
from doccheck.extractors.ocr.tesseract import LANGUAGE, TesseractEngine
from doccheck.extractors.scanned import read_scan
from doccheck.text.normalise import key

from .drawing import DPI, bgr, draw_form, turned


def _missing() -> str:
    if shutil.which("tesseract") is None:
        return "没有安装 tesseract：apt-get install tesseract-ocr tesseract-ocr-chi-sim"
    return "" if LANGUAGE in pytesseract.get_languages() else f"tesseract 没有 {LANGUAGE}"


installed = pytest.mark.skipif(bool(_missing()), reason=_missing() or "-")


@installed
def test_a_skewed_form_is_read() -> None:
    reading = read_scan(turned(bgr(draw_form()), 1.0), DPI, TesseractEngine())
    text = key("".join(line.text for line in reading.lines))
    assert key("91320412MA1M9ABC5X") in text
    assert key("0519-86543210") in text
    assert key("愿意承担由此产生的法律责任") in text
    assert reading.rules  # the table is still there, though tesseract reads without its rules
    assert all(0 <= line.confidence <= 1 for line in reading.lines)


def test_without_the_program_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "/nowhere/tesseract")
    with pytest.raises(DoccheckError, match="tesseract") as caught:
        TesseractEngine()
    assert "tesseract-ocr-chi-sim" in caught.value.next_step
    assert "--ocr rapidocr" in caught.value.next_step


def test_without_simplified_chinese_the_message_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytesseract, "get_tesseract_version", lambda: "5.3.0")
    monkeypatch.setattr(pytesseract, "get_languages", lambda: ["eng", "osd"])
    with pytest.raises(DoccheckError, match="chi_sim"):
        TesseractEngine()
