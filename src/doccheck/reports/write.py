"""Writes a report to a file; the suffix picks the form.

The writers of office files are imported when they are used: they cost start-up time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from doccheck.errors import DoccheckError
from doccheck.model.report import PageImages, Report


@dataclass(frozen=True, slots=True)
class Means:
    """What a form may need besides the report: language, page pictures, an agency's own form."""

    lang: str = "zh"
    pictures: PageImages | None = None
    template: Path | None = None


Writer = Callable[[Report, Means], bytes]


def _json(report: Report, _: Means) -> bytes:
    from doccheck.reports.json_report import to_json

    return to_json(report).encode()


def _html(report: Report, means: Means) -> bytes:
    from doccheck.reports.html import to_html

    return to_html(report, means.lang, means.pictures).encode()


def _markdown(report: Report, means: Means) -> bytes:
    from doccheck.reports.markdown import to_markdown

    return to_markdown(report, means.lang).encode()


def _sarif(report: Report, means: Means) -> bytes:
    from doccheck.reports.sarif import to_sarif

    return to_sarif(report, means.lang).encode()


def _xlsx(report: Report, means: Means) -> bytes:
    from doccheck.reports.xlsx import to_xlsx

    return to_xlsx(report, means.lang)


def _notice(report: Report, means: Means) -> bytes:
    if means.template:
        from doccheck.reports.notice_template import fill_template

        return fill_template(report, means.lang, means.template)
    from doccheck.reports.notice_docx import to_notice

    return to_notice(report, means.lang)


WRITERS: dict[str, Writer] = {
    ".json": _json,
    ".html": _html,
    ".docx": _notice,
    ".xlsx": _xlsx,
    ".md": _markdown,
    ".sarif": _sarif,
}
"""Suffix → bytes of the report."""


def check_target(path: Path) -> None:
    """Raise DoccheckError where no report can go: before the work is done, not after it."""
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        known = "、".join(WRITERS)
        raise DoccheckError(f"不认识的报告格式“{suffix}”", str(path), f"后缀请用：{known}")
    if not path.parent.is_dir():
        raise DoccheckError("报告写不进去：没有这个文件夹", str(path), "请先建好文件夹")


def write_report(report: Report, path: Path, means: Means) -> None:
    """Write the report; the folder must be there."""
    check_target(path)
    content = WRITERS[path.suffix.lower()](report, means)
    try:
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DoccheckError(f"报告写不进去：{reason}", str(path), "请换一个可写的位置") from error
