from blocks import logical, para, table

from doccheck.model.document import Block, Paragraph
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Box, Place
from doccheck.understanding.licence import read_enterprise_facts, read_licence
from doccheck.understanding.licence_values import VALUES

CODE = "91320412MAD62DE95R"


def licence(*blocks: Block) -> LogicalDocument:
    return logical(*blocks, kind="business_licence")


def address(raw: str) -> str:
    return VALUES["registered_address"](raw)[0]


def values(*blocks: Block) -> dict[str, str]:
    return {r.key: r.value for r in read_licence(licence(*blocks))}


def test_labels_with_blanks_side_by_side_and_wrapped_values() -> None:
    lines = (
        "营 业 执 照", "（副 本）", f"统一社会信用代码 {CODE}",
        "名　　称 江苏某某智能装备有限公司   注册资本 2000万元整",
        "类　　型 有限责任公司（自然人投资或控股）   成立日期 2007年01月09日",
        "法定代表人 吕永康   营业期限 2007年01月09日至长期",
        "经营范围 智能装备、自动化生产线的设计、制造和销售；名称不得", "住　　所 常州市武进区礼嘉镇",
        "科技三路259号", "登记机关", "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn",
    )  # fmt: skip
    assert values(*map(para, lines)) == {
        "uscc": CODE,
        "enterprise_name": "江苏某某智能装备有限公司",
        "legal_representative": "吕永康",
        "registered_address": "常州市武进区礼嘉镇科技三路259号",
        "enterprise_type": "有限责任公司（自然人投资或控股）",
        "registered_capital": "20000000",
        "established": "2007-01-09",
        "business_term": "2007年01月09日至长期",
    }


def test_label_and_value_in_cells_beside_and_below() -> None:
    beside = table([["统一社会信用代码", CODE], ["名称", "江苏某某有限公司"], ["负责人", "李 敏"]])
    assert values(beside) == {
        "uscc": CODE, "enterprise_name": "江苏某某有限公司", "legal_representative": "李敏",
    }  # fmt: skip
    below = table([["企业名称", "法定代表人"], ["江苏某某有限公司", "李敏"]])
    assert values(below) == {"enterprise_name": "江苏某某有限公司", "legal_representative": "李敏"}


def test_label_and_value_on_lines_of_their_own() -> None:
    lines = (
        "统一社会信用代码",
        CODE,
        "名称",
        "江苏某某有限公司",
        "法定代表人",
        "李敏",
        "住所",
        "某市某路1号",
    )
    read = values(*map(para, lines))
    assert read["legal_representative"] == "李敏"
    assert read["registered_address"] == "某市某路1号"


def test_other_kinds_of_enterprise_have_other_representatives() -> None:
    for label in ("负责人", "投资人", "经营者", "执行事务合伙人", "法定代表人姓名"):
        assert values(para(f"{label}：李敏"))["legal_representative"] == "李敏"


def test_a_code_without_its_label_is_known_by_its_check_digit() -> None:
    assert values(para("营业执照"), para(CODE)) == {"uscc": CODE}


def test_a_serial_number_whose_check_digit_fits_by_chance_is_no_code() -> None:
    assert "uscc" not in values(para("营业执照"), para("编号957968357729195098"))
    assert "uscc" not in values(para("营业执照"), para(f"证照编号：{CODE}"))


def test_a_label_without_value_is_unclear_not_blank() -> None:
    readings = read_licence(licence(para("法定代表人："), para("住所：某市某路1号")))
    assert [(r.key, r.state) for r in readings] == [
        ("legal_representative", "unclear"), ("registered_address", "filled"),
    ]  # fmt: skip


def test_the_same_words_in_running_text_are_no_labels() -> None:
    assert values(para("本公司经营者认为，企业名称应当规范，住所变更的应当登记。")) == {}


def test_a_credit_report_carries_the_enterprises_facts() -> None:
    rows = table([["企业名称", "江苏某某有限公司"], ["统一社会信用代码", CODE], ["法定代表人", "李敏"],
                  ["企业类型", "有限责任公司"], ["住所", "某市某路1号"]])  # fmt: skip
    report = logical(para("信用信息报告"), rows, kind="evidence")
    assert {r.key: r.value for r in read_enterprise_facts(report)} == {
        "uscc": CODE, "enterprise_name": "江苏某某有限公司", "legal_representative": "李敏",
        "registered_address": "某市某路1号",
    }  # fmt: skip


def test_another_enterprises_name_on_a_letter_is_no_fact() -> None:
    letter = logical(
        para("单位名称：上海别家有限公司"), para("我单位使用其产品多年。"), kind="evidence"
    )
    assert read_enterprise_facts(letter) == ()


def test_a_firm_as_partner_is_represented_by_its_delegate() -> None:
    line = "执行事务合伙人 江苏某某投资管理有限公司（委派代表：张三）"
    assert values(para(line))["legal_representative"] == "张三"


def test_a_line_of_signatures_is_no_representative() -> None:
    line = para("法定代表人：李敏 主管会计工作负责人：钱磊 会计机构负责人：韩立")
    assert [r.state for r in read_licence(licence(line))] in (["filled"], ["unclear"])
    assert "钱磊" not in values(line).get("legal_representative", "")


def test_a_business_scope_run_into_the_address_is_cut_off() -> None:
    assert (
        address("常州市武进区礼嘉镇科技三路259号智能装备的设计、制造和销售")
        == "常州市武进区礼嘉镇科技三路259号"
    )
    assert address("长沙市岳麓区麓谷大道1号A座3楼") == "长沙市岳麓区麓谷大道1号A座3楼"


def test_an_address_interleaved_with_the_business_scope_is_not_told() -> None:
    assert address("益阳市赫山区顺达街134营和代理各类商品及技术的进出口业务号") == ""


def on_page(text: str, box: Box | None, page: int = 1) -> Paragraph:
    return Paragraph(text, Place("执照.jpg", page, box))


def test_the_place_of_a_value_holds_all_its_lines() -> None:
    read = read_licence(
        licence(
            on_page("法定代表人", Box(90, 200, 150, 212)),
            on_page("吕永康", Box(180, 201, 220, 214)),
            on_page("住　　所", Box(90, 230, 150, 242)),
            on_page("常州市武进区", Box(180, 230, 300, 242)),
            on_page("礼嘉镇1号", Box(180, 244, 260, 256)),
        )
    )
    places = {r.key: r.evidence.place.box for r in read}
    assert places["legal_representative"] == (180, 201, 220, 214)
    assert places["registered_address"] == (180, 230, 300, 256)


def test_a_value_over_the_page_or_without_a_box_is_shown_where_it_begins() -> None:
    far = on_page("吕永康", Box(90, 40, 150, 52), page=2)
    for value in (far, on_page("吕永康", None)):
        (reading,) = read_licence(licence(on_page("法定代表人", Box(90, 700, 150, 712)), value))
        assert reading.evidence.place == value.place
