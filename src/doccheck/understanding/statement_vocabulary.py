"""The words of statements: lines and section headings under their names.

Sources: 财会〔2019〕6号, 财会〔2018〕15号, 财会〔2011〕17号 (小企业会计准则), 企业会计制度.
"""

# One line an item: name, sum it goes into (- where it is taken off, ? where print tells), labels.
BALANCE = """
cash current_assets 货币资金 现金及银行存款
short_term_investment current_assets 短期投资 短期投资净额
trading_assets current_assets 交易性金融资产 以公允价值计量且其变动计入当期损益的金融资产
derivative_assets current_assets 衍生金融资产
notes_receivable current_assets 应收票据
accounts_receivable current_assets 应收账款 应收账款净额 应收帐款
notes_and_accounts_receivable current_assets 应收票据及应收账款
receivables_financing current_assets 应收款项融资
prepayments current_assets 预付款项 预付账款 预付帐款
interest_receivable current_assets 应收利息
dividends_receivable current_assets 应收股利
other_receivables current_assets 其他应收款
inventory current_assets 存货 存货净额
contract_assets current_assets 合同资产
held_for_sale_assets current_assets 持有待售资产 划分为持有待售的资产
noncurrent_assets_due current_assets 一年内到期的非流动资产
prepaid_expenses current_assets 待摊费用
other_current_assets current_assets 其他流动资产
current_assets total_assets 流动资产合计 流动资产总计 流动资产总额
debt_investment noncurrent_assets 债权投资 持有至到期投资 长期债券投资
other_debt_investment noncurrent_assets 其他债权投资 可供出售金融资产
long_term_receivables noncurrent_assets 长期应收款
long_term_equity_investment noncurrent_assets 长期股权投资
other_equity_investment noncurrent_assets 其他权益工具投资
other_noncurrent_financial_assets noncurrent_assets 其他非流动金融资产
investment_property noncurrent_assets 投资性房地产
fixed_assets_cost - 固定资产原价 固定资产原值
accumulated_depreciation - 累计折旧
fixed_assets noncurrent_assets 固定资产 固定资产账面价值 固定资产净额 固定资产净值
construction_in_progress noncurrent_assets 在建工程
construction_materials noncurrent_assets 工程物资
fixed_assets_disposal noncurrent_assets 固定资产清理
biological_assets noncurrent_assets 生产性生物资产
oil_gas_assets noncurrent_assets 油气资产
right_of_use_assets noncurrent_assets 使用权资产
intangible_assets noncurrent_assets 无形资产
development_costs noncurrent_assets 开发支出
goodwill noncurrent_assets 商誉
long_term_prepaid_expenses noncurrent_assets 长期待摊费用
deferred_tax_assets noncurrent_assets 递延所得税资产
other_noncurrent_assets noncurrent_assets 其他非流动资产
noncurrent_assets total_assets 非流动资产合计 非流动资产总计 非流动资产总额 长期资产合计
total_assets - 资产总计 资产总额 资产合计 总资产
short_term_loans current_liabilities 短期借款
trading_liabilities current_liabilities 交易性金融负债 以公允价值计量且其变动计入当期损益的金融负债
derivative_liabilities current_liabilities 衍生金融负债
notes_payable current_liabilities 应付票据
accounts_payable current_liabilities 应付账款 应付帐款
notes_and_accounts_payable current_liabilities 应付票据及应付账款
advances_received current_liabilities 预收款项 预收账款 预收帐款
contract_liabilities current_liabilities 合同负债
employee_benefits_payable current_liabilities 应付职工薪酬 应付工资
taxes_payable current_liabilities 应交税费 应交税金
interest_payable current_liabilities 应付利息
dividends_payable current_liabilities 应付股利 应付利润
other_payables current_liabilities 其他应付款
held_for_sale_liabilities current_liabilities 持有待售负债 划分为持有待售的负债
noncurrent_liabilities_due current_liabilities 一年内到期的非流动负债
accrued_expenses current_liabilities 预提费用
other_current_liabilities current_liabilities 其他流动负债
current_liabilities total_liabilities 流动负债合计 流动负债总计 流动负债总额
long_term_loans noncurrent_liabilities 长期借款
bonds_payable noncurrent_liabilities 应付债券
lease_liabilities noncurrent_liabilities 租赁负债
long_term_payables noncurrent_liabilities 长期应付款
special_payables noncurrent_liabilities 专项应付款
long_term_employee_benefits noncurrent_liabilities 长期应付职工薪酬
provisions noncurrent_liabilities 预计负债
deferred_income noncurrent_liabilities 递延收益
deferred_tax_liabilities noncurrent_liabilities 递延所得税负债
other_noncurrent_liabilities noncurrent_liabilities 其他非流动负债
noncurrent_liabilities total_liabilities 非流动负债合计 非流动负债总计 非流动负债总额 长期负债合计
total_liabilities - 负债合计 负债总计 负债总额 总负债
paid_in_capital total_equity 实收资本 股本 实收资本净额
other_equity_instruments total_equity 其他权益工具
capital_reserve total_equity 资本公积
treasury_stock -total_equity 库存股
other_comprehensive_income total_equity 其他综合收益
special_reserve total_equity 专项储备
surplus_reserve total_equity 盈余公积
general_risk_reserve total_equity 一般风险准备
retained_earnings total_equity 未分配利润
equity_of_parent - 归属于母公司所有者权益合计 归属于母公司所有者权益
equity_of_parent - 归属母公司所有者权益合计 归属于母公司的所有者权益合计
minority_interest total_equity 少数股东权益
total_equity - 所有者权益合计 股东权益合计 权益合计 净资产 净资产合计 所有者权益总计 所有者权益总额
liabilities_and_equity - 负债和所有者权益总计 负债和所有者权益合计 负债和权益总计 负债和净资产总计
"""

