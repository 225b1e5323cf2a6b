"""Statements that add up, in the lay-outs in use: every sum found must hold."""

from blocks import logical, para, table

from doccheck.checks.identities import check_sums
from doccheck.understanding.statements import read_statements


def broken(title: str, *rows: tuple[str, str]) -> tuple[list[str], list[str]]:
    """Return the sums that hold and those that do not."""
    body = [
        ["项目", "期末余额" if "负债" in title else "本期金额"],
        *([label, f"{v}.00" if v else v] for label, v in rows),
    ]
    document = logical(para(title), para("2023年12月31日 单位：元"), table(body))  # type: ignore[arg-type]
    sums = check_sums(read_statements(document))
    return [s.total.name for s in sums if s.holds], [s.says for s in sums if not s.holds]


def test_income_statement_of_the_general_format() -> None:
    held, failed = broken(
        "利润表",
        ("一、营业收入", "100"), ("减：营业成本", "60"), ("税金及附加", "1"), ("销售费用", "5"),
        ("管理费用", "6"), ("研发费用", "4"), ("财务费用", "2"), ("其中：利息费用", "3"),
        ("利息收入", "1"), ("加：其他收益", "2"), ("投资收益（损失以“－”号填列）", "-1"),
        ("其中：对联营企业和合营企业的投资收益", "-1"), ("信用减值损失（损失以“－”号填列）", "-2"),
        ("资产减值损失（损失以“－”号填列）", "-1"), ("资产处置收益（损失以“－”号填列）", "0"),
        ("二、营业利润（亏损以“－”号填列）", "20"), ("加：营业外收入", "3"), ("减：营业外支出", "1"),
        ("三、利润总额（亏损总额以“－”号填列）", "22"), ("减：所得税费用", "4"),
        ("四、净利润（净亏损以“－”号填列）", "18"), ("（一）持续经营净利润", "18"),
    )  # fmt: skip
    assert failed == []
    assert held == ["operating_profit", "total_profit", "net_profit"] or set(held) >= {
        "operating_profit", "total_profit", "net_profit",
    }  # fmt: skip


def test_income_statement_with_total_revenue_and_total_cost() -> None:
    held, failed = broken(
        "合并利润表",
        ("一、营业总收入", "101"), ("其中：营业收入", "100"), ("利息收入", "1"),
        ("二、营业总成本", "78"), ("其中：营业成本", "60"), ("手续费及佣金支出", "0"),
        ("税金及附加", "1"), ("销售费用", "5"), ("管理费用", "6"), ("研发费用", "4"),
        ("财务费用", "2"), ("其中：利息费用", "3"), ("利息收入", "1"), ("加：其他收益", "2"),
        ("信用减值损失（损失以“-”号填列）", "-2"), ("三、营业利润", "23"), ("加：营业外收入", "1"),
        ("减：营业外支出", "2"), ("四、利润总额", "22"), ("减：所得税费用", "4"), ("五、净利润", "18"),
        ("归属于母公司所有者的净利润", "17"), ("少数股东损益", "1"),
    )  # fmt: skip
    assert failed == []
    assert {"total_operating_cost", "operating_profit", "net_profit"} <= set(held)


def test_income_statement_of_small_enterprises() -> None:
    held, failed = broken(
        "利润表",
        ("一、营业收入", "100"), ("减：营业成本", "60"), ("税金及附加", "3"), ("其中：消费税", "1"),
        ("城市维护建设税", "1"), ("教育费附加", "1"), ("销售费用", "5"),
        ("其中：商品维修费", "2"), ("广告费和业务宣传费", "1"), ("管理费用", "10"),
        ("其中：开办费", "1"), ("业务招待费", "2"), ("研究费用", "4"), ("财务费用", "2"),
        ("其中：利息费用（收入以“-”号填列）", "2"), ("加：投资收益（损失以“-”号填列）", "1"),
        ("二、营业利润（亏损以“-”号填列）", "21"), ("加：营业外收入", "2"), ("其中：政府补助", "1"),
        ("减：营业外支出", "1"), ("其中：坏账损失", "1"), ("三、利润总额（亏损总额以“-”号填列）", "22"),
        ("减：所得税费用", "4"), ("四、净利润（净亏损以“-”号填列）", "18"),
    )  # fmt: skip
    assert failed == []
    assert {"operating_profit", "total_profit", "net_profit"} <= set(held)


