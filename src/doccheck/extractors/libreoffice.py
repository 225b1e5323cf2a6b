"""What only LibreOffice can read: Word 6.0/95 and old slides, turned into new ones by it.

Never required. It gets a profile of its own (two programs on one profile stop each other), no
more time than allowed, and its output is looked for: it ends with 0 on a corrupt file too.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from doccheck.errors import UnreadableFileError
from doccheck.extractors.slides import read_slides
from doccheck.extractors.word import read_word
from doccheck.model.document import Document
from doccheck.model.files import SourceFile

SECONDS = 60.0  # to start and convert one file: 3 where it is idle, ten times that under load


class Conversion(NamedTuple):
    """What is turned into what: suffixes, by which program, how the files are called, what else."""

    before: str
    after: str
    program: str
    called: str
    next_step: str


OLD_WORD = Conversion(
    "doc", "docx", "Writer", "Word 6.0/95 的文件", "请用 Word 或 WPS 另存为 .docx 后提交"
)
OLD_SLIDES = Conversion(
    "ppt", "pptx", "Impress", "旧版演示文稿（.ppt）", "请另存为 .pptx 或 PDF 后提交"
)
CONVERTED_BY = "由 LibreOffice 转换后读取，版式细节可能与原件不同"


def read_old_doc(source: SourceFile) -> Document:
    """Return what a Word 6.0/95 file says.

    Raises:
        UnreadableFileError: LibreOffice is not installed, or cannot read it either.
    """
    return _read(source, OLD_WORD, read_word)


def read_ppt(source: SourceFile) -> Document:
    """Return what the slides of an old presentation (.ppt, .pps, .dps) say.

    Raises:
        UnreadableFileError: LibreOffice is not installed, or cannot read it either.
    """
    return _read(source, OLD_SLIDES, read_slides)


def _read(
    source: SourceFile, kind: Conversion, reader: Callable[[SourceFile], Document]
) -> Document:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableFileError(
            f"{kind.called}，本机未装 LibreOffice，读不了", source.path, kind.next_step
        )
    with tempfile.TemporaryDirectory(prefix="doccheck-office-", ignore_cleanup_errors=True) as work:
        made = _converted(program, source.local, Path(work), kind)
        if made is None:
            what = f"{kind.called}，转换失败（文件损坏，或 LibreOffice 未装 {kind.program}）"
            raise UnreadableFileError(what, source.path, kind.next_step)
        document = reader(replace(source, local=made, size=made.stat().st_size))
    return replace(
        document,
        file_format=source.file_format,
        problems=(*document.problems, CONVERTED_BY),
    )


def _converted(program: str, original: Path, work: Path, kind: Conversion) -> Path | None:
    """Convert a copy with a neutral name; None where nothing came out."""
    copy, out = work / f"file.{kind.before}", work / "out"
    shutil.copyfile(original, copy)
    profile = (work / "profile").as_uri()
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore",
        "--convert-to", kind.after, "--outdir", str(out), str(copy),
    ]  # fmt: skip
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        try:
            running.wait(SECONDS)
        except subprocess.TimeoutExpired:
            if os.name == "posix":  # its own session: the launcher's children end too
                os.killpg(running.pid, signal.SIGKILL)
            else:
                running.kill()
    made = out / f"file.{kind.after}"
    return made if made.is_file() and made.stat().st_size else None
