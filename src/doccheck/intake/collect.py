"""From a path to a submission: every file found, named, hashed, sniffed and accounted for."""

import hashlib
import mmap
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from doccheck.errors import InputError
from doccheck.intake.archives import (
    ARCHIVE_FORMATS,
    MAX_DEPTH,
    MAX_FILES,
    TOO_DEEP,
    ArchiveRefusedError,
    Member,
    Store,
    check_package,
    unpack,
)
from doccheck.intake.cargo import Carrier, nothing_carried
from doccheck.intake.names import disk_name, junk_reason, report_path
from doccheck.intake.protected import decrypted_copy
from doccheck.intake.sniff import DOCUMENT_SUFFIXES, MEDIA_TYPES, sniff, suffix_lies, suffix_of
from doccheck.intake.volumes import SPLIT, is_volume, is_volume_name
from doccheck.model.files import Cargo, FileFormat, FileStatus, SourceFile, Submission

CARRIER_FORMATS: frozenset[FileFormat] = frozenset({"eml", "msg", "pdf", "docx", "doc"})
"""Formats that are no archives and may hold other files all the same."""

_PERHAPS_PROTECTED: frozenset[FileFormat] = frozenset({"encrypted", "xls"})
"""Formats of a file that may be encrypted with a password that everybody knows."""

_PACKAGES: frozenset[FileFormat] = frozenset({"docx", "xlsx", "pptx", "ofd", "odt", "ods"})

MAX_FOLDERS = 40  # folders in one another: people nest five
_EMPTY_DOCUMENT = "文件是空的（0 字节）；请重新导出后提交"
_EMPTY_OTHER = "空文件（0 字节），不是材料"
_UNKNOWN = "认不出的文件类型；请另存为 PDF 或 Word 文件后提交"
_ENCRYPTED = "文件设了打开密码；请去掉密码后重新提交"
_SHORTCUT = "只是快捷方式，没有带上文件本身；请提交原文件"
_PORTFOLIO_OPENED = "PDF 文件包，已取出其中的文件并逐个核对"
_MAIL_OPENED = "邮件，已取出附件并逐个核对"
_MAIL_EMPTY = "邮件里没有附件，也没有正文；请把材料单独提交"
_ARCHIVE_OPENED = "压缩包，已展开并逐个核对其中的文件"
_ARCHIVE_EMPTY = "压缩包是空的；请重新压缩后提交"
_FOLDERS_TOO_DEEP = f"文件夹套文件夹超过 {MAX_FOLDERS} 层，未打开；请把材料移到上层后提交"
_NO_ACCESS = "没有读取权限或读取出错"


def open_submission(path: Path, work: Path, carried: Carrier = nothing_carried) -> Submission:
    """Open what was handed in: a folder, an archive or one file.

    One file's trouble never stops the others: it stands in that file's `status` and `reason`.

    Args:
        path: the folder, archive or file.
        work: an existing folder for unpacked copies; the caller removes it when done.
        carried: takes the files out of mails, PDF and Word; left out, they stay inside.

    Raises:
        InputError: there is no such path, it is no file or folder, or the folder is empty.
    """
    store = Store(Path(tempfile.mkdtemp(prefix="unpacked-", dir=work)), carried=carried)
    found = [file for member in _members(path) for file in _account(member, store, depth=1)]
    if not found:
        raise InputError("文件夹是空的", str(path), "请指定放有申报材料的文件夹、压缩包或文件")
    distinct = _distinct(sorted(found, key=_by_path))
    return Submission(root=path, files=tuple(sorted(distinct, key=_by_path)))


def _by_path(file: SourceFile) -> tuple[str, str]:
    return file.path, file.sha256


def _members(path: Path) -> Iterator[Member]:
    try:
        path.stat()
    except OSError as error:  # not there, no permission, a name too long
        raise InputError("找不到要核对的材料", str(path), "请检查路径是否写对") from error
    if path.is_dir():
        return _few(_walk(path.resolve(), path.resolve()), path)
    if not path.is_file():
        raise InputError("不是普通文件", str(path), "请指定文件夹、压缩包或单个文件")
    return iter([Member(report_path(disk_name(path.name)), path.stat().st_size, path)])


def _few(members: Iterator[Member], folder: Path) -> Iterator[Member]:
    """Yield the files of a folder; InputError where they are too many for one submission."""
    for number, member in enumerate(members):
        if number >= MAX_FILES:
            raise InputError(
                f"文件夹里的文件超过 {MAX_FILES} 个，不像一份申报材料",
                str(folder),
                "请指定单个企业的文件夹；成批核对请用 doccheck screen",
            )
        yield member


def _walk(folder: Path, root: Path, depth: int = 0) -> Iterator[Member]:
    if depth > MAX_FOLDERS:
        yield Member(_shown(folder, root), 0, folder, "unreadable", _FOLDERS_TOO_DEEP)
        return
    try:
        children = sorted(folder.iterdir())
    except OSError:
        yield Member(_shown(folder, root), 0, folder, "unreadable", _NO_ACCESS)
        return
    for child in children:
        if child.is_dir() and not child.is_symlink():
            yield from _walk(child, root, depth + 1)
        else:
            yield _on_disk(child, root)


def _on_disk(path: Path, root: Path) -> Member:
    shown = _shown(path, root)
    try:
        size = path.lstat().st_size
    except OSError:  # gone since the folder was listed
        return Member(shown, 0, path, "unreadable", _NO_ACCESS)
    if path.is_symlink():
        return Member(shown, size, path, "skipped", _link_reason(path, root))
    if not path.is_file():
        return Member(shown, size, path, "skipped", "不是普通文件")
    return Member(shown, size, path)


