"""Cutting a file takes time by its length, not by its length squared: `check` has no other limit."""

import time

from blocks import document, para

from doccheck.understanding.segment import segment

CONTENT = (
    "甲公司的经营范围是机械零件的制造和销售，住所在某市某区某路，成立于多年以前，登记机关已经核准。"
    * 2
)
FEW, MANY = 500, 4000


def seconds(titles: int) -> float:
    blocks = [para(text) for i in range(titles) for text in ("审计报告", f"第{i}件，{CONTENT}")]
    began = time.process_time()
    segment(document(*blocks), None)
    return time.process_time() - began


def test_a_file_of_thousands_of_titles_is_cut_in_time() -> None:
    seconds(FEW)  # what is loaded once
    assert seconds(MANY) < 10  # a walk over all blocks at each title took a minute
