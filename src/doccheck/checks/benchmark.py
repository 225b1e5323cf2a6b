"""Taking a benchmark's name apart: enterprise, method, ending (××公司实施……的实践经验)."""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from doccheck.text import count, names
from doccheck.text.normalise import clean, key, same

GENERAL_CONNECTORS = (
    "实施", "应用", "运用", "推行", "开展", "基于", "导入", "推进", "构建", "打造", "践行", "创建",
    "实行", "采用", "使用", "引入", "建立", "探索", "以", "的", "关于", "在",
)  # fmt: skip
SHORTEST_METHOD = 2  # characters
LONGEST_ENTERPRISE = 30  # characters at the start among which a name's form is looked for
USUAL_LIMIT = 40  # 字 that notices allow a name; a proposal keeps to it where it can
PLACEHOLDER = "××方法"

_PUNCTUATION = re.compile(r"^[\"'“”‘’《〈【\[(（\s:：—\-]+|[\"'“”‘’》〉】\])）\s。.，,；;]+$")
_ANY_ENTERPRISE = re.compile(
    rf"^.{{1,{LONGEST_ENTERPRISE}}}?"
    r"(?:集团公司|有限责任公司|股份有限公司|有限公司|公司|集团|(?<!工)厂|研究院|研究所|合作社)"
)
_NOBODY = re.compile(r"^.*(?:本|我|该|各|分|子)公司$")


class Parts(NamedTuple):
    """The parts of a name as printed; what is not there is empty."""

    enterprise: str
    connector: str
    method: str
    ending: str

    @property
    def missing(self) -> tuple[str, ...]:
        """Return which of the three parts that a name must have are not there."""
        given = {"enterprise": self.enterprise, "method": self.method, "ending": self.ending}
        return tuple(part for part, text in given.items() if not text)


def parse(
    name: str, applicants: Sequence[str], endings: Sequence[str], connectors: Sequence[str]
) -> Parts:
    """Take a name apart; never fails, a part that is not there is empty."""
    text = bare(name)
    enterprise = _lengthened(enterprise_at_start(text, applicants), text, applicants, connectors)
    rest = text[len(enterprise) :]
    ending = _ending(rest, endings)
    rest = rest[: len(rest) - len(ending)] if ending else rest
    connector = _connector(rest, connectors)
    method = _trimmed(rest[len(connector) :]).removesuffix("的")
    return Parts(enterprise, connector, method if len(method) >= SHORTEST_METHOD else "", ending)


def bare(name: str) -> str:
    """Return a name without blanks and the marks around it."""
    text = "".join(clean(name).split())
    if text.count("“") == text.count("”") and text.startswith("“") and not text.endswith("”"):
        return re.sub(r"[。.，,；;]+$", "", text)
    return _trimmed(text)


def _trimmed(text: str) -> str:
    return _PUNCTUATION.sub("", text)


def enterprise_at_start(text: str, applicants: Iterable[str]) -> str:
    """Return the enterprise that a name begins with: the applicant or any other, else empty."""
    known = [n for full in applicants for n in (clean(full), *names.short_forms(full))]
    for candidate in sorted(set(known), key=lambda n: (-len(n), n)):
        prefix = _same_prefix(text, candidate)
        if prefix:
            return prefix
    for other in names.enterprise_names(text):
        if text.startswith(other):
            return other
    match = _ANY_ENTERPRISE.match(text)
    return match.group() if match and not _NOBODY.match(match.group()) else ""


def _lengthened(
    enterprise: str, text: str, applicants: Sequence[str], connectors: Sequence[str]
) -> str:
    """Let a short form reach to the connector through words of the full name (沛锐+智能)."""
    for full in applicants if enterprise else ():
        more = _shared_start(text[len(enterprise) :], clean(full).partition(enterprise)[2])
        if more and _connector(text[len(enterprise + more) :], connectors):
            return enterprise + more
    return enterprise


def _shared_start(a: str, b: str) -> str:
    pairs = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))
    return "".join(x for x, _ in pairs)


def _same_prefix(text: str, candidate: str) -> str:
    """Return the start of a text that is a candidate but for brackets and quotation marks."""
    quoted = 1 if text[:1] in "“\"'《" else 0
    for extra in (0, quoted, 2 * quoted):
        prefix = text[: len(candidate) + extra]
        if prefix and key(prefix).replace('"', "") == key(candidate).replace('"', ""):
            return prefix
    return ""


def _ending(rest: str, endings: Sequence[str]) -> str:
    """Return the longest ending that a text has, a 的 before it included."""
    bare_endings = sorted({e.removeprefix("的") for e in endings}, key=len, reverse=True)
    for ending in bare_endings:
        if key(rest).endswith(key(ending)):
            tail = rest[-len(ending) :]
            return f"的{tail}" if rest[: -len(ending)].endswith("的") else tail
    return ""


def _connector(rest: str, connectors: Sequence[str]) -> str:
    every = sorted({*connectors, *GENERAL_CONNECTORS}, key=len, reverse=True)
    return next((c for c in every if rest.startswith(c)), "")


def is_model(name: str, models: Iterable[str]) -> bool:
    """Tell whether a name is one that the notice gives as a model."""
    return any(same(bare(name), bare(model)) for model in models)


def propose(
    parts: Parts, applicants: Sequence[str], endings: Sequence[str], connectors: Sequence[str]
) -> str:
    """Return a name that fits the pattern and keeps what is there."""
    ending = parts.ending or max(endings, key=lambda e: (e.startswith("的"), len(e)))
    ending = ending if ending.startswith("的") else f"的{ending}"
    connector = parts.connector if parts.method else ""
    connector = connector or (connectors[0] if connectors else "实施")
    method = _without_weak_ending(parts.method) or PLACEHOLDER
    enterprises = [parts.enterprise] if parts.enterprise else _forms(applicants)
    fitting = [f"{e}{connector}{method}{ending}" for e in enterprises]
    return next((n for n in fitting if count.count(n).words <= USUAL_LIMIT), fitting[0])


def _forms(applicants: Sequence[str]) -> list[str]:
    if not applicants:
        return ["××公司"]
    full = clean(applicants[0])
    return [full, *names.short_forms(full)]


def _without_weak_ending(method: str) -> str:
    """Drop what stands where the ending should be (的案例, 典型经验材料)."""
    return re.sub(
        r"的?(?:典型|先进|成功|优秀)?(?:案例|做法|材料|总结|经验|实践|成果|报告)+$", "", method
    )