def test_income_statement_of_the_old_system() -> None:
    held, failed = broken(
        "利润表",
        ("一、主营业务收入", "100"), ("减：主营业务成本", "60"), ("主营业务税金及附加", "1"),
        ("二、主营业务利润", "39"), ("加：其他业务利润", "2"), ("减：营业费用", "5"),
        ("管理费用", "10"), ("财务费用", "2"), ("三、营业利润", "24"), ("加：投资收益", "1"),
        ("补贴收入", "1"), ("营业外收入", "1"), ("减：营业外支出", "2"), ("四、利润总额", "25"),
        ("减：所得税", "5"), ("五、净利润", "20"),
    )  # fmt: skip
    assert failed == []
    assert {"operating_profit", "total_profit", "net_profit"} <= set(held)


def test_balance_sheet_with_details_and_lines_of_its_own() -> None:
    held, failed = broken(
        "资产负债表",
        ("流动资产：", ""), ("货币资金", "10"), ("待处理流动资产损溢", "1"), ("应收票据及应收账款", "9"), ("其中：应收票据", "4"),
        ("应收账款", "5"), ("其他应收款", "3"), ("其中：应收利息", "1"), ("应收股利", "1"),
        ("存货", "8"), ("其中：原材料", "2"), ("在产品", "3"), ("库存商品", "3"),
        ("流动资产合计", "31"), ("非流动资产：", ""), ("固定资产原价", "20"), ("减：累计折旧", "5"),
        ("固定资产账面价值", "15"), ("无形资产", "4"), ("非流动资产合计", "19"), ("资产总计", "50"),
        ("流动负债：", ""), ("短期借款", "10"), ("应付账款", "5"), ("其他应付款", "4"),
        ("其中：应付利息", "1"), ("应付股利", "1"), ("流动负债合计", "19"), ("非流动负债：", ""),
        ("长期借款", "1"), ("非流动负债合计", "1"), ("负债合计", "20"), ("所有者权益：", ""),
        ("实收资本", "22"), ("其他权益工具", "2"), ("其中：优先股", "1"), ("永续债", "1"),
        ("减：库存股", "1"), ("未分配利润", "7"), ("所有者权益合计", "30"),
        ("负债和所有者权益总计", "50"),
    )  # fmt: skip
    assert failed == []
    assert {"current_assets", "noncurrent_assets", "current_liabilities", "total_equity"} <= set(
        held
    )


def test_cash_flow_statement() -> None:
    held, failed = broken(
        "现金流量表",
        ("一、经营活动产生的现金流量：", ""), ("销售商品、提供劳务收到的现金", "50"),
        ("收到的税费返还", "2"), ("经营活动现金流入小计", "52"), ("购买商品、接受劳务支付的现金", "30"),
        ("支付的各项税费", "5"), ("经营活动现金流出小计", "35"), ("经营活动产生的现金流量净额", "17"),
        ("二、投资活动产生的现金流量：", ""), ("投资活动现金流入小计", ""),
        ("购建固定资产支付的现金", "7"), ("投资活动现金流出小计", "7"),
        ("投资活动产生的现金流量净额", "-7"), ("三、筹资活动产生的现金流量：", ""),
        ("取得借款收到的现金", "3"), ("筹资活动现金流入小计", "3"), ("偿还债务支付的现金", "5"),
        ("筹资活动现金流出小计", "5"), ("筹资活动产生的现金流量净额", "-2"),
        ("四、汇率变动对现金的影响", ""), ("五、现金及现金等价物净增加额", "8"),
        ("加：期初现金及现金等价物余额", "12"), ("六、期末现金及现金等价物余额", "20"),
    )  # fmt: skip
    assert failed == []
    assert {"cash_in_operating", "net_cash_operating", "net_cash_increase", "cash_closing"} <= set(
        held
    )
