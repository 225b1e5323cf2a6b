"""SIG: seals, signatures, dates."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.dossier import Mark
from doccheck.model.program import Who
from doccheck.model.result import Outcome


class Dated(Params):
    """SIG03. The documents to be dated, and whose date it is."""

    documents: tuple[str, ...] = Field(min_length=1)
    whose: Who = "enterprise"


@check("SIG03", Dated)
def date_present(view: View, params: Dated) -> Iterator[Outcome]:
    """Answer for each document whether it bears a date, a real one, within the window."""
    for key in params.documents:
        try:
            yield _dated(view, key, params.whose)
        except NotFoundError as missing:  # the other documents are looked at all the same
            yield unchecked(missing)


def _dated(view: View, key: str, whose: Who) -> Outcome:
    title = view.program.document(key).title
    copies = view.filled_in(key)
    ids = {d.id for d in copies}
    places = [m for m in view.marks(key, "date") if m.document in ids and m.who == whose]
    values = {"document": title, "file": copies[0].file, "places": str(len(places))}
    dated = [m for m in places if m.state != "absent"]
    search = view.search(view.hosts(key))
    if dated and len(dated) < len(places) and len(copies) == 1:
        evidence = tuple(m.evidence for m in places)
        return Outcome("review", "SIG03.partly", title, values, key, evidence)
    if dated:
        return _worst(view, title, key, values, dated)
    evidence = tuple(m.evidence for m in places) or tuple(view.cite(d) for d in copies)
    if places:
        return Outcome("fail", "SIG03.absent", title, values, key, evidence, search)
    return Outcome("review", "SIG03.no_place", title, values, key, evidence, search)


WORST_FIRST = (
    "SIG03.not_real", "SIG03.too_late", "SIG03.unclear", "SIG03.before_notice", "SIG03.future",
    "SIG03.dated",
)  # fmt: skip
FAILS = frozenset({"SIG03.not_real", "SIG03.too_late"})


def _worst(
    view: View, title: str, document: str, values: dict[str, str], dated: list[Mark]
) -> Outcome:
    """Return the answer for the date that is furthest from what is asked."""
    mark = min(dated, key=lambda m: WORST_FIRST.index(_judge(view, m)))
    key = _judge(view, mark)
    values |= {
        "date": mark.value or mark.evidence.quote,
        "notice": view.program.notice.date.isoformat(),
        "deadline": _last_day(view),
        "as_of": view.as_of.isoformat(),
        "file": mark.evidence.place.file,
    }
    status = "pass" if key == "SIG03.dated" else "fail" if key in FAILS else "review"
    shown = dated if status == "pass" else [mark]
    evidence = tuple(m.evidence for m in shown)
    return Outcome(status, key, title, values, document, evidence)  # type: ignore[arg-type]


def _judge(view: View, mark: Mark) -> str:
    if not mark.real:
        return "SIG03.not_real"
    if mark.day is None or mark.state == "unclear":
        return "SIG03.unclear"
    last = _last_day(view)
    if last and mark.day.isoformat() > last:
        return "SIG03.too_late"
    if mark.day < view.program.notice.date:
        return "SIG03.before_notice"
    return "SIG03.future" if mark.day > view.as_of else "SIG03.dated"


def _last_day(view: View) -> str:
    """Return the notice's last deadline as an ISO date, empty where it has none."""
    return max((d.date.isoformat() for d in view.program.deadlines), default="")
