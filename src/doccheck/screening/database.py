"""What was found, in tables: SQLite beside the reports, or a PostgreSQL that many runs share.

One writer, the process that runs the stack: workers hand their findings back. A submission is
written in one transaction after its reports, so its row is the sign that all of it is there.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from doccheck.errors import DoccheckError

SCHEMA = 1
"""Version of the tables; one written by another version is not touched."""

BUSY_SECONDS = 30  # another run on the same folder holds the file for milliseconds
LEAST_FREE = 64 << 10  # bytes that SQLite needs to open its journal
_FULL = ("disk is full", "No space left")
FILE = "results.sqlite"
URL_FORM = "形如 postgresql://用户:密码@主机/库"

_METADATA = sa.MetaData()
_TEXT, _WHOLE, _REAL, _TRUTH = sa.Text, sa.Integer, sa.Float, sa.Boolean


def _column(name: str, kind: type[sa.types.TypeEngine[Any]]) -> "sa.Column[Any]":
    return sa.Column(name, kind, nullable=False)


def _own_id() -> "sa.Column[int]":
    return sa.Column("id", sa.Integer, primary_key=True)


def _owner(table: str, *, optional: bool = False) -> "sa.Column[int]":
    link = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table[:-1]}_id", sa.Integer, link, nullable=optional, index=True)


_SCHEMA_TABLE = sa.Table("schema_version", _METADATA, _column("version", _WHOLE))

RUNS = sa.Table(
    "runs", _METADATA, _own_id(), _column("place", _TEXT), _column("stack", _TEXT),
    _column("program", _TEXT), _column("as_of", _TEXT), _column("role", _TEXT),
    _column("version", _TEXT), _column("method", _TEXT), _column("submissions", _WHOLE),
    _column("started_at", _TEXT), sa.Column("ended_at", sa.Text), sa.Column("verdict", sa.Text),
)  # fmt: skip
"""One row a call; `ended_at` is null while it runs and where it was killed."""

SUBMISSIONS = sa.Table(
    "submissions", _METADATA, _own_id(), _owner("runs"), _column("place", _TEXT),
    _column("slug", _TEXT), _column("name", _TEXT), _column("content", _TEXT),
    _column("method", _TEXT), _column("outcome", _TEXT), _column("attempt", _WHOLE),
    _column("reason", _TEXT), _column("enterprise", _TEXT), _column("verdict", _TEXT),
    _column("pages", _WHOLE), _column("seconds", _REAL), _column("anything_read", _TRUTH),
    _column("checked_at", _TEXT), _column("report_sha256", _TEXT), _column("line", _TEXT),
    _column("digest", _TEXT), sa.UniqueConstraint("place", "slug"),
)  # fmt: skip
"""One row a submission of an output folder, as last checked. `place`: where its reports lie.

`content` and `method` are hashes of what was checked and how; `line` and `digest` are JSON, for the
index and for the checks across submissions.
"""

RESULTS = sa.Table(
    "results", _METADATA, _own_id(), _owner("submissions", optional=True), _owner("runs"),
    _column("number", _WHOLE), _column("rule_id", _TEXT), _column("rule", _TEXT),
    _column("target", _TEXT), _column("subject", _TEXT), _column("clause", _TEXT),
    _column("status", _TEXT), _column("severity", _TEXT), _column("message", _TEXT),
)  # fmt: skip
"""Answers in the report's order; those across submissions have no submission."""

FACTS = sa.Table(
    "facts", _METADATA, _own_id(), _owner("submissions"), _column("number", _WHOLE),
    _column("name", _TEXT), _column("value", _TEXT), _column("raw", _TEXT),
    _column("document", _TEXT), _column("confidence", _REAL),
)  # fmt: skip

VERDICT_CHANGES = sa.Table(
    "verdict_changes", _METADATA, _own_id(), _owner("runs"), _column("place", _TEXT),
    _column("slug", _TEXT), _column("before", _TEXT), _column("after", _TEXT),
    _column("content_changed", _TRUTH), _column("method_changed", _TRUTH), _column("at", _TEXT),
)  # fmt: skip
"""A verdict that came out otherwise than the time before, and what had changed."""

