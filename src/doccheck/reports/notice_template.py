"""The correction notice in an agency's own form (`--template`), filled by docxtpl.

The form is a Word file with fields such as `{{ enterprise }}` and, for the points,
`{%tr for p in mend %}` … `{{ p.subject }}` … `{%tr endfor %}`. It may hold: enterprise, program,
notice, as_of, deadline; mend, explain, advise (each point: number, material, subject, found,
asked, basis, remedy); later (a list of subjects).
"""

import io
from pathlib import Path
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from doccheck.errors import DoccheckError
from doccheck.model.report import Report
from doccheck.reports.notice import make_notice
from doccheck.reports.packing import without_hour
from doccheck.reports.wording.ui import Ui


def fill_template(report: Report, lang: str, template: Path) -> bytes:
    """Return the agency's form, filled."""
    try:
        from docxtpl import DocxTemplate  # noqa: PLC0415  an extra that need not be there
    except ImportError as error:
        raise DoccheckError(
            "填写自己的告知书格式需要 docxtpl",
            "--template",
            "请安装：pip install 'doccheck[template]'",
        ) from error
    values = make_notice(report, Ui(lang))._asdict()
    try:
        form = DocxTemplate(str(template))
        form.render(values, jinja_env=SandboxedEnvironment(autoescape=True))
        stream = io.BytesIO()
        form.save(stream)
    except TemplateError as error:
        raise DoccheckError(
            f"告知书格式中的填写标记有误：{error.message}", str(template), "请核对 {{ }} 和 {% %}"
        ) from error
    except (OSError, KeyError, ValueError, PackageNotFoundError, BadZipFile) as error:
        raise DoccheckError(
            "告知书格式打不开", str(template), "请确认是 Word 的 .docx 文件"
        ) from error
    return without_hour(stream.getvalue())
