"""Explanations of SIG, FMT and STK: marks, files, stacks."""

from doccheck.reports.wording.words import Reasons

MARKS: dict[str, dict[str, Reasons]] = {
    "SIG01": {
        "zh": Reasons(
            "要求盖章的地方没有盖章，材料没有效力。",
            "申报单位处盖有公章，清晰完整。",
            "“（盖章）”处空着。",
            "盖章后重新扫描提交。",
        ),
        "en": Reasons(
            "Without the seal the paper has no force.",
            "A clear seal where it is asked for.",
            "Nothing at “（盖章）”.",
            "Stamp it and scan it again.",
        ),
    },
    "SIG02": {
        "zh": Reasons(
            "要求签字的地方没有签字，承诺不成立。",
            "法定代表人在签字处手写签名。",
            "签字处空着。",
            "签字后重新扫描提交。",
        ),
        "en": Reasons(
            "Without the signature the pledge does not stand.",
            "Signed by hand.",
            "An empty place.",
            "Sign it and scan it again.",
        ),
    },
    "SIG03": {
        "zh": Reasons(
            "没有日期，或日期晚于截止日，无法确认何时作出。",
            "2021年4月28日。",
            "年 月 日（空着）；2021年2月30日。",
            "写明真实的年月日。",
        ),
        "en": Reasons(
            "Without a date, or with one after the deadline, it is not clear when it was made.",
            "2021年4月28日.",
            "An empty line; 2021年2月30日.",
            "Write the real date in full.",
        ),
    },
    "SIG04": {
        "zh": Reasons(
            "盖错章（集团、分公司、部门章）不代表申报单位。",
            "公章上的名称与申报单位相同。",
            "盖了集团公司或质量部的章。",
            "改盖申报单位的公章。",
        ),
        "en": Reasons(
            "Another's seal does not bind the applicant.",
            "The applicant's own seal.",
            "The group's or a department's seal.",
            "Use the applicant's seal.",
        ),
    },
    "FMT01": {
        "zh": Reasons(
            "纸张大小不一，无法装订归档。",
            "全部为A4。",
            "其中一页是A3。",
            "在页面设置中改为A4；大表可横排。",
        ),
        "en": Reasons(
            "Paper of several sizes cannot be bound.",
            "A4 throughout.",
            "One page of A3.",
            "Set the paper to A4; large tables may lie across.",
        ),
    },
    "FMT02": {
        "zh": Reasons(
            "看不清的扫描件等于没有提交。",
            "300 dpi、端正、清晰。",
            "手机斜拍，字迹模糊，有空白页。",
            "用扫描仪或扫描软件重扫。",
        ),
        "en": Reasons(
            "An illegible scan counts as missing.",
            "300 dpi, straight and sharp.",
            "A skewed, blurred photograph.",
            "Scan it again.",
        ),
    },
    "FMT03": {
        "zh": Reasons(
            "后缀与内容不符的文件，别人的电脑可能打不开。",
            ".pdf 文件确实是 PDF。",
            "把 .jpg 改名为 .pdf。",
            "用软件另存为正确的格式，不要只改后缀。",
        ),
        "en": Reasons(
            "A file whose suffix lies may not open elsewhere.",
            "A .pdf that is a PDF.",
            "A .jpg renamed .pdf.",
            "Save it in the right format.",
        ),
    },
    "FMT04": {
        "zh": Reasons(
            "隐藏的文字会影响字数和查重，也可能是上一稿的残留。",
            "文中没有白色、极小或被遮住的文字。",
            "图片下面压着一段旧文字。",
            "删去隐藏的文字。",
        ),
        "en": Reasons(
            "Hidden text distorts counts and comparisons, or is left from a draft.",
            "No white, tiny or covered text.",
            "Old text under a picture.",
            "Delete it.",
        ),
    },
    "STK01": {
        "zh": Reasons(
            "超过推荐名额的材料整批退回。",
            "名额2家，推荐2家。",
            "名额2家，推荐3家。",
            "按名额择优推荐。",
        ),
        "en": Reasons(
            "Batches over the quota are sent back.",
            "Two recommended where two are allowed.",
            "Three where two are allowed.",
            "Recommend within the quota.",
        ),
    },
    "STK02": {
        "zh": Reasons(
            "一家企业只能申报一次，重复申报影响名额。",
            "每家企业一份。",
            "同一代码出现在两份申报中。",
            "保留一份。",
        ),
        "en": Reasons(
            "One enterprise applies once.",
            "One submission each.",
            "One code on two submissions.",
            "Keep one.",
        ),
    },
    "STK03": {
        "zh": Reasons(
            "不同企业的材料大段相同，经验不可信。",
            "各写各的做法。",
            "两家的实施情况整段相同。",
            "由企业说明原因并重写。",
        ),
        "en": Reasons(
            "Text shared between enterprises cannot be both their experience.",
            "Each tells its own practice.",
            "Whole paragraphs in common.",
            "Ask the enterprises and have it rewritten.",
        ),
    },
    "STK04": {
        "zh": Reasons(
            "多家企业留同一联系方式，通知可能送不到企业本身。",
            "每家留自己的联系人。",
            "三家企业留同一个手机号。",
            "核实并改留企业自己的联系方式。",
        ),
        "en": Reasons(
            "With one contact for several, letters may not reach the enterprise.",
            "Each has its own.",
            "One mobile number for three.",
            "Ask and put in their own.",
        ),
    },
    "STK05": {
        "zh": Reasons(
            "汇总表与申报材料不一致，无法确定以哪个为准。",
            "汇总表逐格与申报表相同。",
            "汇总表上的企业名称少了两个字。",
            "以申报材料为准更正汇总表。",
        ),
        "en": Reasons(
            "Where summary and packages differ nobody knows which holds.",
            "Every cell agrees with the form.",
            "Two characters of a name missing.",
            "Correct the summary by the packages.",
        ),
    },
}
