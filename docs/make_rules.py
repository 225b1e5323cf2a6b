"""Writes docs/rules.md: every rule of the catalogue, what it asks, whether it is built."""

from collections.abc import Iterator
from pathlib import Path

import doccheck.checks  # noqa: F401  fills the registry
from doccheck.checks.registry import CATALOGUE, CHECKS
from doccheck.reports.wording.catalogue import RULES

TARGET = Path(__file__).with_name("rules.md")

HEAD = """# 规则 · Rules

`make docs` 由规则目录生成此页。`doccheck explain CON02` 另说明各方案怎样用这条规则。

| 代码 | 名称 | 查什么 | Asks | |
| --- | --- | --- | --- | --- |
"""


def rows() -> Iterator[str]:
    """Yield a row a rule."""
    for code, name in CATALOGUE.items():
        words = RULES[code]
        built = "" if code in CHECKS else "尚未实现"
        yield f"| {code} `{name}` | {words.title} | {words.asks} | {words.asks_en} | {built} |"


if __name__ == "__main__":
    TARGET.write_text(HEAD + "\n".join(rows()) + "\n", encoding="utf-8")