Values = Mapping[str, Any]
"""Column → value."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open store of findings.

    `shown` is how to call it in messages, without a password; `folder` where its file lies.
    """

    engine: sa.Engine
    shown: str
    folder: Path | None = None

    def close(self) -> None:
        """Let go of the connections; SQLite folds its journal into the file."""
        self.engine.dispose()

    def begin_run(self, run: Values) -> int:
        """Write that a run has begun; return its number."""
        with self._change() as to:
            return _inserted(to, RUNS, run)

    def end_run(self, number: int, ended: Values, results: Iterable[Values]) -> None:
        """Write how a run ended, and the answers across its submissions."""
        with self._change() as to:
            to.execute(sa.update(RUNS).where(RUNS.c.id == number).values(_clean(ended)))
            _insert_all(to, RESULTS, results, submission_id=None, run_id=number)

    def keep(self, entry: Values, results: Iterable[Values], facts: Iterable[Values]) -> None:
        """Write a submission in place of what was found of it before."""
        with self._change() as to:
            where = _at(entry["place"], entry["slug"])
            before = to.execute(sa.select(SUBMISSIONS).where(where)).mappings().first()
            if before:
                _note_change(to, before, entry)
                to.execute(sa.delete(SUBMISSIONS).where(where))
            number = _inserted(to, SUBMISSIONS, entry)
            _insert_all(to, RESULTS, results, submission_id=number, run_id=entry["run_id"])
            _insert_all(to, FACTS, facts, submission_id=number)

    def find(self, place: str, slug: str, *columns: str) -> Values | None:
        """Return columns of a submission's row, None where there is none."""
        wanted = sa.select(*(SUBMISSIONS.c[name] for name in columns)).where(_at(place, slug))
        with self._asked() as of:
            row = of.execute(wanted).mappings().first()
            return dict(row) if row else None

    @contextmanager
    def _change(self) -> Iterator[sa.Connection]:
        with self.told(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def told(self) -> Iterator[None]:
        """Say of a store that fails what to do; a full disk is told as one (OSError)."""
        try:
            yield
        except SQLAlchemyError as error:
            reason = str(getattr(error, "orig", None) or error)
            if any(said in reason for said in _FULL) or self._disk_is_full():
                raise OSError(ENOSPC, "No space left on device", self.shown) from error
            what = f"结果库用不了：{reason.splitlines()[0]}"
            raise DoccheckError(what, self.shown, "排除后再运行一次，接着做") from error

    def _disk_is_full(self) -> bool:
        """Tell it by the room left: SQLite says "disk I/O error" where it cannot map its index."""
        return self.folder is not None and shutil.disk_usage(self.folder).free < LEAST_FREE

    @contextmanager
    def _asked(self) -> Iterator[sa.Connection]:
        with self.told(), self.engine.connect() as connection:
            yield connection


def open_database(folder: Path, url: str = "") -> Database:
    """Open the store that a URL names, the SQLite file of a folder without one; make its tables.

    Raises DoccheckError where it cannot be opened or is another version's.
    """
    try:
        where = _full(url) if url else sa.URL.create("sqlite", database=str(folder / FILE))
        timeout = {"timeout": BUSY_SECONDS} if where.get_backend_name() == "sqlite" else {}
        engine = sa.create_engine(where, connect_args=timeout, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise DoccheckError("不是可用的数据库地址", "--store", URL_FORM) from error
    except ModuleNotFoundError as error:
        what, next_step = f"没有安装 {error.name}", "pip install 'doccheck[postgres]'"
        raise DoccheckError(what, "--store", next_step) from error
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
    shown = where.render_as_string(hide_password=True)
    database = Database(engine, shown, None if url else folder)
    try:
        with database.told():
            _make_tables(engine, shown)
    except TypeError as error:  # the driver is called without what the URL leaves out
        raise DoccheckError("数据库地址不完整", "--store", URL_FORM) from error
    return database


def _full(url: str) -> sa.URL:
    """Return a URL with its driver: pg8000 where PostgreSQL is named without one."""
    made = sa.make_url(url)
    plain = made.drivername in ("postgresql", "postgres")
    return made.set(drivername="postgresql+pg8000") if plain else made


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Let readers read while the run writes; on a power cut the last rows may be done again."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _make_tables(engine: sa.Engine, shown: str) -> None:
    _METADATA.create_all(engine)
    with engine.begin() as to:
        version = to.execute(sa.select(_SCHEMA_TABLE)).scalar()
        if version is None:
            to.execute(sa.insert(_SCHEMA_TABLE).values(version=SCHEMA))
    if version not in (None, SCHEMA):
        what = f"结果库是另一个版本写的（{version}，本版本为 {SCHEMA}）"
        raise DoccheckError(what, shown, "请换一个输出文件夹或数据库")


def _at(place: str, slug: str) -> "sa.ColumnElement[bool]":
    return sa.and_(SUBMISSIONS.c.place == place, SUBMISSIONS.c.slug == slug)


def _note_change(to: sa.Connection, before: Mapping[Any, Any], entry: Values) -> None:
    if before["verdict"] == entry["verdict"]:
        return
    change = {key: entry[key] for key in ("run_id", "place", "slug")} | {
        "before": before["verdict"],
        "after": entry["verdict"],
        "content_changed": before["content"] != entry["content"],
        "method_changed": before["method"] != entry["method"],
        "at": entry["checked_at"],
    }
    to.execute(sa.insert(VERDICT_CHANGES).values(change))


def _inserted(to: sa.Connection, table: sa.Table, values: Values) -> int:
    key = to.execute(sa.insert(table).values(_clean(values))).inserted_primary_key
    assert key is not None
    return int(key[0])


def _insert_all(
    to: sa.Connection, table: sa.Table, rows: Iterable[Values], **owner: int | None
) -> None:
    numbered = [{**_clean(row), **owner, "number": n} for n, row in enumerate(rows)]
    if numbered:
        to.execute(sa.insert(table), numbered)


def _clean(values: Values) -> dict[str, Any]:
    """Return values that every database takes: no NUL, no half of a character pair."""
    return {
        key: value.encode("utf-8", "replace").decode().replace("\0", "")
        if isinstance(value, str)
        else value
        for key, value in values.items()
    }
