"""The list of enterprises recognised before (`--recognised FILE`)."""

import tempfile
from pathlib import Path

from doccheck.errors import InputError
from doccheck.extractors.read import ReadingTrouble, read_file
from doccheck.intake import open_submission
from doccheck.model.document import walk_paragraphs

PLAIN = (".txt", ".csv")


def read_awards(path: Path) -> tuple[str, ...]:
    """Return the names in a list: one a line or a cell, in any file that can be read."""
    names = _plain_lines(path) if path.suffix.lower() in PLAIN else _read_lines(path)
    found = tuple(dict.fromkeys(name for line in names if (name := line.strip())))
    if not found:
        raise InputError("名单中没有企业名称", str(path), "请每行写一家企业的全称")
    return found


def _plain_lines(path: Path) -> list[str]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError("读不到名单", str(path), "请检查路径是否写对") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding).replace(",", "\n").splitlines()
        except UnicodeDecodeError:
            continue
    raise InputError("名单的文字编码认不出", str(path), "请另存为 UTF-8")


def _read_lines(path: Path) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="doccheck-", ignore_cleanup_errors=True) as work:
        source = open_submission(path, Path(work)).files[0]
        answer = read_file(source)
    if isinstance(answer, ReadingTrouble):
        raise InputError(f"名单读不出来：{answer.reason}", str(path), "请改用 .txt，每行一家")
    return [line for p in walk_paragraphs(answer.blocks) for line in p.text.splitlines()]
