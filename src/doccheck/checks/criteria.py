"""ELI03: which of the notice's criteria the applicant chose, and what supports each."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from doccheck.checks import supporting
from doccheck.checks.registry import Params, check
from doccheck.checks.supporting import Claim, Support
from doccheck.checks.view import View
from doccheck.model.result import Outcome, Status


class Criterion(Params):
    """A criterion: the fields that claim it, the words or documents that support it.

    One without fields is claimed by its material alone; `nothing` are answers that claim nothing.
    """

    number: int
    name: str
    fields: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class Chosen(Params):
    """ELI03. The form, how many criteria must be chosen, which of them in any case."""

    document: str = "application_form"
    evidence: str = "evidence"
    minimum: int = Field(ge=1)
    mandatory: tuple[int, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Choice:
    """A criterion, whether it is claimed, and its material."""

    criterion: Criterion
    claim: Claim
    support: tuple[Support, ...]

    @property
    def backed(self) -> bool:
        """Tell whether material that was read supports it."""
        return any(s.sure for s in self.support)

    @property
    def shown(self) -> str:
        """Return the criterion with its material, as a line of a table."""
        files = list(dict.fromkeys(s.shown for s in self.support if s.sure or not self.backed))
        doubt = "" if self.backed or not files else "（未识别，按文件名）"
        what = "、".join(files) + doubt if files else "未找到佐证"
        said = {"yes": "已填报", "no": "未填报", "unknown": "未读到"}[self.claim]
        return f"{self.criterion.number}.{self.criterion.name}：{said}，{what}"


@check("ELI03", Chosen)
def criteria_chosen(view: View, params: Chosen) -> Iterator[Outcome]:
    """Answer whether enough criteria are chosen, the mandatory among them, and all supported."""
    copies = view.filled_in(params.document)
    choices = [_choice(view, params, c) for c in params.criteria]
    status, key = _judge(choices, params)
    chosen = [c for c in choices if c.claim == "yes"]
    unsupported = [c for c in chosen if not c.backed]
    must = [c.name for c in params.criteria if c.number in params.mandatory]
    values = {
        "minimum": str(params.minimum),
        "mandatory": "、".join(must) or "无",
        "count": str(len(chosen)),
        "backed": str(len(chosen) - len(unsupported)),
        "table": "；".join(c.shown for c in choices),
        "chosen": "、".join(f"{c.criterion.number}.{c.criterion.name}" for c in chosen) or "无",
        "unsupported": "、".join(c.criterion.name for c in unsupported) or "无",
        "document": view.program.document(params.document).title,
    }
    evidence = tuple(
        e
        for c in chosen
        for e in (
            *(r.evidence for f in c.criterion.fields for r in view.readings(f)[:1]),
            *(s.evidence for s in c.support[:1]),
        )
    )
    search = view.search(copies) if status == "fail" else None
    yield Outcome(
        status, key, "评价标准", values, "criteria", evidence, search,
        floor=0.5 if status == "pass" else 0.0,
    )  # fmt: skip


def _choice(view: View, params: Chosen, criterion: Criterion) -> Choice:
    papers = supporting.candidates(view, (params.evidence,))
    support = (
        *supporting.of_keys(view, criterion.documents),
        *supporting.supports(view, criterion.words, papers),
    )
    if criterion.fields:
        return Choice(
            criterion, supporting.claimed(view, criterion.fields, criterion.nothing), support
        )
    return Choice(criterion, "yes" if any(s.sure for s in support) else "unknown", support)


def _judge(choices: list[Choice], params: Chosen) -> tuple[Status, str]:
    """Tell how many criteria are surely chosen, and how many may be."""
    mandatory = [c for c in choices if c.criterion.number in params.mandatory]
    if any(c.claim == "no" for c in mandatory):
        return "fail", "ELI03.mandatory"
    sure = sum(c.claim == "yes" for c in choices)
    perhaps = sum(c.claim == "unknown" and bool(c.criterion.fields or c.support) for c in choices)
    if sure < params.minimum:
        may_do = sure + perhaps >= params.minimum
        return ("review", "ELI03.perhaps") if may_do else ("fail", "ELI03.too_few")
    if any(c.claim == "unknown" for c in mandatory):
        return "review", "ELI03.perhaps"
    backed = sum(c.claim == "yes" and c.backed for c in choices)
    return ("pass", "ELI03.enough") if backed >= params.minimum else ("review", "ELI03.unsupported")
