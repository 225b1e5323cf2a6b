"""Submissions in an object store (`s3://…`, `oss://…`): listed, fetched within bounds, by fsspec.

Keys are anybody's text: each part of one becomes a harmless file name, so nothing is written
outside the work folder and nothing of a submission is left out. Credentials and addresses come from
where the store's own tools look for them (`AWS_…`, `OSS_…`, `FSSPEC_…`).
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doccheck.errors import DoccheckError, InputError
from doccheck.intake.archives import MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES
from doccheck.screening.executor import DISK_FULL

SCHEMES = ("s3", "oss")
"""Stores that are tested. fsspec knows many more; some of them read local files."""

MAX_OBJECTS = 1_000_000  # in one stack: 5000 submissions hold some 50,000
BLOCK_BYTES = 8 << 20  # fetched at a time: a few requests for a scan, little memory
MAX_PARTS = 32  # of a key; real submissions nest four folders deep
SUFFIX_LETTERS = 10  # of a suffix that is kept where a name is cut
NAME_BYTES = 200  # a file system allows 255; room for a digest


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """An object: its key with the bucket, its path in the submission, size, and content's tag."""

    key: str
    path: str
    size: int
    tag: str


@dataclass(frozen=True, slots=True)
class RemoteTree:
    """A submission in an object store: a folder, or one object, which has an empty path."""

    scheme: str
    name: str
    files: tuple[RemoteFile, ...]

    @property
    def is_folder(self) -> bool:
        """Return whether it is a folder."""
        return self.files[0].path != ""

    @property
    def fingerprint(self) -> str:
        """Return a hash of names and contents, by the store's own tags."""
        listed = "\0".join(f"{f.path}\0{f.size}\0{f.tag}" for f in self.files)
        return hashlib.sha256(f"{self.name}\0{listed}".encode("utf-8", "replace")).hexdigest()


def is_remote(place: str) -> bool:
    """Return whether a stack's place is a URL and no path."""
    return "://" in place


def remote_trees(url: str) -> tuple[RemoteTree, ...]:
    """List what lies at a URL, by the first part of the keys; what has no parts is a file.

    Raises DoccheckError where the store is not one we know or cannot be listed.
    """
    scheme = url.partition("://")[0]
    store = _file_system(scheme)
    with _told(url):
        root = str(store._strip_protocol(url)).rstrip("/")
        store.invalidate_cache()
        found: dict[str, dict[str, Any]] = store.find(root, detail=True)
    if len(found) > MAX_OBJECTS:
        raise InputError(f"对象多于 {MAX_OBJECTS} 个", url, "请分成几批")
    trees: dict[tuple[str, bool], list[RemoteFile]] = {}
    for key, about in sorted(found.items()):
        if about.get("type") == "directory" or key.endswith("/"):
            continue
        name, folder, rest = key[len(root) + 1 :].partition("/")
        file = RemoteFile(key, rest, int(about.get("size") or 0), _tag(about))
        trees.setdefault((name, bool(folder)), []).append(file)
    return tuple(RemoteTree(scheme, name, tuple(f)) for (name, _), f in sorted(trees.items()))


def _tag(about: dict[str, Any]) -> str:
    return str(about.get("ETag") or about.get("LastModified") or "")


