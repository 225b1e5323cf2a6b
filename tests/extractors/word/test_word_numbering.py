"""Automatic numbers, as Word shows them."""

from pathlib import Path

import pytest
from torture import level, listed, numbering, only, paragraph, read, shown, style, styled

from doccheck.extractors.word.numerals import numeral
from doccheck.model.document import Document, Paragraph


def numbers(document: Document) -> list[str]:
    return [block.number for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("style_name", "values"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九"}),
        ("chineseCountingThousand", {10: "十", 15: "十五", 100: "一百", 101: "一百零一",
                                     110: "一百一十", 111: "一百一十一", 1001: "一千零一"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 30: "叁拾", 105: "壹佰零伍"}),
        ("ideographDigital", {1: "一", 10: "一〇", 23: "二三"}),
        ("ideographTraditional", {1: "甲", 2: "乙", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("japaneseCounting", {1: "一", 10: "十", 11: "十一", 25: "二十五", 100: "百"}),
        ("taiwaneseCounting", {3: "三", 10: "十", 22: "二十二"}),
        ("taiwaneseCountingThousand", {101: "一百零一"}),
        ("ideographLegalTraditional", {2: "貳", 10: "壹拾"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 51: "51"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalEnclosedFullstop", {2: "⒉"}),
        ("ideographEnclosedCircle", {1: "㊀"}),
        ("decimalFullWidth", {12: "１２"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerRoman", {9: "ix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
        ("lowerLetter", {2: "b"}),
        ("ordinal", {1: "1st", 12: "12th", 23: "23rd"}),
        ("numberInDash", {2: "- 2 -"}),
        ("none", {1: ""}),
        ("unheardOf", {7: "7"}),
    ],
)  # fmt: skip
def test_a_counter_is_written_in_its_format(style_name: str, values: dict[int, str]) -> None:
    assert {value: numeral(value, style_name) for value in values} == values


@pytest.mark.parametrize("style_name", ["chineseCounting", "upperRoman", "upperLetter", "ordinal"])
def test_every_format_takes_any_counter(style_name: str) -> None:
    for value in (-1, 0, 4000, 12_345, 100_000, 10**20):
        assert numeral(value, style_name)


@pytest.mark.parametrize(
    ("style_name", "pattern", "expected"),
    [
        ("chineseCountingThousand", "%1、", ["一、", "二、"]),
        ("chineseCountingThousand", "（%1）", ["（一）", "（二）"]),
        ("chineseCounting", "第%1章", ["第一章", "第二章"]),
        ("decimal", "%1.", ["1.", "2."]),
        ("decimal", "%1 ", ["1", "2"]),
        ("decimalEnclosedCircle", "%1", ["①", "②"]),
    ],
)
def test_numbers_follow_the_pattern(
    tmp_path: Path, style_name: str, pattern: str, expected: list[str]
) -> None:
    body = listed("甲") + paragraph("间") + listed("乙")
    document = read(tmp_path, body, numbering=numbering(level(0, style_name, pattern)))
    assert numbers(document) == [expected[0], "", expected[1]]


def test_the_number_is_shown_but_is_no_text(tmp_path: Path) -> None:
    lists = numbering(level(0, "chineseCounting", "%1、"))
    found = only(read(tmp_path, listed("企业概况"), numbering=lists))
    assert (found.text, found.shown) == ("企业概况", "一、企业概况")


LEGAL = (
    level(0, "chineseCounting", "第%1章"),
    level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    level(2, "lowerLetter", "%1.%2.%3"),
)


def test_deeper_levels_repeat_the_upper_ones_and_restart(tmp_path: Path) -> None:
    body = "".join(listed("文", n) for n in (0, 1, 1, 2, 0, 1, 2))
    document = read(tmp_path, body, numbering=numbering(*LEGAL))
    assert numbers(document) == ["第一章", "1.1", "1.2", "一.2.a", "第二章", "2.1", "二.1.a"]


def test_a_level_never_used_counts_as_its_start(tmp_path: Path) -> None:
    document = read(tmp_path, listed("文", 1), numbering=numbering(*LEGAL))
    assert numbers(document) == ["1.1"]


def test_a_level_may_go_on_counting_past_the_upper_one(tmp_path: Path) -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'))
    body = "".join(listed("文", n) for n in (0, 1, 0, 1))
    assert numbers(read(tmp_path, body, numbering=numbering(*levels))) == ["1", "1", "2", "2"]


def test_a_list_may_start_elsewhere(tmp_path: Path) -> None:
    lists = numbering(level(0, "chineseCounting", "%1、", start=3))
    assert numbers(read(tmp_path, listed("文") + listed("文"), numbering=lists)) == ["三、", "四、"]


TWO_NUMS = (
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>{override}</w:num>'
)


def test_two_lists_of_one_definition_count_on(tmp_path: Path) -> None:
    lists = numbering(level(0, "decimal", "%1."), nums=TWO_NUMS.format(override=""))
    body = listed("文") + listed("文", num_id=2) + listed("文")
    assert numbers(read(tmp_path, body, numbering=lists)) == ["1.", "2.", "3."]


def test_an_override_restarts_the_count_once(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering(level(0, "decimal", "%1."), nums=TWO_NUMS.format(override=override))
    body = listed("文") + listed("文", num_id=2) + listed("文", num_id=2)
    assert numbers(read(tmp_path, body, numbering=lists)) == ["1.", "5.", "6."]


def test_an_override_may_replace_a_level(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "chineseCounting", "%1、")}</w:lvlOverride>'
    lists = numbering(level(0, "decimal", "%1."), nums=TWO_NUMS.format(override=override))
    assert numbers(read(tmp_path, listed("文", num_id=2), numbering=lists)) == ["一、"]


def test_a_bullet_is_a_dot(tmp_path: Path) -> None:
    lists = numbering(
        level(0, "bullet", "\uf06e", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')
    )
    assert numbers(read(tmp_path, listed("文"), numbering=lists)) == ["•"]


def test_a_bullet_that_is_a_ticked_box_stays_one(tmp_path: Path) -> None:
    lists = numbering(
        level(0, "bullet", "\uf0fe", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')
    )
    assert numbers(read(tmp_path, listed("文"), numbering=lists)) == ["☑"]


def test_an_empty_numbered_paragraph_is_counted_and_an_empty_bullet_left_out(
    tmp_path: Path,
) -> None:
    lists = numbering(level(0, "decimal", "%1."), level(1, "bullet", "•"))
    body = listed("") + listed("", 1) + listed("文")
    assert shown(read(tmp_path, body, numbering=lists)) == ["1.", "2.文"]


IN_LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'


def test_a_style_may_number_and_its_heirs_too(tmp_path: Path) -> None:
    styles = style("a", "条", f"<w:pPr>{IN_LIST}</w:pPr>") + style(
        "b", "款", '<w:basedOn w:val="a"/>'
    )
    document = read(
        tmp_path,
        styled("文", "a") + styled("文", "b"),
        styles=styles,
        numbering=numbering(level(0, "decimal", "%1.")),
    )
    assert numbers(document) == ["1.", "2."]


def test_list_zero_switches_numbering_off(tmp_path: Path) -> None:
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    styles = style("a", "条", f"<w:pPr>{IN_LIST}</w:pPr>") + style(
        "b", "款", f'<w:basedOn w:val="a"/><w:pPr>{off}</w:pPr>'
    )
    body = styled("文", "a") + styled("文", "a", off) + styled("文", "b") + styled("文", "a")
    lists = numbering(level(0, "decimal", "%1."))
    assert numbers(read(tmp_path, body, styles=styles, numbering=lists)) == ["1.", "", "", "2."]


def test_headings_are_linked_to_levels_of_one_list(tmp_path: Path) -> None:
    styles = style("1", "heading 1", f"<w:pPr>{IN_LIST}</w:pPr>") + style(
        "2", "heading 2", f"<w:pPr>{IN_LIST}</w:pPr>"
    )
    lists = numbering(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>'),
    )
    body = styled("总", "1") + styled("分", "2") + styled("分", "2") + styled("总", "1")
    document = read(tmp_path, body, styles=styles, numbering=lists)
    assert numbers(document) == ["一、", "（一）", "（二）", "二、"]


def test_a_paragraph_may_choose_another_level_of_its_styles_list(tmp_path: Path) -> None:
    styles = style("a", "条", f"<w:pPr>{IN_LIST}</w:pPr>")
    lists = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    body = styled("文", "a") + styled("文", "a", '<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    assert numbers(read(tmp_path, body, styles=styles, numbering=lists)) == ["1.", "a)"]


def test_a_list_may_be_defined_by_a_numbering_style(tmp_path: Path) -> None:
    styles = style("L", "列表", f"<w:pPr>{IN_LIST}</w:pPr>", "numbering")
    lists = numbering(level(0, "chineseCounting", "%1、")) + (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
    )
    document = read(tmp_path, listed("文", num_id=3), styles=styles, numbering=lists)
    assert numbers(document) == ["一、"]


def test_a_newer_number_format_has_an_older_fallback(tmp_path: Path) -> None:
    newer = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="chineseCounting"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
    )
    assert numbers(read(tmp_path, listed("文"), numbering=numbering(newer))) == ["一、"]


def test_an_unknown_list_numbers_nothing(tmp_path: Path) -> None:
    assert numbers(read(tmp_path, listed("文", num_id=9))) == [""]


def test_a_deleted_paragraph_is_not_counted(tmp_path: Path) -> None:
    gone = paragraph("<w:del/>", f"{IN_LIST}<w:rPr><w:del/></w:rPr>")
    lists = numbering(level(0, "decimal", "%1."))
    assert shown(read(tmp_path, listed("甲") + gone + listed("乙"), numbering=lists)) == [
        "1.甲", "2.乙",
    ]  # fmt: skip
