"""Lines like `扫描件.pdf#5-7: audit_report 2022`: which pages of a file are which document."""

import re
from typing import get_args

from doccheck.model.corrections import Correction
from doccheck.model.program import DocumentKind
from doccheck.programs.faults import Faults, did_you_mean

KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)
WITH_YEAR = frozenset({"audit_report", "financial_statements"})
IN_CHINESE: dict[str, DocumentKind] = {
    "封面": "cover", "申报表": "application_form", "申请表": "application_form",
    "营业执照": "business_licence", "审计报告": "audit_report", "财务报表": "financial_statements",
    "承诺书": "commitment_letter", "案例": "case_report", "总结": "case_report",
    "评分表": "score_card", "验收表": "acceptance_form", "汇总表": "summary_table",
    "推荐函": "recommendation_letter", "证明材料": "evidence", "佐证材料": "evidence",
    "其他": "other",
}  # fmt: skip
"""What an official may write instead of the contract's kinds."""

MAX_PAGES = 100_000  # a page number beyond is a slip of the keyboard
HOW = "应写成“文件.pdf#5-7: audit_report 2022”"

_PLACE = re.compile(r"(?P<file>.*?)(?:#(?P<first>\d{1,6})(?:\s*[-–—~至]\s*(?P<last>\d{1,6}))?)?")
_MEANING = re.compile(r"(?P<kind>\S+?)(?:\s+(?P<year>(?:19|20)\d\d)年?度?)?")


def corrections(
    entries: tuple[dict[str, str], ...], faults: Faults, proposed: bool = False
) -> tuple[Correction, ...]:
    """Return what the entries say; what is wrong with them goes to `faults`."""
    found: list[tuple[int, Correction]] = []
    for number, entry in enumerate(entries):
        if len(entry) != 1:
            faults.add(("documents", number), f"每项只写一个文件，{HOW}")
        for place, meaning in entry.items():
            path = ("documents", number, place)
            line = f"{faults.source.name}:{faults.source.line(path)}"
            one = _correction(place, meaning, line, proposed)
            if isinstance(one, Correction):
                found.append((number, one))
            else:
                faults.add(path, one)
    _overlaps(found, faults)
    return tuple(one for _, one in found)


def _correction(place: str, meaning: str, line: str, proposed: bool) -> Correction | str:
    """Return one entry, or what is wrong with it."""
    where, what = _PLACE.fullmatch(place.strip()), _MEANING.fullmatch(meaning.strip())
    if where is None or not where["file"]:
        return f"“{place}”没有文件名，{HOW}"
    if what is None:
        return f"“{meaning}”看不懂，{HOW}"
    kind = _kind(what["kind"])
    if kind is None:
        near = did_you_mean(what["kind"], (*KINDS, *IN_CHINESE))
        return f"不认识的材料种类“{what['kind']}”{near or '；可写：' + '、'.join(KINDS)}"
    year = int(what["year"]) if what["year"] else None
    if year is not None and kind not in WITH_YEAR:
        return f"“{meaning}”：只有审计报告和财务报表写年度"
    return _with_pages(where, kind, year, line, proposed)


def _with_pages(
    where: re.Match[str], kind: DocumentKind, year: int | None, line: str, proposed: bool
) -> Correction | str:
    if where["first"] is None:
        return Correction(where["file"], None, kind, year, line, proposed)
    first = int(where["first"])
    last = int(where["last"] or first)
    if not 1 <= first <= last <= MAX_PAGES:
        return f"页码“{first}-{last}”不对：从1开始，后一个不小于前一个"
    return Correction(where["file"], (first, last), kind, year, line, proposed)


def _kind(word: str) -> DocumentKind | None:
    return next((k for k in KINDS if k == word), None) or IN_CHINESE.get(word)


def _overlaps(found: list[tuple[int, Correction]], faults: Faults) -> None:
    for at, (number, one) in enumerate(found):
        for _, other in found[:at]:
            if one.file == other.file and _meet(one, other):
                path = ("documents", number, one.told)
                faults.add(path, f"“{one.told}”与“{other.told}”（{other.place}）的页重叠")


def _meet(one: Correction, other: Correction) -> bool:
    if one.pages is None or other.pages is None:
        return True
    return one.pages[0] <= other.pages[1] and other.pages[0] <= one.pages[1]