def fetch(tree: RemoteTree, work: Path) -> Path:
    """Fetch a submission into an existing folder and return where it is.

    Raises InputError where it is larger than a submission may be or changes meanwhile,
    DoccheckError where the store does not answer.
    """
    _admit(tree)
    store = _file_system(tree.scheme)
    home = work / safe_name(tree.name)
    for file, path in zip(tree.files, _local_paths(tree.files), strict=True):
        target = home.joinpath(*path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _told(file.key):
            _copy(store, file, target)
    return home


def _admit(tree: RemoteTree) -> None:
    next_step = "请分开提交"
    if len(tree.files) > MAX_FILES:
        raise InputError(f"文件超过 {MAX_FILES} 个，未下载", tree.name, next_step)
    if max(f.size for f in tree.files) > MAX_FILE_BYTES:
        raise InputError(f"有文件超过 {MAX_FILE_BYTES >> 20} MB，未下载", tree.name, next_step)
    if sum(f.size for f in tree.files) > MAX_TOTAL_BYTES:
        raise InputError(f"合计超过 {MAX_TOTAL_BYTES >> 30} GB，未下载", tree.name, next_step)


def _copy(store: Any, file: RemoteFile, target: Path) -> None:
    """Copy as many bytes as were listed; more or fewer means that the object was replaced.

    Asked for by key alone: a key that other keys go on from would be taken for a folder if opened.
    """
    at = 0
    with target.open("xb") as out:
        while at < file.size:
            left = file.size - at
            end = at + (BLOCK_BYTES if left > BLOCK_BYTES else left + 1)
            block: bytes = store.cat_file(file.key, start=at, end=end)
            if len(block) != min(left, BLOCK_BYTES):
                raise InputError("下载时文件变了", file.key, "请等上传完再核对")
            out.write(block)
            at += len(block)


def _local_paths(files: tuple[RemoteFile, ...]) -> list[tuple[str, ...]]:
    """Return a harmless path for each file, no two the same and none where a folder is."""
    paths = [_safe_parts(f.path) for f in files]
    folders = {path[:depth] for path in paths for depth in range(1, len(path))}
    taken: set[tuple[str, ...]] = set()
    for number, path in enumerate(paths):
        if path and (path in folders or path in taken):
            paths[number] = (*path[:-1], safe_name(path[-1], f"-{number}"))
        taken.add(paths[number])
    return paths


def _safe_parts(path: str) -> tuple[str, ...]:
    parts = path.split("/") if path else []
    kept = [*parts[: MAX_PARTS - 1], "_".join(parts[MAX_PARTS - 1 :])]
    return tuple(safe_name(part) for part in (kept if len(parts) >= MAX_PARTS else parts))


def safe_name(part: str, mark: str = "") -> str:
    """Return a file name for a part of a key; one that had to be changed ends in a digest."""
    plain = "".join(ch if ch.isprintable() and ch not in '/\\:*?"<>|' else "_" for ch in part)
    stem, dot, suffix = plain.rpartition(".")
    if plain == part and plain.strip(". ") and len(plain.encode()) <= NAME_BYTES and not mark:
        return plain
    digest = hashlib.sha256(part.encode("utf-8", "replace")).hexdigest()[:8]
    end = f"{mark}-{digest}{dot}{suffix[:SUFFIX_LETTERS]}" if stem else f"{mark}-{digest}"
    return _cut(stem.strip(". ") or "_", NAME_BYTES - len(end.encode())) + end


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")


def _file_system(scheme: str) -> Any:
    """Return fsspec's file system for a scheme; DoccheckError where it is not to be had."""
    if scheme not in SCHEMES:
        known = "、".join(f"{s}://" for s in SCHEMES)
        raise DoccheckError(f"不支持 {scheme}://", scheme, f"可用：{known}，或本机的文件夹")
    try:
        import fsspec  # noqa: PLC0415  an extra

        return fsspec.filesystem(scheme)
    except ImportError as error:
        what, next_step = f"没有安装 {error.name or scheme}", "pip install 'doccheck[remote]'"
        raise DoccheckError(what, f"{scheme}://", next_step) from error


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Say that a store does not answer, whatever its client raises."""
    try:
        yield
    except DoccheckError:
        raise
    except Exception as error:  # each store's client has errors of its own
        if isinstance(error, OSError) and error.errno in DISK_FULL:
            raise
        what = f"对象存储读不到（{type(error).__name__}: {error}）"
        raise DoccheckError(what, where, "请检查地址、网络和访问密钥") from error
