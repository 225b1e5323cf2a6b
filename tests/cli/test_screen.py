"""`doccheck screen` on a stack made of the fixture submissions."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from .conftest import Run

SUBMISSIONS = Path(__file__).resolve().parents[2] / "fixtures" / "submissions"
SETTINGS = ("--program", "hebei-quality-2021", "--as-of", "2021-09-15", "--ocr", "off")


def small(name: str, target: Path) -> None:
    """Copy a fixture's application, without its certificates: one Word file is enough here."""
    target.mkdir(parents=True)
    for file in (SUBMISSIONS / name / "submission").glob("*.docx"):
        shutil.copy(file, target / file.name)


@pytest.fixture
def stack(tmp_path: Path) -> Path:
    root = tmp_path / "一批"
    small("hebei-clean-single", root / "甲")
    small("hebei-defects-single", root / "乙")
    shutil.make_archive(str(root / "丙"), "zip", root / "甲")
    (root / "空").mkdir()
    (root / "说明.txt").write_text("汇总说明", encoding="utf-8")
    return root


def results(report: dict[str, Any], rule: str) -> list[dict[str, Any]]:
    return [r for r in report["results"] if r["rule"] == rule]


def test_json_is_the_contracts(run: Run, stack: Path) -> None:
    ran = run("screen", stack, *SETTINGS, "--format", "json", "--jobs", "1")
    report = json.loads(ran.out)
    assert ran.status == 1
    assert set(report) == {
        "schema_version", "tool", "program", "stack", "submissions", "results", "summary",
        "sample",
    }  # fmt: skip
    assert report["stack"]["submissions"] == 4
    assert [f["path"] for f in report["stack"]["files"]] == ["说明.txt"]
    assert [s["submission"]["path"] for s in report["submissions"]] == ["丙.zip", "乙", "甲", "空"]
    assert report["summary"]["verdict"] == "fail"
    (twice,) = results(report, "STK02")
    assert twice["status"] == "fail"
    assert {e["submission"] for e in twice["evidence"]} == {"丙.zip", "甲"}
    assert "核对 4/4" in ran.err


def test_a_submission_that_cannot_be_checked_says_so(run: Run, stack: Path) -> None:
    ran = run("screen", stack, *SETTINGS, "--format", "json", "--jobs", "1", "--quiet")
    empty = json.loads(ran.out)["submissions"][-1]
    assert empty["summary"]["verdict"] == "review"
    assert [r["status"] for r in empty["results"]] == ["not_checked"]
    assert "文件夹是空的" in empty["results"][0]["message"]
    assert "空 没有核对" in ran.err


def test_processes_change_nothing_and_a_second_run_resumes(
    run: Run, stack: Path, tmp_path: Path
) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    run("screen", stack, *SETTINGS, "-o", out, "--jobs", "1", "--quiet")
    run("screen", stack, *SETTINGS, "-o", again, "--jobs", "2", "--quiet")
    assert timeless(out) == timeless(again)
    assert {p.name for p in out.iterdir()} == {
        "results.sqlite", "submissions", "index.html", "stack.json", "汇总表.xlsx", "补正告知书",
        ".run.lock",
    }  # fmt: skip
    written = times(out)
    (stack / "乙" / "补充.txt").write_text("补充", encoding="utf-8")
    run("screen", stack, *SETTINGS, "-o", out, "--jobs", "1", "--quiet")
    changed = {name for name, at in times(out).items() if at != written[name]}
    assert changed == {"乙.json", "空.json"}  # what was not checked is tried again


def timeless(out: Path) -> Any:
    def without(node: Any) -> Any:
        if isinstance(node, dict):
            return {k: without(v) for k, v in node.items() if k != "checked_at"}
        return [without(n) for n in node] if isinstance(node, list) else node

    return without(json.loads((out / "stack.json").read_text(encoding="utf-8")))


def times(out: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mtime_ns for p in (out / "submissions").glob("*.json")}


def test_the_index_links_to_every_report(run: Run, stack: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run("screen", stack, *SETTINGS, "-o", out, "--jobs", "1", "--quiet")
    page = (out / "index.html").read_text(encoding="utf-8")
    assert page.count("<tr data-verdict") == 4
    assert 'href="submissions/%E4%B9%99.html"' in page
    assert (out / "submissions" / "乙.html").is_file()
    assert "✗ 需补正" in ran.out and "跨材料核对" in ran.out


def test_a_killed_worker_loses_nothing(stack: Path, tmp_path: Path) -> None:
    command = [
        sys.executable, "-m", "doccheck", "screen", str(stack), *SETTINGS, "-o",
        str(tmp_path / "out"), "--jobs", "2", "--format", "json",
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            os.kill(busy_worker(process.pid), signal.SIGKILL)
            out, err = process.communicate(timeout=120)
        finally:
            process.kill()
    report = json.loads(out)
    assert process.returncode == 1, err.decode()
    assert [bool(s["documents"]) for s in report["submissions"]] == [True, True, True, False]


def busy_worker(root: int) -> int:
    """Wait for a process two below (the fork server is between) that is at work, and return it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for child in children(root):
            for worker in children(child):
                if ticks(worker) >= AT_WORK:
                    return worker
        time.sleep(0.01)
    raise AssertionError("no worker was at work")


AT_WORK = 15  # ticks of 10 ms that a worker has used: it has its unit


def ticks(pid: int) -> int:
    """Return the processor time that a process has used, in ticks; 0 for one that has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])


def children(pid: int) -> Iterator[int]:
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, tasks.read_text().split())
        except OSError:
            continue


def test_one_submission_alone_is_isolated_too(run: Run, tmp_path: Path) -> None:
    small("hebei-clean-single", tmp_path / "一批" / "甲")
    ran = run(
        "screen", tmp_path / "一批", *SETTINGS, "--memory", "1", "--quiet", "--format", "json"
    )
    assert json.loads(ran.out)["stack"]["submissions"] == 1
    assert ran.status == 0


def test_usage_errors_exit_2(run: Run, tmp_path: Path) -> None:
    assert run("screen", tmp_path / "missing").status == 2
    assert run("screen", tmp_path).status == 2


def test_what_an_official_takes_along_lies_beside_the_reports(
    run: Run, stack: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("screen", stack, *SETTINGS, "-o", out, "--jobs", "1", "--quiet")
    sheet = CalamineWorkbook.from_path(out / "汇总表.xlsx").get_sheet_by_index(0).to_python()
    assert sheet[0][0] == "2021年河北省工业企业质量标杆推荐汇总表"
    notices = {p.stem for p in (out / "补正告知书").glob("*.docx")}
    pages = json.loads((out / "stack.json").read_text(encoding="utf-8"))["submissions"]
    unsettled = {
        s["submission"]["path"]
        for s in pages
        if s["summary"]["verdict"] != "pass" and s["submission"]["path"] != "空"
    }
    assert notices == {name.replace("/", "_") for name in unsettled} | {"00合并打印"}
    joined = Document(str(out / "补正告知书" / "00合并打印.docx"))
    titles = [p for p in joined.paragraphs if p.text == "申报材料一次性补正告知书"]
    assert len(titles) == len(unsettled)
    index = (out / "index.html").read_text(encoding="utf-8")
    assert index.count("<svg") >= 2 and "合并打印" in index
