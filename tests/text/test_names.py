"""Names of persons and enterprises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.text.names import (
    confusable,
    enterprise_core,
    enterprise_names,
    names_enterprise,
    person_name,
    same_enterprise,
    same_person,
    short_forms,
)

NAME = "江苏沛锐智能装备有限公司"
OWN_NAMES = st.text(st.sampled_from("沛锐宸霖驰渊凯弘望鼎晟"), min_size=2, max_size=3)
ENTERPRISES = st.builds(
    lambda region, own, trade, form: (region, own, trade, form),
    st.sampled_from(["江苏", "常州市", "江苏省常州市", "湖南", "长沙", "河北"]),
    OWN_NAMES,
    st.sampled_from(["智能装备", "汽车部件", "科技", "电气", "新材料", "轨道装备"]),
    st.sampled_from(["有限公司", "股份有限公司", "有限责任公司", "集团有限公司"]),
)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("吕 康", "吕康"),
        ("吕　永 康", "吕永康"),
        ("欧阳娜娜", "欧阳娜娜"),
        ("法定代表人：王小明", "王小明"),
        ("王小明（签字）", "王小明"),
        ("王小明总经理", "王小明"),
        ("迪丽热巴•迪力木拉提", "迪丽热巴·迪力木拉提"),
        ("盖章", None),
        ("（签字）", None),
        ("无", None),
        ("生产管理部门", None),
        ("Smith", None),
        ("", None),
    ],
)
def test_a_field_holds_a_name_or_none(field: str, name: str | None) -> None:
    assert person_name(field) == name


def test_the_same_person_is_printed_in_many_ways() -> None:
    assert same_person("吕 康", "吕康")
    assert same_person("買買提・艾力", "买买提·艾力")
    assert not same_person("李翾", "李翻")


def test_only_look_alikes_of_one_length_are_confusable() -> None:
    assert confusable("李翾", "李翻") and confusable("陈赟", "陈赞") and confusable("自己", "自已")
    assert confusable("9132O412", "91320412") and confusable("B8l", "881")
    assert not confusable("李翾", "李翾")
    assert not confusable("李翾", "李翾翾")
    assert not confusable("王芳", "刘芳")
    assert not confusable("100", "101")


@given(st.text(max_size=8), st.text(max_size=8))
def test_being_confusable_goes_both_ways(a: str, b: str) -> None:
    assert confusable(a, b) == confusable(b, a)


@given(ENTERPRISES)
def test_a_regular_name_splits_into_its_parts(parts: tuple[str, str, str, str]) -> None:
    assert enterprise_core("".join(parts)) == parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("博世（常州）汽车部件有限公司", ("常州", "博世", "汽车部件", "有限公司")),
        ("永康机械有限公司", ("", "永康", "机械", "有限公司")),
        ("常州市武进第三塑料制品厂", ("常州市武进", "第三", "塑料制品", "厂")),
        ("江苏沛锐区块链科技有限公司", ("江苏", "沛锐区块链", "科技", "有限公司")),
        ("立信会计师事务所（特殊普通合伙）", ("", "立信", "", "会计师事务所（特殊普通合伙）")),
        ("江苏沛锐有限公司常州分公司", ("江苏", "沛锐", "", "有限公司常州分公司")),
    ],
)
def test_an_irregular_name_splits_too(name: str, parts: tuple[str, str, str, str]) -> None:
    assert enterprise_core(name) == parts


def test_brackets_and_width_do_not_make_another_enterprise() -> None:
    assert same_enterprise("博世（常州）有限公司", "博世(常州) 有限公司")
    assert not same_enterprise("沛锐有限公司", "沛锐有限责任公司")
    assert not same_enterprise(NAME, "江苏沛锐智能装备")
    assert not same_enterprise("", "")


def test_names_are_found_in_running_text() -> None:
    text = (
        f"我公司委托{NAME}和浙江博世（杭州）汽车部件有限公司，母公司为中天钢铁集团有限公司。\n"
        "申报单位（盖章）：常州市武进第三塑料制品厂\n建设智能工厂，是江苏省企业技术中心。"
    )
    assert enterprise_names(text) == [
        NAME,
        "浙江博世（杭州）汽车部件有限公司",
        "中天钢铁集团有限公司",
        "常州市武进第三塑料制品厂",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "我公司",
        "本公司及子公司",
        "股份有限公司",
        "上市公司",
        "智能工厂",
        "研发中心",
        "全资子公司",
        "分享我公司质量标杆",
        "由综合评价A级及以上会计师事务所出具",
        "",
    ],
)
def test_ordinary_words_are_no_enterprises(text: str) -> None:
    assert enterprise_names(text) == []


@given(ENTERPRISES, st.sampled_from(["企业名称：", "兹证明", "关于", "与", "由", "（", "致：", ""]))
def test_a_label_before_a_name_is_cut_off(parts: tuple[str, str, str, str], label: str) -> None:
    name = "".join(parts)
    assert enterprise_names(f"{label}{name}，") == [name]


def test_short_forms_come_longest_first() -> None:
    assert short_forms(NAME) == [
        "沛锐智能装备有限公司",
        "江苏沛锐智能装备",
        "沛锐智能装备",
        "江苏沛锐",
        "沛锐",
    ]
    assert "中天钢铁集团" in short_forms("江苏中天钢铁集团有限公司")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f"{NAME}实施精益管理的实践经验", "full"),
        (f"基于精益的{NAME}质量管理", "full"),
        ("江蘇沛銳智能裝備有限公司实施精益", "full"),
        ("沛锐智能装备实施精益管理", "short"),
        ("沛锐基于数据的质量管理", "short"),
        ("江苏沛锐智能装备有限责任公司实施精益", "other"),
        ("江苏沛锐智能装备有限公司常州分公司实施精益", "other"),
        ("浙江沛宸装备有限公司实施精益", "other"),
        ("实施精益管理的实践经验", "none"),
        ("", "none"),
    ],
)
def test_a_text_names_the_enterprise_or_another_or_none(text: str, named: str) -> None:
    assert names_enterprise(text, NAME) == named


def test_a_short_own_name_counts_only_at_the_start() -> None:
    assert names_enterprise("以创新驱动质量提升的经验", "江苏创新机械有限公司") == "none"
    assert names_enterprise("创新机械以质量提升的经验", "江苏创新机械有限公司") == "short"


@given(ENTERPRISES)
def test_an_enterprise_names_itself_and_not_another(parts: tuple[str, str, str, str]) -> None:
    name = "".join(parts)
    assert names_enterprise(f"{name}的实践经验", name) == "full"
    assert names_enterprise(f"{name}的实践经验", "山东海岱重工股份有限公司") == "other"


def test_the_city_an_address_begins_with():
    from doccheck.text.divisions import leading_city

    assert leading_city("山东省潍坊市寿光市文圣街1号") == "潍坊"
    assert leading_city("江苏省青禾街道1号") == ""
    assert leading_city("腾飞大街93号") == ""
