"""`doccheck check` on the fixture submissions: statuses, forms, progress."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

SUBMISSIONS = Path(__file__).resolve().parents[2] / "fixtures" / "submissions"


def case(name: str) -> tuple[str, ...]:
    """Return the arguments that check a fixture."""
    truth = json.loads((SUBMISSIONS / name / "truth.json").read_text(encoding="utf-8"))
    path = SUBMISSIONS / name / truth["input"]
    return str(path), "--program", truth["program"], "--as-of", truth["as_of"]


def test_json_on_standard_output_progress_on_standard_error(run: Run) -> None:
    ran = run("check", *case("hebei-clean-single"), "--format", "json")
    report = json.loads(ran.out)
    assert report["program"]["id"] == "hebei-quality-2021"
    assert "读取 1/3" in ran.err


def test_defects_exit_1_and_quiet_says_nothing(run: Run) -> None:
    ran = run("check", *case("hebei-defects-single"), "--quiet")
    assert ran.status == 1
    assert ran.out.startswith("✗ 需补正：")
    assert ran.err == ""


def test_same_input_same_report(run: Run) -> None:
    first, second = (checked(run, "hebei-defects-single") for _ in range(2))
    assert first == second


def test_processes_change_nothing(run: Run) -> None:
    assert checked(run, "hebei-defects-single", "--jobs", "2") == checked(
        run, "hebei-defects-single"
    )


def checked(run: Run, name: str, *options: str) -> Any:
    report = json.loads(run("check", *case(name), "--format", "json", "--quiet", *options).out)
    del report["submission"]["checked_at"]
    return report


def test_the_programme_is_recognised(run: Run) -> None:
    path, _, program, *as_of = case("hebei-clean-single")
    ran = run("check", path, *as_of, "--format", "json", "--quiet")
    assert json.loads(ran.out)["program"]["id"] == program


def test_reports_are_written_by_suffix(run: Run, tmp_path: Path) -> None:
    outputs = [tmp_path / f"报告{suffix}" for suffix in (".json", ".html", ".md", ".sarif")]
    outputs += [tmp_path / "报告.xlsx", tmp_path / "告知书.docx"]
    options = [part for path in outputs for part in ("-o", str(path))]
    ran = run("check", *case("hebei-clean-single"), "--quiet", *options)
    assert ran.status == 0
    data, page, text, sarif = (path.read_text(encoding="utf-8") for path in outputs[:4])
    assert json.loads(sarif)["version"] == "2.1.0"
    assert all(path.read_bytes().startswith(b"PK") for path in outputs[4:])
    assert json.loads(data)["schema_version"] == "1.0"
    assert page.startswith("<!doctype html>")
    assert text.startswith("# 申报材料核对报告")


def test_a_report_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    ran = run("check", *case("hebei-clean-single"), "--quiet", "-o", tmp_path / "no" / "x.json")
    assert ran.status == 2
    assert "报告写不进去" in ran.err


def test_nothing_readable_still_gives_a_report(run: Run, tmp_path: Path) -> None:
    (tmp_path / "申报表.pdf").write_bytes(b"%PDF-1.7 broken")
    ran = run("check", tmp_path, "--program", "hunan-quality-2021", "--quiet", "--format", "json")
    assert ran.status == 2
    assert json.loads(ran.out)["files"][0]["status"] == "unreadable"
    assert "没有一个文件能读出文字" in ran.err


def test_work_folders_are_gone_afterwards(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run("check", *case("hunan-clean-zip"), "--quiet")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_no_utf8(run: Run, tmp_path: Path) -> None:
    path, *options = case("hebei-clean-single")
    strange = Path(str(tmp_path) + "/\udcff材料")
    shutil.copytree(path, strange)
    ran = run("check", strange, *options, "--quiet", "--format", "json")
    assert json.loads(ran.out)["submission"]["path"].endswith("\ufffd材料")


def test_a_list_of_earlier_awards(run: Run, tmp_path: Path) -> None:
    awards = tmp_path / "名单.csv"
    awards.write_text("序号,企业\n1,某某公司\n", encoding="gb18030")
    ran = run("check", *case("hebei-clean-single"), "--quiet", "--recognised", awards)
    assert ran.status == 0
    missing = run(
        "check", *case("hebei-clean-single"), "--quiet", "--recognised", tmp_path / "no.txt"
    )
    assert missing.status == 2


def test_a_reader_that_leaves_early_costs_no_report(tmp_path: Path) -> None:
    out = tmp_path / "报告.html"
    program = [sys.executable, "-m", "doccheck", "check", *case("hebei-defects-single"), "-o", out]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
    assert out.is_file()
    assert "Traceback" not in said and "出错" not in said


def test_marked_copies(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "批注"
    ran = run("check", *case("hunan-defects-people"), "--marked", folder)
    names = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert names == {".docx", ".pdf"}
    assert "批注副本" in ran.err


def test_a_second_round_with_a_waiver(run: Run, tmp_path: Path) -> None:
    first, manifest = tmp_path / "一.json", tmp_path / "清单.yaml"
    run("check", *case("hunan-defects-people"), "--quiet", "-o", first)
    manifest.write_text(
        "waivers:\n- {rule: CON02, reason: 变更登记中, person: 王某, until: 2021-12-31}\n",
        encoding="utf-8",
    )
    ran = run(
        "check", *case("hunan-defects-people"), "--quiet",
        "--since", first, "--manifest", manifest, "--format", "json",
    )  # fmt: skip
    report = json.loads(ran.out)
    assert {item["state"] for item in report["second_round"]["items"]} == {"not_mended"}
    assert report["waivers"][0]["state"] == "used"
    assert [r["rule"] for r in report["results"] if "waiver" in r] == ["CON02"]


def test_a_manifest_inside_the_submission_waives_nothing(run: Run, tmp_path: Path) -> None:
    path, *options = case("hunan-defects-people")
    copy = tmp_path / "材料"
    shutil.copytree(path, copy)
    for name in ("doccheck.yaml", "清单.yaml"):
        (copy / name).write_text(
            "waivers:\n- {rule: CON02, reason: 无, person: 无, until: 2099-12-31}\n",
            encoding="utf-8",
        )
    report = json.loads(run("check", copy, *options, "--quiet", "--format", "json").out)
    assert not any("waiver" in r for r in report["results"])
    assert "waivers" not in report
