"""Lays a programme's page out as text or Markdown: one outline, two ways to write it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from doccheck.model.program import FieldSpec, Program, Who
from doccheck.programs.page import Asked, Paper, Part, ProgramPage, RuleLine

WHOSE = {"enterprise": "企业", "recommender": "推荐单位"}
WEIGHT = {
    "error": "不符合会被退回补正",
    "warning": "不符合不退回，建议修改",
    "info": "只作提示",
}
KEEPER = {
    "machine": "机器核对",
    "person": "由人核对",
    "not_implemented": "还没有人核对",
    "not_asked": "不是要求",
}
KIND = {
    "text": "文字", "person": "姓名", "enterprise": "单位名称", "uscc": "统一社会信用代码",
    "phone": "电话", "email": "邮箱", "postcode": "邮编", "address": "地址", "money": "金额",
    "percent": "百分比", "turnover": "周转率", "count": "数量", "grade": "等级",
    "date": "日期",
    "choice": "选一项", "brackets": "填括号",
}  # fmt: skip


class Entry(NamedTuple):
    """A line and the lines below it."""

    text: str
    below: tuple["Entry", ...] = ()


class Chapter(NamedTuple):
    """A heading and its entries."""

    title: str
    entries: tuple[Entry, ...]


def as_text(page: ProgramPage) -> str:
    """Return the page for a terminal."""
    lines = [f"{page.program.id}  {page.program.title}"]
    for chapter in _chapters(page):
        lines += ["", chapter.title, *_written(chapter.entries, 1, "")]
    return "\n".join(lines)


def as_markdown(page: ProgramPage) -> str:
    """Return the page as Markdown."""
    lines = [f"# {page.program.title}", "", f"`{page.program.id}`"]
    for chapter in _chapters(page):
        lines += ["", f"## {chapter.title}", "", *_written(chapter.entries, 0, "- ")]
    return "\n".join(lines)


def _written(entries: Iterable[Entry], depth: int, mark: str) -> Iterator[str]:
    for entry in entries:
        yield f"{'  ' * depth}{mark}{entry.text}"
        yield from _written(entry.below, depth + 1, mark)


# ---- chapters


def _chapters(page: ProgramPage) -> Iterator[Chapter]:
    yield Chapter("通知", tuple(_notice(page.program)))
    yield Chapter("谁来核对", tuple(_coverage(page)))
    clauses = groupby(page.asked, key=lambda a: a.clause)
    entries = tuple(Entry(clause, tuple(map(_asked, group))) for clause, group in clauses)
    yield Chapter(f"逐条对照（{len(page.asked)}）", entries)
    yield Chapter(f"材料和栏目（{len(page.papers)}）", tuple(map(_paper, page.papers)))
    if page.parts:
        yield Chapter(f"章节（{len(page.parts)}）", tuple(map(_part, page.parts)))
    for table in page.tables:
        where = f"（{table.clause}）" if table.clause else ""
        yield Chapter(f"{table.title}{where}", tuple(map(Entry, table.rows)))
    if page.contradictions:
        title = f"通知自身的出入（{len(page.contradictions)}）"
        yield Chapter(title, tuple(map(Entry, page.contradictions)))


def _notice(program: Program) -> Iterator[Entry]:
    notice = program.notice
    day = notice.date.isoformat() if notice.dated else "通知没有落款日期"
    head = (notice.issuer, notice.title, notice.number, day)
    yield Entry("　".join(part for part in head if part))
    if program.years:
        yield Entry(f"报告年度：{'、'.join(map(str, program.years))}")
    if program.region:
        yield Entry(f"地区：{program.region.name}{_at(program.region.clause)}")
    for deadline in program.deadlines:
        says = f"　{deadline.says}" if deadline.says else ""
        yield Entry(
            f"期限：{deadline.date}（含当日，{WHOSE[deadline.who]}）{_at(deadline.clause)}{says}"
        )
    if program.recommenders:
        count = len(program.recommenders)
        yield Entry(f"推荐单位（{count}）：{'、'.join(program.recommenders)}")


def _at(clause: str) -> str:
    return f"　依据：{clause}" if clause else ""


def _coverage(page: ProgramPage) -> Iterator[Entry]:
    asked = sum(n for keeper, n in page.coverage.items() if keeper != "not_asked")
    counts = "，".join(
        f"{KEEPER[k]} {page.coverage.get(k, 0)}" for k in ("machine", "person", "not_implemented")
    )
    yield Entry(f"通知的要求 {asked} 项：{counts}")
    yield Entry(f"另有 {page.coverage.get('not_asked', 0)} 句不要求申报材料")


def _asked(asked: Asked) -> Entry:
    whose = "（推荐单位）" if asked.who == "recommender" else ""
    words = f"：{asked.words}" if asked.words else ""
    keeper = Entry(f"{KEEPER[asked.keeper]}{words}", tuple(map(_rule, asked.rules)))
    return Entry(f"{asked.says}{whose}", (keeper,))


def _rule(rule: RuleLine) -> Entry:
    whose = "，只查推荐单位的材料" if rule.who == "recommender" else ""
    whose += "" if rule.built else "；尚未实现"
    head = f"{rule.id}　{rule.says}　〔{rule.rule} {rule.title}；{WEIGHT[rule.severity]}{whose}〕"
    return Entry(head, tuple(map(Entry, rule.parameters)))


# ---- materials, fields, sections


def _paper(paper: Paper) -> Entry:
    notes = [f"{WHOSE[paper.who]}提交", *([_years(paper.years)] if paper.years else [])]
    asked = f"由规则 {'、'.join(paper.asked_by)} 要求" if paper.asked_by else "没有规则要求必交"
    below = [Entry(f"题名：{'；'.join(paper.titles)}")] if paper.titles else []
    below += [Entry(_field(field)) for field in paper.fields]
    return Entry(f"《{paper.title}》（{'，'.join((*notes, asked))}）", tuple(below))


def _field(field: FieldSpec) -> str:
    lead = f"{'／'.join(field.group[:1])}的" if field.group else ""
    notes = [KIND[field.kind], *([field.unit] if field.unit else [])]
    years = field.years or ((field.year,) if field.year else ())
    notes += [_years(years)] if years else []
    notes += [f"可选：{'、'.join(field.choices)}"] if field.choices else []
    notes += ["必填" if field.required else "选填", *_filled_by(field.who)]
    return f"栏目 {lead}“{field.label}”：{'，'.join(notes)}"


def _filled_by(who: Who) -> list[str]:
    return ["推荐单位填"] if who == "recommender" else []


def _part(part: Part) -> Entry:
    where = "、".join(f"《{title}》" for title in part.documents)
    notes = [where, "必有" if part.required else "可有", *(["可以有几个"] if part.many else [])]
    below = [Entry(f"字数：{limit}") for limit in part.limits]
    below += [Entry(f"要写到：{'、'.join(part.topics)}")] if part.topics else []
    return Entry(f"“{part.title}”（{'，'.join(notes)}）", tuple(below))


def _years(years: Iterable[int]) -> str:
    return "、".join(map(str, years)) + "年"
