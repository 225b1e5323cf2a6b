"""What stands above a statement's figures: titles, dates, units, headings of columns."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from doccheck.text import dates
from doccheck.text.normalise import key
from doccheck.understanding.statement_items import SheetKind

Scope = Literal["single", "consolidated", "parent"]
When = Literal["own", "prior", "ignored"]

DECEMBER = 12
LONGEST_TITLE = 60  # characters, with enterprise, date and unit beside the title
LONGEST_HEADING = 40  # characters of a column's heading

_KINDS: tuple[tuple[str, SheetKind | None], ...] = (
    ("资产负债表", "balance"), ("财务状况表", "balance"), ("现金流量表", "cash"),
    ("利润及利润分配表", "income"), ("利润和利润分配表", "income"), ("利润表", "income"),
    ("损益表", "income"), ("所有者权益变动表", None), ("股东权益变动表", None),
    ("权益变动表", None), ("所有者权益增减变动表", None), ("股东权益增减变动表", None),
    ("利润分配表", None),
)  # fmt: skip
_TITLE = re.compile(
    r"^(?P<lead>[^。;?!\"]*?)(?P<scope>合并(?:及|和|与)?(?:母)?公司|合并|母公司|公司本部|本部|公司)?"
    rf"(?P<name>{'|'.join(name for name, _ in _KINDS)})(?P<tail>.*)$"
)
_LEAD = re.compile(
    r"(?:.{2,40}(?:公司|有限|厂|合作社|集团|中心|企业|所|社|院|店)(?:\(.{2,12}\))?)?[0-9年度月日至\-./]*"
    r"(?:附?[表件][一二三四五六七八九0-9\-]*[:.]?|会(?:小企|企|合|工|商)?[0-9]*表|\(?[一二三四五六七八九0-9]+[).,])?[:]?"
    r"[0-9年度月日]*"
)
_TAIL = re.compile(
    r"(?:\(?续(?:表|[一二三四五0-9])?\)?|\((?:[一二三四五1-9]/[1-9]|简表|年报|月报|季报|已执行.*|未执行.*|适用.*|合并|母公司|公司|.{0,20}(?:年度?|月|日))\)|[0-9一二三四])*"
    r"(?:$|(?:编制单位|编报单位|填报单位|单位|会(?:小企|企|合)|(?:人民币)?金额单位|(?:19|20)[0-9]{2}[年.\-]).*)"
)
_DOTTED = re.compile(r"[.·…_\-]{2,}")
_NOTES = re.compile(
    r"^(?:[一二三四五六七八九十]+,)?(?:.{2,40}公司)?(?:(?:19|20)[0-9]{2}年?度?)?(?:合并)?(?:财务|会计)?报表(?:主要)?(?:项目)?(?:附注|注释)(?!.{0,6}(?:为|系|是))"
)
_NOTES_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]+,)(?:公司|企业|本公司)?(?:的)?基本情况$|^附注$"
)

_PRIOR_OPENING = re.compile(r"上年年初|上年初|上年期初|上期期初|前年|上上年|前期期初")
_SINCE_OPENING = re.compile(r"年初至")
_PRIOR = re.compile(r"上年|上期|去年|期初|年初|前期|上一年|比较期")
_MONTH = re.compile(r"本月|当月|本季|当季|上月|上季|月份数")
_OWN = re.compile(r"期末|年末|本年|本期|当年|当期|报告期|累计|月末|本会计")
_NO_FIGURES = re.compile(
    r"增减|变动额|变动率|变动幅|差异|比例|比重|%|同比|环比|预算|计划|增幅|增长"
)
_CUMULATED = re.compile(r"累计|年初至")
_AMOUNT = re.compile(r"金额|余额|数额|数|合计|合并|母公司|公司")
_LABEL = re.compile(
    r"(?:资产|负债|报表|利润表|损益)?(?:类)?项目(?:名称)?|资产(?:类)?|负债(?:类)?|负债[和及与/]?.{0,12}权益|"
    r"负债[和及与]净资产|(?:会计)?科目(?:名称)?|(?:所有者|股东)?权益|指标(?:名称)?|摘要|报表项"
)
_LABEL_AND_PERIOD = re.compile(
    r"(?:项目|资产|负债[和及与/]?.{0,12}?权益(?:\([^)]*\))?)(?P<rest>.+)$"
)
_LINE_NUMBER = re.compile(r"行次|行号|序号|行|编号|次")
_NOTE_NUMBER = re.compile(
    r"(?:报表)?(?:附注|注释)(?:编号|号|索引|项目)?[一二三四五六七八九十0-9,.]{0,4}|注|注[一二三四五六七八九十]"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_YEAR_OPENING = re.compile(r"(?:19|20)([0-9]{2})年(?:年?初|1月1日|01月01日)")
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OTHER_DAY = re.compile(
    r"(?:编制|填表|填报|制表|打印|报送|报出|签发|批准|出具)(?:日期|时间|日)[:]?"
    r"(?:[0-9]{4}[年.\-/][0-9]{1,2}[月.\-/][0-9]{1,2}日?)?"
)
_SPAN_OF_MONTHS = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})年?[-.年]?0?1月?(?:1日|01日|[.\-/]0?1)?起?(?:-|至|~|到)"
    r"(?:(?:19|20)[0-9]{2}[年.\-/])?(?P<month>1[0-2]|0?[1-9])(?:月|[.\-/][0-9]{1,2})"
)
_QUARTER = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年?(?:度)?第?(?P<quarter>[一二三四1-4])季度?")
_UNIT = re.compile(
    r"(?:(?<![制报送名主位])单位|币种|人民币)(?:均|为|[:()]|人民币|本位币|rmb)*(?P<unit>亿元|百万元|十万元|万元|千元|元)"
    r"(?![一-鿿]{2,}(?:公司|厂))"
)
_HEADING_UNIT = re.compile(r"\((?:人民币)?(?P<unit>亿元|百万元|十万元|万元|千元|元)\)")


class Title(NamedTuple):
    """A sheet's title: what kind (None: a statement not read, or the notes), of whom."""

    kind: SheetKind | None
    scope: Scope = "single"


