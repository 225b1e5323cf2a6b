"""MAT05: whether the supporting material is there, of the kinds named.

The notices' lists are open (包括…等), so that a kind that was not found is for a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from doccheck.checks import searching, supporting
from doccheck.checks.registry import Params, check
from doccheck.checks.supporting import Support
from doccheck.checks.view import View
from doccheck.model.dossier import LogicalDocument
from doccheck.model.result import Outcome, Status


class Kind(Params):
    """A kind of material: the words that show it, or the documents that it is.

    `claimed_by` are fields of the form of which one must claim something before the material is
    asked for; `nothing` are answers that claim nothing.
    """

    name: str
    words: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()


class Material(Params):
    """MAT05. The document that holds the material, its kinds, how many of them must be there."""

    document: str
    minimum: int = Field(default=1, ge=1)
    kinds: tuple[Kind, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Sought:
    """A kind that is asked for and what was found of it."""

    kind: Kind
    found: tuple[Support, ...]

    @property
    def sure(self) -> bool:
        """Tell whether material of this kind was read."""
        return any(s.sure for s in self.found)

    @property
    def shown(self) -> str:
        """Return the kind with the files that show it."""
        files = dict.fromkeys(s.shown for s in self.found if s.sure or not self.sure)
        return f"{self.kind.name}（{'、'.join(files)}）"


@check("MAT05", Material)
def supporting_evidence(view: View, params: Material) -> Iterator[Outcome]:
    """Answer whether enough kinds of material are there, and which were found where."""
    papers = supporting.candidates(view, (params.document,))
    asked = [k for k in params.kinds if _asked(view, k)]
    sought = [Sought(k, _found(view, k, papers)) for k in asked]
    title = view.program.document(params.document).title
    needed = min(params.minimum, len(asked))
    if not asked:
        yield Outcome("not_applicable", "MAT05.none_asked", title, {"document": title})
        return
    sure = [s for s in sought if s.sure]
    maybe = [s for s in sought if s.found and not s.sure]
    unread = [d for d in papers if not d.readable and d not in _known(sought)]
    status, key = _judge(len(sure), len(maybe), needed, bool(unread))
    values = _in_words(title, params, sought, needed)
    values["unread"] = "、".join(dict.fromkeys(d.file for d in unread)) or "无"
    evidence = tuple(s.evidence for each in sure + maybe for s in each.found[:1])
    specs = [view.program.document(params.document)]
    search = searching.for_document(view, specs) if status != "pass" else None
    yield Outcome(status, key, title, values, params.document, evidence, search)


def _asked(view: View, kind: Kind) -> bool:
    """Tell whether a kind is asked for: always, or because the form claims something."""
    return not kind.claimed_by or supporting.claimed(view, kind.claimed_by, kind.nothing) == "yes"


def _found(view: View, kind: Kind, papers: tuple[LogicalDocument, ...]) -> tuple[Support, ...]:
    of_keys = supporting.of_keys(view, kind.documents)
    return (*of_keys, *supporting.supports(view, kind.words, papers))


def _known(sought: list[Sought]) -> list[LogicalDocument]:
    """Return the documents that a kind was found in, or that are named like one."""
    return [s.document for each in sought for s in each.found]


def _judge(sure: int, maybe: int, needed: int, unread: bool) -> tuple[Status, str]:
    if sure >= needed:
        return "pass", "MAT05.enough"
    if unread and sure + maybe < needed:
        return "review", "MAT05.unread"
    if sure + maybe >= needed:
        return "review", "MAT05.maybe"
    return "review", "MAT05.too_few"


def _in_words(title: str, params: Material, sought: list[Sought], needed: int) -> dict[str, str]:
    asked = {s.kind.name for s in sought}
    missing = [s.kind.name for s in sought if not s.found]
    return {
        "document": title,
        "needed": str(needed),
        "kinds": "、".join(s.kind.name for s in sought),
        "count": str(sum(s.sure for s in sought)),
        "found": "；".join(s.shown for s in sought if s.sure) or "无",
        "maybe": "；".join(s.shown for s in sought if s.found and not s.sure) or "无",
        "names": "、".join(s.kind.name for s in sought if s.sure) or "无",
        "perhaps": "、".join(s.kind.name for s in sought if s.found and not s.sure) or "无",
        "missing": "、".join(missing) or "无",
        "not_asked": "、".join(k.name for k in params.kinds if k.name not in asked) or "无",
    }
