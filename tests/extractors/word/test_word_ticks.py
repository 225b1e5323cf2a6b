"""Ticks and boxes, however they were made."""

from pathlib import Path

import pytest
from torture import cell, control, field, only, paragraph, read, row, run, shown, style, table


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0FD", "☒"),
        ("Wingdings", "F0A8", "□"),
        ("Wingdings", "F06F", "□"),
        ("Wingdings", "F06E", "■"),
        ("Wingdings", "F0FC", "√"),
        ("Wingdings", "F0FB", "✗"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "0052", "☑"),
        ("Wingdings 2", "F053", "☒"),
        ("Wingdings 2", "F054", "☒"),
        ("Wingdings 2", "F050", "√"),
        ("Wingdings 2", "F0A3", "□"),
        ("Segoe UI Symbol", "2611", "☑"),
        ("Segoe UI Symbol", "2610", "□"),
        ("MS Gothic", "2612", "☒"),
    ],
)
def test_a_symbol_is_read_by_its_font(tmp_path: Path, font: str, code: str, sign: str) -> None:
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert only(read(tmp_path, paragraph(symbol + run("是")))).text == sign + "是"


def test_a_letter_in_a_symbol_font_is_a_tick(tmp_path: Path) -> None:
    body = paragraph(run("R", fonts("Wingdings 2")) + run("是 ") + run("£", fonts("Wingdings 2")))
    assert only(read(tmp_path, body)).text == "☑是 □"


def test_a_private_character_in_a_symbol_font_is_a_tick(tmp_path: Path) -> None:
    body = paragraph(run("\uf0fe", fonts("Wingdings")) + run("是"))
    assert only(read(tmp_path, body)).text == "☑是"


def test_a_symbol_font_from_a_character_style_counts(tmp_path: Path) -> None:
    styles = style("t", "勾", f"<w:rPr>{fonts('Wingdings')}</w:rPr>", "character")
    body = paragraph(run("\u00fe", '<w:rStyle w:val="t"/>') + run("R"))
    assert only(read(tmp_path, body, styles=styles)).text == "☑R"


def test_chinese_in_a_symbol_font_is_left_alone(tmp_path: Path) -> None:
    assert only(read(tmp_path, paragraph(run("是√", fonts("Wingdings"))))).text == "是√"


@pytest.mark.parametrize(
    ("typed", "text"),
    [("☑是", "☑是"), ("☐否", "□否"), ("■是", "■是"), ("✔是", "√是"), ("✓是", "√是"),
     ("🗹是", "☑是"), ("●是", "●是"), ("【√】", "【√】"), ("✔\ufe0f是", "√是")],
)  # fmt: skip
def test_typed_ticks_are_brought_to_one_form(tmp_path: Path, typed: str, text: str) -> None:
    assert only(read(tmp_path, paragraph(typed))).text == text


def check_box(state: str) -> str:
    return f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'


@pytest.mark.parametrize(("state", "sign"), [("1", "☑"), ("true", "☑"), ("0", "□"), ("", "☑")])
def test_a_check_box_control_shows_its_state_not_its_glyph(
    tmp_path: Path, state: str, sign: str
) -> None:
    properties = check_box(state) if state else "<w14:checkbox><w14:checked/></w14:checkbox>"
    box = control(run("☒", fonts("MS Gothic")), properties)
    assert only(read(tmp_path, paragraph(box + run("是")))).text == sign + "是"


def test_a_check_box_control_may_hold_a_whole_cell(tmp_path: Path) -> None:
    body = table(row(control(cell("☒"), check_box("1")), cell("是")))
    assert shown(read(tmp_path, body)) == ["☑", "是"]


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        ('<w:default w:val="0"/>', "□"),
        ('<w:default w:val="1"/>', "☑"),
        ('<w:default w:val="0"/><w:checked/>', "☑"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "□"),
    ],
)
def test_a_form_check_box_shows_its_state(tmp_path: Path, state: str, sign: str) -> None:
    form = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
    body = paragraph(field("FORMCHECKBOX", "", form) + run("是"))
    assert only(read(tmp_path, body)).text == sign + "是"


@pytest.mark.parametrize(
    ("instruction", "sign"),
    [("EQ \\o\\ac(□,√)", "☑"), ("eq \\o\\ac(□,×)", "☒"), ("EQ \\o\\ac(○,3)", "③")],
)
def test_signs_laid_over_one_another_are_one_sign(
    tmp_path: Path, instruction: str, sign: str
) -> None:
    laid = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert only(read(tmp_path, paragraph(laid + run("是")))).text == sign + "是"