INCOME = """
total_revenue ?operating_profit 营业总收入
revenue ?operating_profit 营业收入
main_revenue ?operating_profit 主营业务收入 主营业务收入净额 产品销售收入
other_revenue ?operating_profit 其他业务收入
total_operating_cost -operating_profit 营业总成本
operating_cost -operating_profit 营业成本
main_cost -operating_profit 主营业务成本 产品销售成本
other_cost -operating_profit 其他业务成本 其他业务支出
main_profit - 主营业务利润 产品销售利润
other_business_profit operating_profit 其他业务利润
taxes_and_surcharges -operating_profit 税金及附加 营业税金及附加 主营业务税金及附加
selling_expense -operating_profit 销售费用 营业费用 产品销售费用
admin_expense -operating_profit 管理费用
rd_expense -operating_profit 研发费用 研究开发费用 研究费用 研究与开发费用
finance_expense -operating_profit 财务费用
interest_expense - 利息费用 利息支出
interest_income - 利息收入
other_income operating_profit 其他收益
investment_income operating_profit 投资收益 投资净收益
net_exposure_hedging_income operating_profit 净敞口套期收益
fair_value_gain operating_profit 公允价值变动收益 公允价值变动损益 公允价值变动净收益
credit_impairment ?operating_profit 信用减值损失
asset_impairment ?operating_profit 资产减值损失
asset_disposal_gain operating_profit 资产处置收益 资产处置损益
operating_profit total_profit 营业利润
subsidy_income total_profit 补贴收入
non_operating_income total_profit 营业外收入
non_operating_expense -total_profit 营业外支出
total_profit net_profit 利润总额 税前利润
income_tax -net_profit 所得税费用 所得税
net_profit - 净利润
net_profit_of_parent - 归属于母公司所有者的净利润 归属于母公司股东的净利润 归属于母公司的净利润
net_profit_of_minority - 少数股东损益
comprehensive_income - 综合收益总额
"""

_FLOW = """
cash_in_{name} net_cash_{name} {flow}现金流入小计 {flow}现金流入合计 {flow}产生的现金流入小计
cash_out_{name} -net_cash_{name} {flow}现金流出小计 {flow}现金流出合计 {flow}产生的现金流出小计
net_cash_{name} net_cash_increase {flow}产生的现金流量净额 {flow}现金流量净额
net_cash_{name} net_cash_increase {flow}产生的现金净流量 {flow}现金净流量
"""
CASH = (
    _FLOW.format(name="operating", flow="经营活动")
    + _FLOW.format(name="investing", flow="投资活动")
    + _FLOW.format(name="financing", flow="筹资活动")
    + """
exchange_effect net_cash_increase 汇率变动对现金及现金等价物的影响 汇率变动对现金的影响
exchange_effect net_cash_increase 汇率变动对现金的影响额 汇率变动对现金及现金等价物的影响额
net_cash_increase cash_closing 现金及现金等价物净增加额 现金净增加额 现金流量净增加额
cash_opening cash_closing 期初现金及现金等价物余额 期初现金余额 年初现金及现金等价物余额
cash_closing - 期末现金及现金等价物余额 期末现金余额 年末现金及现金等价物余额
"""
)

SECTIONS: dict[str, str] = {
    "balance": """
current_assets 流动资产
noncurrent_assets 非流动资产
current_liabilities 流动负债
noncurrent_liabilities 非流动负债 长期负债
total_equity 所有者权益
""",
    "income": "",
    "cash": """
cash_operating 经营活动产生的现金流量 经营活动的现金流量
cash_investing 投资活动产生的现金流量 投资活动的现金流量
cash_financing 筹资活动产生的现金流量 筹资活动的现金流量
""",
}
