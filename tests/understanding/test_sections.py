import dataclasses

from blocks import logical, para, program, section, table

from doccheck.understanding.sections import read_sections

PROFILE = section("profile", "企业概况")
PRACTICE = section("practice", "申报“质量标杆”的典型经验")
BACKGROUND = section("background", "导入或自主探索该标杆经验的背景", parent="practice")
PROCESS = section("process", "实施过程和主要内容", parent="practice")
LESSONS = section("lessons", "应用该方法的主要经验和体会", "经验体会", parent="practice")
ALL = program(sections=(PROFILE, PRACTICE, BACKGROUND, PROCESS, LESSONS))
LONG = "公司成立于二〇一〇年，主要产品为智能水表和压力变送器，客户遍及华东和华中地区，质量管理体系有效运行，员工三百余人，年销售收入两亿元。"


def by_key(*blocks, programme=ALL):
    return {s.key: s for s in read_sections(logical(*blocks), programme) if s.key}


def whole(*blocks, programme=ALL):
    return next(s for s in read_sections(logical(*blocks), programme) if s.level == -1)


def test_headings_by_style_bound_their_sections():
    found = by_key(
        para("甲公司追溯实践经验"),
        para("企业概况", level=1), para(LONG),
        para("申报“质量标杆”的典型经验", level=1),
        para("实施过程和主要内容", level=2), para(LONG), para(LONG),
    )  # fmt: skip
    assert found["profile"].text == LONG
    assert found["process"].text == f"{LONG}\n{LONG}"
    assert found["practice"].text.startswith("实施过程和主要内容")


def test_typed_numbers_make_headings_where_no_style_does():
    found = by_key(
        para("甲公司追溯实践经验"),
        para("一、企业概况"), para(LONG),
        para("二、申报“质量标杆”的典型经验"),
        para("1.导入或自主探索该标杆经验的背景"), para(LONG),
        para("2.实施过程和主要内容"), para(LONG),
    )  # fmt: skip
    assert set(found) == {"profile", "practice", "background", "process"}
    assert found["background"].text == LONG


def test_an_automatic_number_is_not_counted_a_typed_one_is():
    automatic = whole(para("企业概况", number="一、", level=1), para("公司很好。"))
    typed = whole(para("一、企业概况", level=1), para("公司很好。"))
    assert typed.count.words - automatic.count.words == 2


def test_a_list_that_starts_anew_inside_a_section_does_not_end_it():
    found = by_key(
        para("1.企业概况"), para(LONG),
        para("2.导入或自主探索该标杆经验的背景"), para(LONG),
        para("1.成立领导小组"), para(LONG),
        para("2.制定实施方案"), para(LONG),
        para("3.实施过程和主要内容"), para(LONG),
    )  # fmt: skip
    assert "制定实施方案" in found["background"].text
    assert found["process"].text == LONG


def test_a_heading_with_other_words_of_the_same_meaning_is_found_through_an_alias():
    found = by_key(para("企业概况", level=1), para(LONG), para("三、经验体会", level=1), para(LONG))
    assert found["lessons"].text == LONG


def test_a_required_heading_on_the_wrong_level_still_ends_the_section_before_it():
    found = by_key(
        para("企业概况", level=1), para(LONG),
        para("申报“质量标杆”的典型经验", level=2), para(LONG),
    )  # fmt: skip
    assert found["profile"].text == LONG


def test_required_parts_written_on_their_parents_level_belong_to_it():
    found = by_key(
        para("一、企业概况"), para(LONG),
        para("二、申报“质量标杆”的典型经验"), para("总述一句，详见以下各部分所写的内容。"),
        para("三、导入或自主探索该标杆经验的背景"), para(LONG),
    )  # fmt: skip
    assert LONG in found["practice"].text


def test_a_bare_bold_title_is_a_heading():
    found = by_key(
        para("企业概况", bold=True), para(LONG),
        para("实施过程和主要内容", bold=True), para(LONG),
    )  # fmt: skip
    assert found["profile"].text == LONG


def test_a_sentence_that_mentions_the_title_is_no_heading():
    found = by_key(
        para("一、公司介绍"), para("企业概况如下所述，公司创立于1998年，注册资本一亿元。" + LONG)
    )
    assert "profile" not in found


def test_tables_and_captions_count_and_the_title_does_not():
    text = whole(
        para("附件4"), para("甲公司追溯实践经验", centred=True, size=16.0),
        para("企业概况", level=1), para("公司很好。"),
        table([["指标", "2020"], ["合格率", "99%"]]),
        para("图1 趋势", role="caption"), para("第 3 页", role="page_number"),
    )  # fmt: skip
    assert text.count.words == 4 + 5 + 2 + 1 + 3 + 1 + 2 + 2  # 图1 趋势: 图, 1, 趋, 势


def test_a_section_missing_from_the_text_is_not_invented():
    found = by_key(para("企业概况", level=1), para(LONG), para("附录", level=1), para(LONG))
    assert "practice" not in found


