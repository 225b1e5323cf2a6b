"""Explanations of NAM, CON, IDN and FIN: names, agreement, codes and figures."""

from doccheck.reports.wording.words import Reasons

FACTS: dict[str, dict[str, Reasons]] = {
    "NAM01": {
        "zh": Reasons(
            "标杆名称要印在证书和文件上，超长的要求改短。",
            "××公司实施六西格玛设计的实践经验（上限40字）。",
            "把几种方法都写进名称，共50字。",
            "企业用简称，只留最主要的方法。",
        ),
        "en": Reasons(
            "The name is printed on certificates; long ones must be shortened.",
            "××公司实施六西格玛设计的实践经验, within 40 字.",
            "A name of 50 字 that lists every method.",
            "Use the short name of the enterprise and the main method.",
        ),
    },
    "NAM02": {
        "zh": Reasons(
            "通知规定了命名规则，名称看不出企业或方法的要求重新命名。",
            "××集团公司实施六西格玛设计的实践经验。",
            "追求卓越 永无止境。",
            "按“企业名称＋方法名称＋（实践）经验”重新命名。",
        ),
        "en": Reasons(
            "The notice sets a pattern; a name must tell enterprise and method.",
            "××集团公司实施六西格玛设计的实践经验.",
            "追求卓越 永无止境.",
            "Rename it: enterprise + method + (practice) experience.",
        ),
    },
    "NAM03": {
        "zh": Reasons(
            "套用别家材料时，名称里常留着别家的企业名。",
            "申报单位是甲公司，名称为“甲公司……的实践经验”。",
            "申报单位是甲公司，名称为“乙公司……的实践经验”。",
            "把名称里的企业改为申报单位的全称或简称。",
        ),
        "en": Reasons(
            "Copied texts often keep another enterprise's name.",
            "The applicant's own name, full or short.",
            "Another company's name.",
            "Put the applicant's name there.",
        ),
    },
    "NAM04": {
        "zh": Reasons(
            "封面、申报表和材料上的名称不同，无法确定以哪个为准。",
            "各处都写“甲公司实施双循环质量改进的经验”。",
            "封面写“零缺陷过程控制”，申报表写“双循环质量改进”。",
            "定下一个名称，各处改成相同。",
        ),
        "en": Reasons(
            "Where the names differ nobody knows which one holds.",
            "One name on cover, form and text.",
            "One method on the cover, another on the form.",
            "Use one name everywhere.",
        ),
    },
    "CON01": {
        "zh": Reasons(
            "企业名称不一致，材料可能不是同一家企业的。",
            "申报表、营业执照、承诺书都写“江苏甲机械有限公司”。",
            "申报表写“有限公司”，营业执照是“有限责任公司”。",
            "以营业执照为准，统一写全称；更名的附变更证明。",
        ),
        "en": Reasons(
            "Papers with different names may belong to different enterprises.",
            "One full name on form, licence and letter.",
            "有限公司 on the form, 有限责任公司 on the licence.",
            "Use the licence's name; after a change of name add the proof.",
        ),
    },
    "CON02": {
        "zh": Reasons(
            "法定代表人不一致，多为变更后没有更新，或写成了别的负责人。",
            "申报表和营业执照上都是张某。",
            "申报表是张某，营业执照是李某。",
            "以营业执照为准更正；已变更的附新执照。",
        ),
        "en": Reasons(
            "Often an old name was kept, or another manager was named.",
            "One name on form and licence.",
            "Two different names.",
            "Follow the licence; after a change hand in the new one.",
        ),
    },
    "CON03": {
        "zh": Reasons(
            "代码不一致，系统里查到的就不是同一家企业。",
            "申报表上的18位代码与营业执照逐位相同。",
            "申报表上的代码错了一位。",
            "对照营业执照逐位更正。",
        ),
        "en": Reasons(
            "With another code the register shows another enterprise.",
            "The same 18 characters on form and licence.",
            "One character off.",
            "Correct it by the licence.",
        ),
    },
    "CON04": {
        "zh": Reasons(
            "同一内容前后不一，工作人员不知道以哪个为准。",
            "封面和申报表上的联系人、手机相同。",
            "封面上的手机号与申报表上的不同。",
            "核对后改成相同。",
        ),
        "en": Reasons(
            "Nobody knows which of two statements holds.",
            "The same contact on cover and form.",
            "Two different telephone numbers.",
            "Make them the same.",
        ),
    },
    "CON05": {
        "zh": Reasons(
            "网上填报与纸质盖章件内容不同，会被要求重新报送。",
            "纸质件由网上填报的最终稿打印盖章。",
            "盖章后又改了网上的数据。",
            "以最终稿为准重新打印盖章，或更正网上内容。",
        ),
        "en": Reasons(
            "An online version that differs from the stamped paper is sent back.",
            "The paper is the final online version, printed and stamped.",
            "Figures changed online after stamping.",
            "Print and stamp the final version again.",
        ),
    },
    "IDN01": {
        "zh": Reasons(
            "代码有误就查不到企业，无法核验资格。",
            "营业执照上的18位代码，校验码正确。",
            "只有17位，或最后一位抄错。",
            "对照营业执照更正。",
        ),
        "en": Reasons(
            "With a wrong code the enterprise cannot be looked up.",
            "The licence's 18 characters, check digit right.",
            "17 characters, or the last one wrong.",
            "Correct it by the licence.",
        ),
    },
    "IDN02": {
        "zh": Reasons(
            "电话或邮箱有误，补正通知就送不到。",
            "手机11位；固定电话带区号；邮箱含“@”。",
            "手机只有10位；邮箱没有“@”。",
            "核对并更正联系方式。",
        ),
        "en": Reasons(
            "With wrong contacts no request for corrections arrives.",
            "A mobile of 11 digits, a fixed line with area code, an address with @.",
            "A mobile of 10 digits; an address without @.",
            "Correct the contacts.",
        ),
    },
    "FIN01": {
        "zh": Reasons(
            "申报表数据与审计报告不符，影响数据可信度，要求更正。",
            "申报表营业收入12122.36万元，审计报告121,223,600.00元。",
            "把利润总额填进净利润，或填了上一年的数。",
            "以审计报告为准逐项更正，注意单位和年度。",
        ),
        "en": Reasons(
            "Figures that differ from the audit cannot be trusted.",
            "12122.36 万元 on the form, 121,223,600.00 元 in the audit.",
            "Profit before tax given as net profit, or last year's figure.",
            "Correct it by the audit report; mind unit and year.",
        ),
    },
    "FIN02": {
        "zh": Reasons(
            "比率与其分子分母对不上，说明计算有误。",
            "资产负债率35.2%，等于负债总额除以资产总额。",
            "资产负债率填成资产除以负债。",
            "按通知的公式重新计算。",
        ),
        "en": Reasons(
            "A ratio that does not follow from its parts is a slip.",
            "Debt ratio = liabilities / assets.",
            "Assets divided by liabilities.",
            "Work it out again by the notice's formula.",
        ),
    },
    "FIN03": {
        "zh": Reasons(
            "增长率与两年的数据对不上，说明计算有误。",
            "上年100万元、本年112万元，增长12%。",
            "增长填成112%。",
            "用（本年－上年）÷上年重新计算。",
        ),
        "en": Reasons(
            "A change that does not follow from the two years is a slip.",
            "100 to 112 is 12 %.",
            "112 % for the same.",
            "Work it out: (this year − last year) ÷ last year.",
        ),
    },
    "FIN04": {
        "zh": Reasons(
            "报表自身不平，可能缺页、抄错或识别有误。",
            "资产总计＝负债合计＋所有者权益合计。",
            "资产总计与负债和权益之和相差一万元。",
            "核对报表原件，缺页的补齐。",
        ),
        "en": Reasons(
            "Statements that do not add up lack a page or hold a slip.",
            "Assets = liabilities + equity.",
            "A difference of ten thousand yuan.",
            "Compare with the original statements.",
        ),
    },
    "FIN05": {
        "zh": Reasons(
            "审计报告没有签章页、年度不符或意见有保留，不能作为依据。",
            "事务所盖章、两名注册会计师签章、无保留意见、年度正确。",
            "只交了报表，没有审计意见页。",
            "补交完整的审计报告。",
        ),
        "en": Reasons(
            "A report without signatures, of another year or with reservations proves little.",
            "Firm's seal, two accountants' signatures, a clean opinion, the right year.",
            "Statements without the auditor's opinion.",
            "Hand in the whole report.",
        ),
    },
    "FIN06": {
        "zh": Reasons(
            "元和万元混淆，数据相差一万倍，是最常见的填报错误。",
            "单位为万元的栏填12122.36。",
            "单位为万元的栏填121223600。",
            "按栏目标明的单位换算。",
        ),
        "en": Reasons(
            "Yuan for ten-thousand yuan is the most common slip.",
            "12122.36 in a field in 万元.",
            "121223600 in a field in 万元.",
            "Convert to the unit of the field.",
        ),
    },
}
