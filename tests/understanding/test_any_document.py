"""The readers of shared documents take anything: no input makes them fail."""

from blocks import logical, para
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from statement_forms import table_of

from doccheck.model.document import Block
from doccheck.understanding.audit import read_audit, reporting_year, statement_enterprise
from doccheck.understanding.licence import read_enterprise_facts, read_licence
from doccheck.understanding.statements import read_statements

WORDS = st.sampled_from(
    ["资产负债表", "合并利润表", "现金流量表", "2023年12月31日", "2023年度", "单位：万元", "项目", "资产", "期末余额", "年初余额", "本期金额", "合并", "公司", "行次", "附注", "货币资金", "存货", "资产总计", "一、营业收入", "其中：营业收入", "减：营业成本", "二、营业利润", "1,234.50", "(5.00)", "－", "-", "12", "1,2", "五、1", "财务报表附注", "主营业务", "审计报告", "全体股东：", "我们审计了", "我们认为", "中国注册会计师：", "会计师事务所", "名称", "法定代表人", "统一社会信用代码", "住所", "91320412MAD62DE95R"]
)  # fmt: skip
TEXTS = st.one_of(WORDS, st.text(max_size=12), st.lists(WORDS, max_size=5).map(" ".join), st.lists(WORDS, max_size=3).map("\n".join))  # fmt: skip
TABLES = st.integers(1, 6).flatmap(
    lambda cols: st.lists(st.lists(TEXTS, min_size=cols, max_size=cols), min_size=1, max_size=6)
)
BLOCKS = st.lists(st.one_of(TEXTS.map(para), TABLES.map(table_of)), max_size=8)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(BLOCKS)
def test_no_reader_fails(blocks: list[Block]) -> None:
    document = logical(*blocks)
    read_statements(document)
    read_audit(document)
    reporting_year(document)
    statement_enterprise(document)
    read_licence(document)
    read_enterprise_facts(document)