def test_a_somewhat_alike_heading_in_the_right_gap_is_taken_with_doubt():
    found = by_key(
        para("企业概况", level=1), para(LONG),
        para("申报“质量标杆”的典型经验", level=1),
        para("导入或自主探索该标杆经验的背景", level=2), para(LONG),
        para("具体实施过程与做法", level=2), para(LONG),
        para("应用该方法的主要经验和体会", level=2), para(LONG),
    )  # fmt: skip
    assert found["process"].evidence.confidence < 0.95


def test_a_form_cell_that_begins_with_the_title_is_a_section_without_its_instruction():
    spec = section("profile", "企业概况及开展工作的基本情况", in_cell=True)
    sheet = table(
        [
            ["企业名称", "甲公司"],
            [("企业概况及开展工作的基本情况（500字以内，可另附页）\n公司很好。", 2, 1)],
        ]
    )
    found = by_key(sheet, programme=program(sections=(spec,)))
    assert found["profile"].count.words == 5


def test_an_instruction_whose_bracket_was_not_read_is_no_text_of_the_section():
    spec = section("profile", "企业概况及开展工作的基本情况", in_cell=True)
    sheet = table([[("企业概况及开展工作的基本情况（500字以内，可另附页。\n详见附页", 2, 1)]])
    found = by_key(sheet, programme=program(sections=(spec,)))
    assert found["profile"].text.strip() == "详见附页"


def test_an_instruction_that_a_scan_breaks_into_paragraphs_is_no_text():
    spec = section("profile", "企业概况及开展工作的基本情况", in_cell=True)
    broken = "企业概况及开展工作的基本情况（介绍企业规模、产品和\n市场；可另附页）。\n公司很好。"
    found = by_key(table([[(broken, 2, 1)]]), programme=program(sections=(spec,)))
    assert found["profile"].text.strip() == "公司很好。"


def test_a_bracket_that_is_never_closed_swallows_no_text():
    spec = section("profile", "企业概况及开展工作的基本情况", in_cell=True)
    text = "企业概况及开展工作的基本情况（介绍企业\n公司很好。\n产品销往各地。"
    found = by_key(table([[(text, 2, 1)]]), programme=program(sections=(spec,)))
    assert "公司很好。" in found["profile"].text


def test_cases_in_one_cell_are_told_apart():
    spec = section("case", "典型案例", in_cell=True, many=True)
    sheet = table(
        [["典型案例（每篇不少于1000字）\n案例一：班组管理\n内容甲。\n案例二：设备管理\n内容乙。"]]
    )
    found = [s for s in read_sections(logical(sheet), program(sections=(spec,))) if s.key == "case"]
    assert [s.text.split("\n")[-1] for s in found] == ["内容甲。", "内容乙。"]


def test_numbers_of_one_level_but_another_shape_nest_as_they_appear():
    found = by_key(
        para("1.企业概况"), para(LONG),
        para("2.申报“质量标杆”的典型经验"),
        para("（1）导入或自主探索该标杆经验的背景"), para("1）起步"), para(LONG), para("2）成长"), para(LONG),
        para("（2）实施过程和主要内容"), para(LONG),
    )  # fmt: skip
    assert found["background"].text.endswith(f"2）成长\n{LONG}")
    assert found["process"].text == LONG


def test_parts_numbered_by_words_hold_sections_numbered_alike():
    found = by_key(
        para("第一部分　企业概况"), para("一、历史"), para(LONG),
        para("第二部分　实施过程和主要内容"), para("一、做法"), para(LONG), para("二、措施"), para(LONG),
    )  # fmt: skip
    assert found["profile"].text.startswith("一、历史")
    assert "二、措施" in found["process"].text


def test_sub_headings_that_look_like_a_heading_asked_for_stand_in_its_section():
    found = by_key(
        para("甲公司追溯实践经验", size=18),
        para("企业概况", size=15), para(LONG),
        para("申报“质量标杆”的典型经验", size=15),
        para("实施过程和主要内容", size=15),
        para("组织保障", size=15), para(LONG),
        para("过程管控", size=15), para(LONG),
        para("应用该方法的主要经验和体会", size=15), para(LONG),
    )  # fmt: skip
    assert found["process"].text == f"组织保障\n{LONG}\n过程管控\n{LONG}"
    assert found["lessons"].text == LONG


def test_a_look_alike_between_two_sections_of_a_scan_belongs_to_the_first():
    def read(confidence):
        blocks = (
            para("甲公司追溯实践经验", size=18),
            para("企业概况", size=15), para(LONG), para("产品荣誉", size=15), para(LONG),
            para("申报“质量标杆”的典型经验", size=15), para(LONG),
        )  # fmt: skip
        scanned = [dataclasses.replace(b, confidence=confidence) for b in blocks]
        return by_key(*scanned)["profile"].text

    assert read(0.96) == f"{LONG}\n产品荣誉\n{LONG}"
    assert read(1.0) == LONG
