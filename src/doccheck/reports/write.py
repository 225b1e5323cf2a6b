"""Writes a report to a file; the suffix picks the form."""

from collections.abc import Callable
from pathlib import Path

from doccheck.errors import DoccheckError
from doccheck.model.report import Report
from doccheck.reports.html import to_html
from doccheck.reports.json_report import to_json
from doccheck.reports.markdown import to_markdown

Writer = Callable[[Report, str], str]

WRITERS: dict[str, Writer] = {
    ".json": lambda report, _: to_json(report),
    ".html": to_html,
    ".md": to_markdown,
}
"""Suffix → text of the report in a language."""

NOT_BUILT = (".docx", ".xlsx", ".sarif")


def check_target(path: Path) -> None:
    """Raise DoccheckError where no report can go: before the work is done, not after it."""
    suffix = path.suffix.lower()
    if suffix in WRITERS:
        if not path.parent.is_dir():
            raise DoccheckError("报告写不进去：没有这个文件夹", str(path), "请先建好文件夹")
        return
    known = "、".join(WRITERS)
    if suffix in NOT_BUILT:
        raise DoccheckError(f"{suffix} 格式的报告尚未实现", str(path), f"目前可用：{known}")
    raise DoccheckError(f"不认识的报告格式“{suffix}”", str(path), f"后缀请用：{known}")


def write_report(report: Report, path: Path, lang: str) -> None:
    """Write the report; the folder must be there."""
    check_target(path)
    text = WRITERS[path.suffix.lower()](report, lang)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DoccheckError(f"报告写不进去：{reason}", str(path), "请换一个可写的位置") from error
