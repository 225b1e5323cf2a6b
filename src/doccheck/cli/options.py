"""The options that `check` and `screen` share (contract §1), and the settings that they make."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

if TYPE_CHECKING:
    from doccheck.extractors.ocr.choice import OcrChoice
    from doccheck.pipeline import Settings

F = TypeVar("F", bound=Callable[..., Any])
OCR_ENGINES = ("auto", "rapidocr", "tesseract", "off")
SHARED = (
    click.option("--program", metavar="ID", help="方案编号或方案文件的路径；不写则从材料中辨认。"),
    click.option(
        "--format", "form", type=click.Choice(["text", "json"]), default="text",
        help="标准输出的格式。",
    ),
    click.option("--ocr", type=click.Choice(OCR_ENGINES), default="auto", help="文字识别引擎。"),
    click.option("--no-cache", is_flag=True, help="不使用也不保存文字识别的缓存。"),
    click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="报告的语言。"),
    click.option("--quiet", is_flag=True, help="不显示进度。"),
    click.option(
        "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
        help="收件日期，如 2026-01-31；不写则为今天。",
    ),
    click.option(
        "--role", type=click.Choice(["enterprise", "reviewer"]), default="enterprise",
        help="企业自查，还是受理方审核；成批核对时，跨材料的规则总是检查。",
    ),
    click.option(
        "--manifest", metavar="FILE", type=click.Path(path_type=Path),
        help="核对人自己的清单（.yaml）：更正合订文件的分册、豁免事项（docs/bound-files.md）。",
    ),
    click.option(
        "--recognised", metavar="FILE", type=click.Path(path_type=Path),
        help="已获认定企业的名单，每行一家（.txt、.csv、.xlsx、.docx、.pdf）。",
    ),
)  # fmt: skip


def shared_options(command: F) -> F:
    """Give a command the options that both share."""
    for option in reversed(SHARED):
        command = option(command)
    return command


def make_settings(  # noqa: PLR0913, PLR0917  one argument for each shared option that matters
    program: str | None,
    ocr: str,
    no_cache: bool,
    lang: str,
    as_of: datetime | None,
    role: Literal["enterprise", "reviewer"],
    manifest: Path | None,
    recognised: Path | None,
) -> "Settings":
    """Return how to check by the shared options; reads the manifest and the list of awards."""
    from doccheck.cli.awards import read_awards
    from doccheck.pipeline import Settings
    from doccheck.programs.manifest import load_manifest

    waivers, corrections = load_manifest(manifest) if manifest else ((), ())
    return Settings(
        as_of=as_of.date() if as_of else date.today(),
        program=program,
        as_of_given=as_of is not None,
        role=role,
        recognised=read_awards(recognised) if recognised else None,
        lang=lang,
        ocr=ocr_choice(ocr, no_cache),
        waivers=waivers,
        corrections=corrections,
    )


def ocr_choice(name: str, no_cache: bool) -> "OcrChoice":
    """Return how pages are to be recognised; DoccheckError where the engine is missing."""
    from doccheck.extractors.ocr.choice import OFF, OcrChoice, cache_folder

    if name == "off":
        return OFF
    cache = None if no_cache else cache_folder()
    if name == "tesseract":
        from doccheck.extractors.ocr.engine import load_engine

        load_engine("tesseract")  # says what is missing before any file is read
        return OcrChoice("tesseract", cache)
    return OcrChoice("rapidocr", cache)
