"""Licences on pictures: readings recorded from drawn ones (`benchmarks/licences.py`)."""

from doccheck.model.document import Paragraph, Piece
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import Box, Place
from doccheck.understanding.licence import read_licence

Line = tuple[tuple[float, float, float, float], str]

TWO_COLUMNS: list[Line] = [
    ((71, 82, 154, 92), "统一社会信用代码"), ((282, 70, 461, 101), "营业执照"),
    ((70, 102, 170, 110), "91130102MAFCCGY19F"), ((338, 119, 410, 133), "（副本） 1-1"),
    ((76, 172, 97, 182), "名称"), ((141, 173, 368, 183), "石家庄市澄屿轨道交通装备股份有限公司长沙雨花"),
    ((402, 173, 444, 183), "成立日期"), ((495, 174, 559, 182), "2019年05月06日"),
    ((140, 189, 284, 199), "区井湾子智能制造产业园分公司"), ((402, 199, 446, 209), "营业期限"),
    ((494, 199, 590, 209), "2019年05月06日至长期"), ((74, 215, 96, 225), "类型"),
    ((140, 215, 324, 225), "有限责任公司分公司（自然人投资或控股）"), ((401, 223, 444, 236), "营业场所"),
    ((467, 226, 670, 236), "石家庄市长安区高新技术产业开发区桂园街10"), ((74, 240, 107, 253), "负责人"),
    ((140, 241, 160, 251), "赵娜"), ((465, 241, 482, 252), "6号"), ((73, 266, 106, 276), "经营范围"),
    ((126, 267, 367, 275), "机械零件、零部件加工；电力设施器材销售"), ((484, 416, 539, 426), "登记机关"),
    ((482, 452, 549, 461), "2021年06月18日"),
]  # fmt: skip

STACKED: list[Line] = [
    ((329, 88, 479, 113), "营业执照"), ((470, 149, 606, 160), "注册号：430702000415645"),
    ((214, 190, 437, 202), "常德澄屿智能装备合伙企业（有限合伙）"), ((136, 192, 176, 206), "名称"),
    ((215, 221, 287, 232), "有限合伙企业"), ((136, 223, 175, 234), "类型"),
    ((214, 248, 486, 259), "常德市武陵区经济开发区聚贤路10号（一照多址）"), ((137, 251, 182, 262), "主要经营"),
    ((136, 269, 149, 280), "场"), ((164, 269, 177, 280), "所"),
    ((214, 296, 489, 307), "江苏砺舸投资管理有限公司（委派代表：徐明秀）"), ((137, 298, 184, 309), "执行事务"),
    ((136, 316, 180, 327), "合伙人"), ((215, 344, 275, 355), "壹仟万元整"), ((137, 345, 181, 356), "出资额"),
    ((215, 373, 324, 384), "二〇〇四年八月六日"), ((138, 374, 183, 386), "成立日期"),
]  # fmt: skip


def read(lines: list[Line]) -> dict[str, FieldReading]:
    pieces = tuple(Piece(t, 0.99, Place("照.jpg", 1, Box(*b)), Box(*b)) for b, t in lines)
    whole = Paragraph(" ".join(t for _, t in lines), Place("照.jpg", 1), pieces=pieces)
    document = LogicalDocument("d1", "照.jpg", "business_licence", "", "", None, None, (whole,))
    return {r.key: r for r in read_licence(document)}


def values(lines: list[Line]) -> dict[str, str]:
    return {key: r.value for key, r in read(lines).items() if r.state == "filled"}


def swapped(lines: list[Line], old: str, *new: Line) -> list[Line]:
    return [line for line in lines if line[1] != old] + list(new)