def _shown(path: Path, root: Path) -> str:
    return report_path("/".join(disk_name(part) for part in path.relative_to(root).parts))


def _link_reason(link: Path, root: Path) -> str:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: a loop of links
        return "链接已失效"
    inside = target.is_relative_to(root)
    return "链接，所指文件已另行列出" if inside else "链接指向申报材料之外，未跟随"


def _account(member: Member, store: Store, depth: int) -> Iterator[SourceFile]:
    """Yield the file and, if it is an archive, everything in it."""
    file = _describe(member, store)
    if file.status == "read" and file.file_format in CARRIER_FORMATS:
        yield from _carried(file, store, depth)
        return
    if file.status != "read" or file.file_format not in ARCHIVE_FORMATS:
        yield file
        return
    try:
        if depth > MAX_DEPTH:
            raise ArchiveRefusedError(TOO_DEEP)
        if is_volume_name(file.path):
            raise ArchiveRefusedError(SPLIT)
        inner = unpack(file.local, file.file_format, store)
    except ArchiveRefusedError as refused:
        yield replace(file, status="unreadable", reason=str(refused))
        return
    if not inner:
        yield replace(file, status="unreadable", reason=_ARCHIVE_EMPTY)
        return
    yield replace(file, status="skipped", reason=_ARCHIVE_OPENED)
    for each in inner:
        prefixed = replace(each, path=f"{file.path}!/{each.path}")
        yield from _account(prefixed, store, depth + 1)


def _carried(file: SourceFile, store: Store, depth: int) -> Iterator[SourceFile]:
    """Yield a file that may carry others, and those; a mail is nothing but what it carries."""
    cargo = store.carried(file.local, file.file_format) if depth <= MAX_DEPTH else ()
    if file.file_format == "pdf" and cargo and is_portfolio(file.local):
        yield replace(file, status="skipped", reason=_PORTFOLIO_OPENED)
    elif file.file_format not in ("eml", "msg"):
        yield file
    elif cargo:
        yield replace(file, status="skipped", reason=_MAIL_OPENED)
    else:
        yield replace(
            file, status="unreadable", reason=TOO_DEEP if depth > MAX_DEPTH else _MAIL_EMPTY
        )
    for each in cargo:
        member = _stored(each, store)
        prefixed = replace(member, path=f"{file.path}!/{member.path}")
        yield from _account(prefixed, store, depth + 1)


def is_portfolio(local: Path) -> bool:
    """Return whether a PDF is a wrapper: its one page only says which program opens it."""
    with local.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return data.find(b"/Collection") >= 0


def _stored(cargo: Cargo, store: Store) -> Member:
    """Write a carried file into the work folder, within the submission's budget."""
    path, size = report_path(cargo.name).replace("/", "_") or "（无名文件）", len(cargo.content)
    if cargo.reason:
        return Member(path, size, status="skipped", reason=cargo.reason)
    try:
        store.admit(1, size)
    except ArchiveRefusedError as refused:
        return Member(path, size, status="unreadable", reason=str(refused))
    local = store.new_file(path)
    local.write_bytes(cargo.content)
    return Member(path, size, local)


def _describe(member: Member, store: Store) -> SourceFile:
    if member.status != "read" or member.local is None:
        local = member.local or store.folder / "not-unpacked"
        return _untouched(member, local, member.status, member.reason)
    local = member.local
    try:
        file_format, media_type = sniff(local)
        sha256 = _sha256(local)
        if file_format in _PERHAPS_PROTECTED:
            copy = store.new_file(member.path)
            if decrypted_copy(local, copy):
                local, (file_format, media_type) = copy, sniff(copy)
    except OSError:
        return _untouched(member, member.local, "unreadable", _NO_ACCESS)
    status, reason = _standing(member.path, local, file_format)
    lies = status != "skipped" and suffix_lies(member.path, file_format)
    return SourceFile(
        member.path,
        local,
        member.size,
        sha256,
        file_format,
        media_type,
        status,
        reason,
        lies,
    )


def _untouched(member: Member, local: Path, status: FileStatus, reason: str) -> SourceFile:
    unknown: FileFormat = "unknown"
    media_type = MEDIA_TYPES[unknown]
    return SourceFile(member.path, local, member.size, "", unknown, media_type, status, reason)


def _standing(path: str, local: Path, file_format: FileFormat) -> tuple[FileStatus, str]:
    """Return whether a file is to be read, and if not, why."""
    junk = junk_reason(path)
    if junk:
        return "skipped", junk
    if file_format == "empty":
        expected = suffix_of(path) in DOCUMENT_SUFFIXES
        return ("unreadable", _EMPTY_DOCUMENT) if expected else ("skipped", _EMPTY_OTHER)
    if file_format == "encrypted":
        return "unreadable", _ENCRYPTED
    if suffix_of(path) in ("lnk", "url"):
        return "unreadable", _SHORTCUT
    if file_format == "unknown":
        part = is_volume_name(path) or is_volume(local)
        return "unreadable", SPLIT if part else _UNKNOWN
    refusal = check_package(local) if file_format in _PACKAGES else ""
    return ("unreadable", refusal) if refusal else ("read", "")


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _distinct(files: list[SourceFile]) -> Iterator[SourceFile]:
    """Number the paths that an archive holds twice, so that a path names one file."""
    seen: Counter[str] = Counter()
    for file in files:
        seen[file.path] += 1
        count = seen[file.path]
        yield replace(file, path=_numbered(file.path, count)) if count > 1 else file


def _numbered(path: str, count: int) -> str:
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{pure.stem} ({count}){pure.suffix}"))
