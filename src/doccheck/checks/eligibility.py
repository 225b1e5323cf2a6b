"""ELI: who may apply, where from, until when."""

from collections.abc import Iterator

from doccheck.checks import regions
from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.places import CERTAIN
from doccheck.model.program import Deadline
from doccheck.model.result import Outcome, Status

TWO_SIGNS = 0.85
"""How sure address and code must be read where both say the same: misread, they would not agree.
Nor would two names of the region in one address, a district and its street."""


@check("ELI06")
def region_and_window(view: View, _params: Params) -> Iterator[Outcome]:
    """Answer where the applicant sits, then whether the day of receipt is in time."""
    yield _region(view)
    yield _window(view)


def _region(view: View) -> Outcome:
    region = view.program.region
    if region is None:
        return Outcome("not_applicable", "ELI06.no_region", "地区", target="region")
    signs = regions.signs(view, region)
    values = {"region": region.name, "found": "；".join(s.text for s in signs)}
    known = [s for s in signs if s.standing != "unknown"]
    evidence = tuple(s.evidence for s in known or signs)
    outside = [s for s in known if s.standing == "outside"]
    both_kinds = {s.kind for s in known} == {"address", "code"}
    status: Status
    if not known:
        key, status = "ELI06.region_unknown", "not_checked"
    elif not outside:
        key, status = "ELI06.inside", "pass"
    elif len(outside) == len(known) and both_kinds:
        key, status = "ELI06.outside", "fail"
    else:
        key, status = "ELI06.partly_outside", "review"
    twice = both_kinds or any(s.names > 1 for s in known)
    floor = TWO_SIGNS if status == "pass" and twice else CERTAIN
    return Outcome(status, key, region.name, values, "region", evidence, floor=floor)


def _window(view: View) -> Outcome:
    deadlines = [
        d for d in view.program.deadlines if d.who == "enterprise" or view.role == "reviewer"
    ]
    if not deadlines:
        return Outcome("not_applicable", "ELI06.no_deadline", "截止日期", target="window")
    missed = [d for d in deadlines if view.as_of > d.date]
    shown: Deadline = min(missed or deadlines, key=lambda d: d.date)
    values = {
        "deadline": shown.date.isoformat(),
        "as_of": view.as_of.isoformat(),
        "days": str(abs((view.as_of - shown.date).days)),
    }
    subject = shown.says or "截止日期"
    if not missed:
        return Outcome("pass", "ELI06.in_time", subject, values, "window")
    if view.as_of_given:
        return Outcome("fail", "ELI06.late", subject, values, "window")
    return Outcome("review", "ELI06.today_late", subject, values, "window")