@dataclass(frozen=True, slots=True)
class Period:
    """What a column speaks of.

    Attributes:
        when: own period, the one before, or nothing to be read (本月, 增减).
        year: printed year, None where only words stand (期末).
        cumulated: 本年累计 rather than a plain 本期.
        partial: less than a year is printed (2023年1-6月).
    """

    when: When
    year: int | None = None
    cumulated: bool = False
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """The period printed above a sheet.

    Attributes:
        year: its year. month: its last month, None where only a year stands.
        spans: it is printed as a span from January (2023年1-6月).
        exact: a day is printed (2023年12月31日).
    """

    year: int
    month: int | None = None
    spans: bool = False
    exact: bool = False


def sheet_title(text: str) -> Title | None:
    """Return which sheet a line opens, None if it is no title.

    `江苏某某有限公司合并资产负债表（续）` is one; `包括2023年12月31日的资产负债表，` and a line of
    a table of contents (`资产负债表……3`) are none.
    """
    folded = key(text)
    if not folded or len(folded) > LONGEST_TITLE or _DOTTED.search(folded):
        return None
    if _NOTES.match(folded) or _NOTES_HEADING.match(folded):
        return Title(None)
    match = _TITLE.match(folded)
    if match is None or not _LEAD.fullmatch(match["lead"] + ("公司" if _is_name(match) else "")):
        return None
    if not _TAIL.fullmatch(match["tail"]):
        return Title(None) if match["tail"].startswith(("补充", "附表")) else None
    return Title(dict(_KINDS)[match["name"]], _scope_of_title(match))


def title_lead(text: str) -> str:
    """Return what stands before the sheet's name in its title, mostly the enterprise."""
    match = _TITLE.match(key(text)) if sheet_title(text) else None
    return match["lead"] + ("公司" if _is_name(match) else "") if match else ""


def _is_name(match: re.Match[str]) -> bool:
    """Tell that 公司 before the title ends the enterprise's name (某某有限公司资产负债表)."""
    return match["scope"] == "公司" and bool(
        re.search(r"有限$|责任$|股份$|集团$|总$|分$|[^0-9年度月日.]$", match["lead"])
    )


