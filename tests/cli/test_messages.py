"""Troubles leave as three parts on standard error with status 2; nothing on standard output."""

from pathlib import Path

import pytest

from .conftest import Run


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "Missing argument"),
        (["check", "nowhere", "--program", "hunan-quality-2021"], "找不到"),
        (["check", ".", "--program", "hunan-quality-2020"], "没有方案"),
        (["check", ".", "--as-of", "yesterday"], "--as-of"),
        (["check", ".", "--bogus"], "--bogus"),
        (["check", ".", "--manifest", "x.yaml"], "读不到清单"),
        (["check", ".", "--since", "x.json"], "读不到上一轮的报告"),
        (["check", ".", "-o", "没有/报告.xlsx"], "没有这个文件夹"),
        (["check", ".", "-o", "报告.txt"], "不认识的报告格式"),
        (["compare", "a", "b"], "尚未实现"),
        (["serve"], "尚未实现"),
        (["programs", "draft", "notice.txt"], "尚未实现"),
        (["programs", "show", "nothing"], "没有方案"),
        (["explain", "CON2"], "没有规则"),
        (["extract", "."], "文件夹"),
        (["bogus"], "bogus"),
    ],
)
def test_trouble(run: Run, arguments: list[str], says: str) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.err.startswith("错误：")
    assert says in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    ran = run("check", tmp_path, "--program", "hunan-quality-2021", "--quiet")
    assert (ran.status, ran.out) == (2, "")
    assert "位置：" in ran.err and "下一步：" in ran.err


def test_a_crash_is_no_finding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import doccheck.pipeline

    def crash(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.delenv("DOCCHECK_DEBUG", raising=False)
    monkeypatch.setattr(doccheck.pipeline, "checking", crash)
    ran = run("check", ".", "--quiet")
    assert ran.status == 2
    assert "程序内部出错" in ran.err and "boom" in ran.err
