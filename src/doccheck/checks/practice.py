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
_USE = "导入|引入|引进|推行|应用|实施|启动|开展|探索|试点|推广|采用|运用|上线|推进|试行|使用"
_USED = re.compile(_USE)
_OTHER = re.compile(
    r"成立|创建于|创办|注册|荣获|获得|获评|认定|授予|投产|建厂|上市|出生|毕业|颁布|发布"
)
_LASTED = re.compile(
    rf"(?:{_USE}|运行|坚持)[^，。；,;\d]{{0,12}}?(\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})\s*(?:个)?年(?!度|[来内初末底中])"
)
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
        at = 0
        for reading in all_dates(sentence):
            start = max(0, sentence.find(reading.raw, at))
            at = start + len(reading.raw)
            behind = sentence[at : at + REACH]
            verb = _USED.search(behind)
            if reading.value is None or verb is None:
                continue
            around = sentence[max(0, start - BEFORE) : start] + behind[: verb.start()]
            if _OTHER.search(around):
                continue
            if reading.value <= as_of:
                yield Told(reading.value, last_day(reading), evidence)
        for lasted in _LASTED.finditer(sentence):
            years = _number(lasted[1])
            if 0 < years <= LONGEST_USE:
                since = _years_before(as_of, years)
                yield Told(since, since, evidence)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else int(chinese_number(words.replace("两", "二")) or 0)
