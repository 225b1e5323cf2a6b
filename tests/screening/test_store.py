"""What is kept of a run: in SQLite beside the reports, in PostgreSQL, on a disk that is full."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from doccheck.errors import DoccheckError
from doccheck.pipeline import Settings
from doccheck.screening.database import FILE, open_database
from doccheck.screening.plan import Plan
from doccheck.screening.run import Screened, screen
from doccheck.screening.stack import open_stack

SETTINGS = Settings(date(2024, 5, 9), program="changzhou-lean-2023")
TABLES = ("runs", "submissions", "results", "facts", "verdict_changes")
FORM = "企业名称：{}\n法定代表人：王翠兰\n统一社会信用代码：91320400MA1N0T0T0X\n"


@pytest.fixture
def stack(tmp_path: Path) -> Path:
    for name in ("甲公司", "乙公司"):
        (tmp_path / "一批" / name).mkdir(parents=True)
        (tmp_path / "一批" / name / "申报表.txt").write_text(FORM.format(name), encoding="utf-8")
    return tmp_path / "一批"


def run(stack: Path, out: Path, store: str = "", resume: bool = True) -> Screened:
    plan = Plan(out, pages=False, isolated=False, store=store, resume=resume)
    return screen(open_stack(stack), SETTINGS, plan)


def counts(url: str) -> dict[str, int]:
    engine = sa.create_engine(url)
    with engine.connect() as of:
        found = {
            t: int(of.execute(sa.text(f"select count(*) from {t}")).scalar_one()) for t in TABLES
        }
    engine.dispose()
    return found


def test_the_tables_say_what_the_reports_say(stack: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = run(stack, out).report
    with sqlite3.connect(out / FILE) as of:
        assert of.execute("pragma journal_mode").fetchone() == ("wal",)
        rows = dict(of.execute("select name, verdict from submissions").fetchall())
        assert rows == {r.name: r.verdict for r in report.rows}
        total = of.execute("select count(*) from results where submission_id is not null")
        assert total.fetchone()[0] == sum(sum(r.counts.values()) for r in report.rows)
        across = of.execute("select rule, status from results where submission_id is null")
        assert across.fetchall() == [(r.result.rule, r.result.status) for r in report.results]
        verdict = of.execute("select verdict, ended_at is not null from runs").fetchall()
        assert verdict == [(report.summary.verdict, 1)]


def test_a_second_run_resumes_and_an_edited_report_is_made_again(
    stack: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(stack, out)
    assert run(stack, out).resumed == ["乙公司", "甲公司"]
    (out / "submissions" / "甲公司.json").write_text("{}", encoding="utf-8")
    assert run(stack, out).resumed == ["乙公司"]
    moved = out.rename(tmp_path / "elsewhere")
    assert run(stack, moved).resumed == ["乙公司", "甲公司"]
    assert counts(f"sqlite:///{moved / FILE}")["runs"] == 4


def test_a_changed_verdict_is_noted_with_what_had_changed(stack: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(stack, out)
    with sqlite3.connect(out / FILE) as to:
        to.execute("update submissions set verdict = 'pass' where name = '甲公司'")
    (stack / "甲公司" / "补充.txt").write_text("补充", encoding="utf-8")
    after = {r.name: r.verdict for r in run(stack, out).report.rows}["甲公司"]
    with sqlite3.connect(out / FILE) as of:
        changes = of.execute(
            "select slug, before, after, content_changed, method_changed from verdict_changes"
        ).fetchall()
    assert changes == [("甲公司", "pass", after, 1, 0)]


def test_tables_of_another_version_are_left_alone(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.engine.begin() as to:
        to.execute(sa.text("update schema_version set version = 99"))
    database.close()
    with pytest.raises(DoccheckError, match="另一个版本"):
        open_database(tmp_path)


@pytest.mark.parametrize(
    "url",
    ["nonsense", "nosuch://x/y", "postgresql://127.0.0.1:1/x", "postgresql://u@127.0.0.1:1/x"],
)
def test_a_store_that_cannot_be_opened_says_what_to_do(url: str, tmp_path: Path) -> None:
    with pytest.raises(DoccheckError) as told:
        open_database(tmp_path, url)
    assert told.value.next_step


def test_text_that_databases_refuse_is_made_harmless(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    run = dict.fromkeys(
        ("place", "stack", "program", "as_of", "role", "version", "method"), "a\0\ud800"
    )
    number = database.begin_run({**run, "submissions": 0, "started_at": ""})
    with database.engine.connect() as of:
        assert of.execute(sa.text("select id, stack from runs")).one() == (number, "a?")
    database.close()


# ---- PostgreSQL


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start PostgreSQL on loopback, without root's rights, in a folder of its own."""
    pytest.importorskip("pg8000", reason="pg8000 is not installed: doccheck[postgres]")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    programs = found[-1].parent if found else None
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    home = Path(
        shutil.copytree(tmp_path_factory.mktemp("pg"), Path(f"/tmp/doccheck-pg-{os.getpid()}"))
    )
    if os.geteuid() == 0:
        shutil.chown(home, "nobody")

    def call(program: str, *options: str) -> None:
        user = "nobody" if os.geteuid() == 0 else None
        subprocess.run(
            [programs / program, *options], user=user, cwd=home, check=True, capture_output=True
        )

    with socket.create_server(("127.0.0.1", 0)) as free:  # the system knows one that is
        port = str(free.getsockname()[1])
    data = str(home / "data")
    settings = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={home} -c fsync=off"
    )
    try:
        call("initdb", "-D", data, "-A", "trust", "-U", "tester", "-E", "UTF8", "--locale=C")
        call("pg_ctl", "-D", data, "-l", str(home / "log"), "-o", settings, "-w", "start")
        yield f"postgresql://tester@127.0.0.1:{port}/postgres"
        call("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def test_postgresql_keeps_several_stacks_apart(stack: Path, tmp_path: Path, postgres: str) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert run(stack, one, postgres).resumed == []
    assert run(stack, other, postgres).resumed == []
    assert run(stack, one, postgres).resumed == ["乙公司", "甲公司"]
    assert not (one / FILE).exists()
    found = counts(postgres.replace("postgresql:", "postgresql+pg8000:"))
    assert (found["runs"], found["submissions"]) == (3, 4)
    assert found["results"] and found["facts"]
    plain = tmp_path / "plain"
    assert run(stack, plain).report.summary == run(stack, one, postgres).report.summary


# ---- a full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if (
        sys.platform != "linux"
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small file system cannot be mounted here (needs root on Linux)")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_stops_the_run_and_loses_nothing(stack: Path, small_disk: Path) -> None:
    out = small_disk / "out"
    run(stack, out)
    (stack / "甲公司" / "补充.txt").write_text("补充", encoding="utf-8")
    filler = small_disk / "filler"
    fill(filler)
    with pytest.raises(DoccheckError, match="磁盘已满"):
        run(stack, out)
    filler.unlink()
    assert run(stack, out).resumed == ["乙公司"]


def test_a_full_work_folder_is_that_submissions_trouble(
    stack: Path, small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.make_archive(str(stack / "丙公司"), "zip", stack / "甲公司")
    fill(small_disk / "filler")
    monkeypatch.setattr("tempfile.tempdir", str(small_disk))
    screened = run(stack, tmp_path / "out")
    assert screened.failed == ["丙公司.zip"]
    report = (tmp_path / "out" / "submissions" / "丙公司.zip.json").read_text(encoding="utf-8")
    assert "磁盘已满" in report
    assert "损坏" not in report


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as out, pytest.raises(OSError, match="No space"):
        while True:
            out.write(bytes(4096))


def test_a_run_is_never_without_its_own_settings(stack: Path, tmp_path: Path) -> None:
    """Another day of receipt is another method: nothing of the run before is taken over."""
    run(stack, tmp_path / "out")
    plan = Plan(tmp_path / "out", pages=False, isolated=False)
    later = replace(SETTINGS, as_of=date(2024, 6, 9))
    assert screen(open_stack(stack), later, plan).resumed == []
