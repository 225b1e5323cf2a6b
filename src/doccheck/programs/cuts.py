"""What a manifest says of one submission's files, and what the applicant proposes for them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from doccheck.errors import ProgramError
from doccheck.model.corrections import Correction
from doccheck.model.document import Document
from doccheck.model.files import SourceFile
from doccheck.programs.manifest import PROPOSAL, read_proposal
from doccheck.text import match

LIKE = 0.6  # likeness from which another file's name is worth naming


def fitting(
    corrections: Sequence[Correction], paths: Sequence[str], documents: Sequence[Document]
) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """Return the corrections with the files' full paths, and what is wrong with the others.

    A file may be told by its path or by a name that only one file has. What an applicant proposed
    for pages that the checker spoke of is left out.
    """
    found: list[Correction] = []
    faults: list[str] = []
    for one in sorted(corrections, key=lambda c: c.proposed):
        path = _path_of(one, paths)
        fault = _fault(one, path, paths, documents)
        if fault:
            faults.append(f"{one.place} {fault}")
        elif path and not any(_meet(one, path, other) for other in found):
            found.append(replace(one, file=path))
    return tuple(found), tuple(faults)


def _path_of(one: Correction, paths: Sequence[str]) -> str | None:
    wanted = unicodedata.normalize("NFC", one.file).removeprefix("./")
    if wanted in paths:
        return wanted
    named = [p for p in paths if p.rsplit("/", 1)[-1] == wanted]
    return named[0] if len(named) == 1 else None


def _fault(
    one: Correction, path: str | None, paths: Sequence[str], documents: Sequence[Document]
) -> str:
    """Return what is wrong with a correction for this submission, empty for nothing."""
    if path is None:
        return _no_such_file(one.file, paths)
    document = next((d for d in documents if d.file == path), None)
    if document is None:
        return f"文件“{path}”没有读出，无法分册"
    count = len(document.pages)
    if one.pages and not count:
        return f"文件“{path}”不分页，请只写文件名，不写页码"
    if one.pages and one.pages[1] > count:
        return f"“{one.told}”超出范围：该文件只有 {count} 页"
    return ""


def _no_such_file(name: str, paths: Sequence[str]) -> str:
    many = [p for p in paths if p.rsplit("/", 1)[-1] == name]
    if len(many) > 1:
        return f"有 {len(many)} 个文件名为“{name}”，请写上文件夹：{'、'.join(many[:3])}"
    near = match.best(name, paths, LIKE) if paths else None
    return f"申报材料中没有文件“{name}”" + (f"，是不是“{near[0]}”？" if near else "")


def _meet(one: Correction, path: str, other: Correction) -> bool:
    if path != other.file:
        return False
    if one.pages is None or other.pages is None:
        return True
    return one.pages[0] <= other.pages[1] and other.pages[0] <= one.pages[1]


def set_aside(files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    """Return the files, an applicant's proposal among them set aside: it is no material."""
    return tuple(
        replace(f, status="skipped", reason=_ASIDE) if is_proposal(f.path) else f for f in files
    )


def is_proposal(path: str) -> bool:
    """Tell whether a file is one in which an applicant proposes how to cut."""
    return path.rsplit("/", 1)[-1].lower() == PROPOSAL


_ASIDE = "申报单位的分册建议：只影响合订文件从哪一页分开，不决定材料种类，不豁免任何事项"


def cuts(
    files: Sequence[SourceFile],
    documents: Sequence[Document],
    told: Sequence[Correction],
    member: str = "",
) -> tuple[tuple[SourceFile, ...], tuple[Correction, ...]]:
    """Return the files, with what became of a proposal, and the cuts that hold for them.

    `member` is the submission's name in a stack, where the manifest's paths begin with it.
    Raises ProgramError where the checker's manifest does not fit the files.
    """
    mine = _of_member(told, member) if member else tuple(told)
    paths = [f.path for f in files if not is_proposal(f.path)]
    fit, faults = fitting(mine, paths, documents)
    if faults:
        what = "清单与申报材料对不上\n" + "\n".join(faults)
        raise ProgramError(what, "--manifest", "请按提示改正清单后再运行", faults)
    shown, proposed = _proposed(files, paths, documents)
    return shown, fitting((*fit, *proposed), paths, documents)[0]


def _of_member(told: Sequence[Correction], member: str) -> tuple[Correction, ...]:
    inside = [c for c in told if c.file.startswith(f"{member}/")]
    return tuple(replace(c, file=c.file.removeprefix(f"{member}/")) for c in inside)


def _proposed(
    files: Sequence[SourceFile], paths: Sequence[str], documents: Sequence[Document]
) -> tuple[tuple[SourceFile, ...], tuple[Correction, ...]]:
    """Return the files with the fate of a proposal, and the cuts that it proposes.

    Only the first such file counts. It speaks of files beside it or below.
    """
    found = next((f for f in files if is_proposal(f.path)), None)
    if found is None:
        return tuple(files), ()
    proposed, faults = read_proposal(found.local, found.path)
    folder = found.path[: -len(PROPOSAL)]
    beside = [replace(c, file=folder + c.file) for c in proposed]
    fit, unfit = fitting(beside, paths, documents)
    said = f"{_ASIDE}；采用 {len(fit)} 处" + "".join(f"；未采用：{f}" for f in (faults + unfit)[:5])
    return tuple(replace(f, reason=said) if f is found else f for f in files), fit
