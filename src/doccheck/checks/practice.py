"""ELI09: how long the method has been in use, as the text tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.validity import last_day
from doccheck.checks.view import View
from doccheck.model.document import Block, Paragraph, walk_paragraphs
from doccheck.model.places import Evidence
from doccheck.model.result import Outcome
from doccheck.text.dates import all_dates
from doccheck.text.numerals import chinese_number

REACH = 40  # characters behind a date in which its verb stands
BEFORE = 6  # characters before a date that may say what else it is the date of (成立于)
QUOTE = 60
LONGEST_USE = 50  # years; a larger number counts something else
_USE = (
    "导入|引入|引进|推行|应用|实施|启动|开展|探索|试点|推广|采用|运用|上线|试行|使用"
    "|推进(?!会|办|组|小组)"
)
_USED = re.compile(_USE)
_OTHER = re.compile(
    r"成立|创建于|创办|注册|荣获|获得|获评|认定|授予|投产|建厂|上市|出生|毕业|颁布|发布"
)
_STEADY = re.compile(rf"{_USE}|建立|构建|搭建|实行|执行|坚持|贯彻|运行")
"""What is done from a day on, or for years: of a day alone it may be the day of anything."""

_ONWARDS = re.compile(r"\s*(?:[年月日])?(?:起|开始|以来|至今|到现在|到目前)")
_NEARLY = r"(?P<nearly>近|将近|约|不到)?"
_COUNT = (
    r"(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:个)?多?年"
    r"(?!度|[内初末底中]|\d|规划|计划|行动|目标|质保|保修)"
)
_LASTED = re.compile(rf"(?:{_USE}|运行|坚持)[^，。；,;\d]{{0,12}}?{_NEARLY}{_COUNT}")
_TOOK = tuple(
    re.compile(form)
    for form in (
        rf"(?:用了?|花了?|耗时|历时|历经|经过?了?|通过|整整){_NEARLY}{_COUNT}",
        rf"(?:连续|持续|坚持|已有?)了?{_NEARLY}{_COUNT}(?=[^，,；]{{0,{BEFORE}}}(?:{_USE}))",
        rf"(?<![近前后来第这\d一二三四五六七八九十])(?P<nearly>){_COUNT}以?来",
    )
)
"""How years are told that come before what was done in them; the last three years are a window."""

_PLANNED = re.compile(
    r"计划|规划|拟|将|力争|争取|预计|未来|今后|打算|准备|要用|再用|目标|确保|预期"
)
_GREW = re.compile(rf"{_OTHER.pattern}|发展|成长|壮大|积累|沉淀|经营|建设|奋斗|拼搏")
"""What an enterprise does for years without using any method."""

_SENTENCES = re.compile(r"[^。；！？\n]+")


class Practice(Params):
    """ELI09. How many years, in which document; the sections that tell about it come first."""

    document: str
    years: int = Field(ge=1)
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells: since when (`earliest` and `latest` day it can mean), or how long."""

    earliest: date
    latest: date
    evidence: Evidence


@check("ELI09", Practice)
def practice_duration(view: View, params: Practice) -> Iterator[Outcome]:
    """Answer by the earliest beginning of use that the text tells; it is never more than that."""
    title = view.program.document(params.document).title
    values = {"years": str(params.years), "as_of": view.as_of.isoformat(), "document": title}
    due = _years_before(view.as_of, params.years)
    first = _earliest(view, params, due)
    if first is None:
        copies = view.copies(params.document)
        evidence = tuple(view.cite(d) for d in copies)
        yield Outcome("review", "ELI09.not_told", title, values, "", evidence, view.search(copies))
        return
    values |= {"since": first.earliest.isoformat(), "quote": first.evidence.quote}
    if first.latest <= due:
        yield Outcome("pass", "ELI09.long_enough", title, values, evidence=(first.evidence,))
    elif first.earliest <= due:
        yield Outcome("review", "ELI09.borderline", title, values, evidence=(first.evidence,))
    else:
        yield Outcome("review", "ELI09.too_short", title, values, evidence=(first.evidence,))


def _earliest(view: View, params: Practice, due: date) -> Told | None:
    """Return the earliest beginning told in the sections named, else elsewhere in the text.

    Elsewhere only one that is early enough says something: other things began there as well.
    """
    copies = view.copies(params.document)
    ids = {d.id for d in copies}
    named = [s for k in params.sections for s in view.sections(k) if s.document in ids]
    told = [t for s in named for t in _told(s.blocks, s.document, view.as_of)]
    if not told:
        everywhere = [t for d in copies for t in _told(d.blocks, d.id, view.as_of)]
        told = [t for t in everywhere if not params.sections or t.earliest <= due]
    return min(told, key=lambda t: (t.latest, t.earliest), default=None)


def _told(blocks: tuple[Block, ...], document: str, as_of: date) -> Iterator[Told]:
    for paragraph in walk_paragraphs(blocks):
        yield from told_in(paragraph, document, as_of)


def _years_before(day: date, years: int) -> date:
    """Return the same day some years before; 29 February falls on the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def told_in(paragraph: Paragraph, document: str, as_of: date) -> Iterator[Told]:
    """Yield what each sentence of a paragraph tells about the beginning of use."""
    for sentence in _SENTENCES.findall(paragraph.text):
        evidence = Evidence(
            paragraph.place, sentence.strip()[:QUOTE], confidence=paragraph.confidence,
            document=document,
        )  # fmt: skip
        for earliest, latest in (*_begun(sentence, as_of), *_lasted(sentence, as_of)):
            yield Told(earliest, latest, evidence)


def _begun(sentence: str, as_of: date) -> Iterator[tuple[date, date]]:
    """Yield the first and last day that each date of a beginning can mean.

    The verb stands near the date, or anywhere behind it where the date says from when on.
    """
    at = 0
    for reading in all_dates(sentence):
        start = max(0, sentence.find(reading.raw, at))
        at = start + len(reading.raw)
        onwards = _ONWARDS.match(sentence, at)
        behind = sentence[at:] if onwards else sentence[at : at + REACH]
        verb = (_STEADY if onwards else _USED).search(behind)
        if reading.value is None or verb is None or reading.value > as_of:
            continue
        around = sentence[max(0, start - BEFORE) : start] + behind[: verb.start()]
        if not _OTHER.search(around):
            yield reading.value, last_day(reading)


def _lasted(sentence: str, as_of: date) -> Iterator[tuple[date, date]]:
    """Yield the days between which a use began that is told to have lasted for years.

    Years that are planned, or in which the enterprise only grew, tell of no use.
    """
    for span in _LASTED.finditer(sentence):
        yield from _since(span, as_of)
    for span in (s for form in _TOOK for s in form.finditer(sentence)):
        behind = sentence[span.end() : span.end() + REACH]
        verb = _STEADY.search(behind)
        if verb is not None and not _GREW.search(behind[: verb.start()]):
            yield from _since(span, as_of)


def _since(span: re.Match[str], as_of: date) -> Iterator[tuple[date, date]]:
    """Yield the days between which so many years began; nearly so many may be one less."""
    years = _number(span["years"])
    if not 0 < years <= LONGEST_USE or _PLANNED.search(span.string[: span.end()]):
        return
    least = years - 1 if span["nearly"] else years
    yield _years_before(as_of, years), _years_before(as_of, least)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else int(chinese_number(words.replace("两", "二")) or 0)