def test_two_columns_at_one_height_are_told_apart() -> None:
    assert values(TWO_COLUMNS) == {
        "uscc": "91130102MAFCCGY19F",
        "enterprise_name": "石家庄市澄屿轨道交通装备股份有限公司长沙雨花区井湾子智能制造产业园分公司",
        "legal_representative": "赵娜",
        "registered_address": "石家庄市长安区高新技术产业开发区桂园街106号",
        "enterprise_type": "有限责任公司分公司（自然人投资或控股）",
        "established": "2019-05-06",
        "business_term": "2019年05月06日至长期",
    }


def test_labels_on_two_lines_and_a_partners_delegate() -> None:
    assert values(STACKED) == {
        "enterprise_name": "常德澄屿智能装备合伙企业（有限合伙）",
        "legal_representative": "徐明秀",
        "registered_address": "常德市武陵区经济开发区聚贤路10号（一照多址）",
        "enterprise_type": "有限合伙企业",
        "registered_capital": "10000000",
        "established": "2004-08-06",
    }


def test_a_value_is_shown_on_all_its_lines_without_its_neighbours() -> None:
    assert read(TWO_COLUMNS)["registered_address"].evidence.place.box == Box(465, 226, 670, 252)


def test_the_next_columns_label_run_into_a_value_is_parted_from_it() -> None:
    run_in = ((214, 190, 437, 202), "常德澄屿智能装备股份有限注册资本")
    below = ((214, 206, 240, 216), "公司")
    value = ((450, 190, 520, 202), "伍仟万元整")
    lines = swapped(STACKED, "常德澄屿智能装备合伙企业（有限合伙）", run_in, below, value)
    lines = [line for line in lines if line[1] not in ("壹仟万元整", "出资额")]
    found = values(lines)
    assert found["enterprise_name"] == "常德澄屿智能装备股份有限公司"
    assert found["registered_capital"] == "50000000"


def test_a_name_whose_end_was_not_read_is_unclear() -> None:
    name = ((141, 173, 368, 183), "石家庄市澄屿轨道交通装备股份有限")
    lines = swapped(TWO_COLUMNS, "石家庄市澄屿轨道交通装备股份有限公司长沙雨花", name)
    lines = swapped(lines, "区井湾子智能制造产业园分公司")
    assert read(lines)["enterprise_name"].state == "unclear"


def test_an_open_bracket_leaves_a_value_unclear() -> None:
    kind = ((140, 215, 324, 225), "有限责任公司分公司（自然人投资或控股")
    lines = swapped(TWO_COLUMNS, "有限责任公司分公司（自然人投资或控股）", kind)
    assert read(lines)["enterprise_type"].state == "unclear"


def test_a_day_that_lost_a_character_is_unclear() -> None:
    day = ((495, 174, 559, 182), "一九年五月六日")
    assert read(swapped(TWO_COLUMNS, "2019年05月06日", day))["established"].state == "unclear"


def test_a_name_without_its_label_is_read_but_never_confirmed() -> None:
    found = read(swapped(STACKED, "名称"))["enterprise_name"]
    assert (found.value, found.label) == ("常德澄屿智能装备合伙企业（有限合伙）", "")


def test_what_was_read_twice_counts_once() -> None:
    whole, again = ((74, 240, 160, 253), "负责人赵娜"), ((140, 241, 160, 251), "赵娜")
    lines = swapped(swapped(TWO_COLUMNS, "负责人"), "赵娜", whole, again)
    assert values(lines)["legal_representative"] == "赵娜"


def test_a_misread_character_of_a_label_does_not_hide_it() -> None:
    label = ((137, 345, 181, 356), "注册資本")
    assert values(swapped(STACKED, "出资额", label))["registered_capital"] == "10000000"


def test_a_value_that_begins_above_its_label_is_unclear() -> None:
    above = ((214, 184, 437, 194), "常德澄屿智能装备股份有限公司长沙雨花区")
    below = ((214, 198, 260, 208), "第二分公司")
    lines = swapped(STACKED, "常德澄屿智能装备合伙企业（有限合伙）", above, below)
    assert read(lines)["enterprise_name"].state == "unclear"