def _scope_of_title(match: re.Match[str]) -> Scope:
    scope = "" if _is_name(match) else match["scope"] or ""
    bracket = re.match(r"\((合并|母公司|公司)\)", match["tail"])
    scope = scope or (bracket[1] if bracket else "")
    if scope == "合并":
        return "consolidated"
    return "parent" if scope and not scope.startswith("合并") else "single"


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period | None:
    """Return which period a column's heading names, None if it names none."""
    folded = key(text)
    if not folded or len(folded) > LONGEST_HEADING or re.search(r"单位|编制|代表人|负责人", folded):
        return None
    if _NO_FIGURES.search(folded) or _PRIOR_OPENING.search(folded):
        return Period("ignored")
    cumulated = bool(_CUMULATED.search(folded))
    partial = bool(_MONTH.search(folded)) and not cumulated
    if partial:
        return Period("ignored")
    stated = stated_period(folded) or _bare_year(folded)
    opening = bool(_YEAR_OPENING.search(folded))
    if stated:
        year = stated.year - 1 if opening else stated.year
        when: When = "prior" if opening or _is_prior(folded) else "own"
        part = not opening and stated.month is not None and stated.month != DECEMBER
        return Period(when, year, cumulated or stated.spans, part)
    if _is_prior(folded):
        return Period("prior", cumulated=cumulated)
    return Period("own", cumulated=cumulated) if _OWN.search(folded) else None


def _is_prior(folded: str) -> bool:
    return bool(_PRIOR.search(folded)) and not _SINCE_OPENING.search(folded)


def _bare_year(folded: str) -> Stated | None:
    return Stated(int(folded)) if _BARE_YEAR.fullmatch(folded) else None


@lru_cache(maxsize=1024)
def stated_period(text: str) -> Stated | None:
    """Return the period printed in a line above a sheet: 2023年12月31日, 2023年度, 2023年1-6月.

    A day on which the sheet was drawn up (编制日期：…) is not meant.
    """
    folded = _OTHER_DAY.sub("", key(text))
    if span := _SPAN_OF_MONTHS.search(folded):
        return Stated(int(span["year"]), int(span["month"]), True)
    if quarter := _QUARTER.search(folded):
        number = "一二三四".find(quarter["quarter"]) + 1 or int(quarter["quarter"])
        return Stated(int(quarter["year"]), number * 3, False)
    found = [(d.value, d.precision) for d in dates.all_dates(folded) if d.value is not None]
    if not found:
        return None
    day, precision = found[0]
    return Stated(day.year, None if precision == "year" else day.month, exact=precision == "day")


@lru_cache(maxsize=1024)
def unit_of(text: str) -> str:
    """Return the unit that a line states (单位：万元, 人民币千元), empty for none."""
    match = _UNIT.search(key(text))
    return match["unit"] if match else ""


def unit_of_heading(text: str) -> str:
    """Return the unit in the brackets of a column's heading (期末余额（万元）), empty for none."""
    match = _HEADING_UNIT.search(key(text))
    return match["unit"] if match else ""


def scope_of_heading(text: str) -> Scope | None:
    """Return whose figures a column holds where its heading tells (合并, 母公司), else None."""
    folded = key(text)
    if "合并" in folded:
        return "consolidated"
    return "parent" if "公司" in folded else None


def period_in_label(text: str) -> str:
    """Return the period that is run together with a heading of labels, empty for none."""
    match = _LABEL_AND_PERIOD.match(key(text))
    return match["rest"] if match and period_of(match["rest"]) else ""


@lru_cache(maxsize=4096)
def heading_kind(text: str) -> Literal["", "label", "number", "amount", "period"]:
    """Return what a cell of a header row is: label (项目), number (行次, 附注), period, amount."""
    folded = _BRACKETS.sub("", key(text)).strip(":*")
    if _LABEL.fullmatch(folded):
        return "label"
    if _LINE_NUMBER.fullmatch(folded) or _NOTE_NUMBER.fullmatch(folded):
        return "number"
    if period_of(text) is not None:
        return "period"
    return "amount" if _AMOUNT.fullmatch(folded) else ""
