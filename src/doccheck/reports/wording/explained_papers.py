"""Explanations of MAT, FLD, SEC and LEN: the papers, the forms and the texts."""

from doccheck.reports.wording.words import Reasons

PAPERS: dict[str, dict[str, Reasons]] = {
    "MAT01": {
        "zh": Reasons(
            "缺一份要求的材料就无法评审，是最常见的退回原因；按年度要求的材料常漏一个年度。",
            "申报表、承诺书、2022和2023年度审计报告各一份。",
            "只有2023年度审计报告，没有2022年度。",
            "补交缺少的材料；已提交的，请让标题或文件名写明是什么、哪一年度。",
        ),
        "en": Reasons(
            "A missing paper stops the assessment; of yearly papers one year is often left out.",
            "Form, letter and the audit reports of 2022 and 2023.",
            "The audit report of 2023 without that of 2022.",
            "Hand in what is missing; let title or file name say what it is and of which year.",
        ),
    },
    "MAT02": {
        "zh": Reasons(
            "打不开的文件等于没有提交。",
            "没有密码、能直接打开的 PDF 或 Word 文件。",
            "设了打开密码的 PDF；传输中损坏的压缩包；0 字节的文件。",
            "去掉密码或重新导出，自己先打开一遍再提交。",
        ),
        "en": Reasons(
            "A file that does not open counts as not handed in.",
            "A PDF or Word file that opens without a password.",
            "A PDF with a password; a damaged archive; a file of 0 bytes.",
            "Take the password off or export it again, and open it once before handing it in.",
        ),
    },
    "MAT03": {
        "zh": Reasons(
            "误交空白模板的情况每次申报都有。",
            "各栏填好企业信息的申报表。",
            "从通知里另存下来、一栏未填的表。",
            "换成填好的那一份。",
        ),
        "en": Reasons(
            "Every call brings in blank templates sent by mistake.",
            "The form with the enterprise's data in it.",
            "The form as saved from the notice.",
            "Send the filled-in one.",
        ),
    },
    "MAT04": {
        "zh": Reasons(
            "用往年或别的通知的表，栏目和承诺内容与本次不同，要退回重填。",
            "《2021年“湖南省工业质量标杆”申请推荐表》。",
            "《2020年“湖南省工业质量标杆”申请推荐表》。",
            "下载本次通知的附件重新填写，标题保留原样。",
        ),
        "en": Reasons(
            "Another year's or another call's form asks for other things.",
            "The form attached to this notice, titled as printed.",
            "Last year's form.",
            "Fill in this notice's own annex and keep its title.",
        ),
    },
    "MAT05": {
        "zh": Reasons(
            "文中的成绩没有证明材料支持，专家无法采信。",
            "通知列出的每一类证明材料各有一份，复印件清晰。",
            "文中写了专利和质量奖，附件里只有一张照片。",
            "按通知列出的种类补齐，并与文中内容对应。",
        ),
        "en": Reasons(
            "What the text claims cannot be believed without papers.",
            "One legible copy of each kind that the notice names.",
            "Patents and awards in the text, one photograph in the annex.",
            "Add the kinds that the notice names, matching the text.",
        ),
    },
    "MAT06": {
        "zh": Reasons(
            "认不出是什么的材料容易被漏看。",
            "文件名“3 营业执照.pdf”，首页有标题。",
            "文件名“扫描0001.pdf”，没有标题。",
            "在首页写上标题，或用文件名说明内容。",
        ),
        "en": Reasons(
            "A paper that nobody recognises is easily overlooked.",
            "A file “3 营业执照.pdf” with a title on its first page.",
            "A file “scan0001.pdf” without a title.",
            "Give it a title or a telling file name.",
        ),
    },
    "FLD01": {
        "zh": Reasons(
            "空着的栏目要退回补填。",
            "没有的内容填“无”或“0”。",
            "“电子邮箱”一栏空着。",
            "逐栏补填；确实没有的写“无”或“0”，不要留空。",
        ),
        "en": Reasons(
            "Forms with empty fields are returned.",
            "无 or 0 where there is nothing to state.",
            "An empty field for the e-mail address.",
            "Fill in every field; write 无 or 0 where there is nothing.",
        ),
    },
    "FLD02": {
        "zh": Reasons(
            "申报方向、类别决定怎样评审，多选或写法不明就无法归类。",
            "申报方向：（二）。",
            "申报方向：（一）、（三）。",
            "只保留一个选项，照通知的写法填写。",
        ),
        "en": Reasons(
            "Direction and category decide how a submission is judged.",
            "申报方向：（二）.",
            "申报方向：（一）、（三）.",
            "Keep one choice, written as in the notice.",
        ),
    },
    "SEC01": {
        "zh": Reasons(
            "专家按通知列出的各部分打分，缺一部分就没有这部分的分。",
            "企业概况、方法简介、实施与运行情况、实施效果四个标题齐全。",
            "有实施情况，没有“实施效果”。",
            "补写缺少的部分，标题用通知中的写法。",
        ),
        "en": Reasons(
            "Each part is scored; a missing part scores nothing.",
            "All four headings of the notice.",
            "No heading 实施效果.",
            "Add the missing part under the notice's own title.",
        ),
    },
    "SEC02": {
        "zh": Reasons(
            "次序与通知不同，评审时不便对照。",
            "企业概况 → 方法简介 → 实施 → 效果。",
            "效果写在方法简介之前。",
            "按通知的次序调整。",
        ),
        "en": Reasons(
            "Another order is hard to compare.",
            "Overview → method → practice → effects.",
            "Effects before the method.",
            "Put the parts in the notice's order.",
        ),
    },
    "SEC03": {
        "zh": Reasons(
            "有标题没有内容，或把填写说明留在里面，等于没有写。",
            "标题下面是企业自己的做法和数据。",
            "标题下面仍是“介绍企业推进管理方法的过程……”。",
            "删去填写说明，写企业自己的内容。",
        ),
        "en": Reasons(
            "A heading with nothing, or with the instructions, says nothing.",
            "The enterprise's own practice and figures.",
            "The notice's instructions left under the heading.",
            "Replace the instructions by content.",
        ),
    },
    "SEC04": {
        "zh": Reasons(
            "通知列出了应写的要点，漏写会影响评分。",
            "企业概况写到行业、性质、历史、面积、产品、荣誉等各项。",
            "企业概况只写了产品。",
            "对照通知逐项补写；换了说法的不用改。",
        ),
        "en": Reasons(
            "The notice lists what to write about; what is left out costs points.",
            "An overview of trade, ownership, history, site, products and honours.",
            "An overview of products alone.",
            "Add what is missing; other words for it will do.",
        ),
    },
    "SEC05": {
        "zh": Reasons(
            "通知要求数据支撑、图文并茂，只有文字说服力不足。",
            "“一次合格率由95.2%提高到98.6%”，并附趋势图。",
            "“质量水平显著提升”，没有数据和图表。",
            "补充前后对比的数据、表格或图片。",
        ),
        "en": Reasons(
            "The notice asks for figures and pictures; words alone do not convince.",
            "“First-pass yield rose from 95.2 % to 98.6 %”, with a chart.",
            "“Quality improved markedly”, without figures.",
            "Add figures, tables or pictures.",
        ),
    },
    "LEN01": {
        "zh": Reasons(
            "超过字数上限的部分会被要求压缩后重报。",
            "企业概况488字（上限500字）。",
            "企业概况612字（上限500字）。",
            "在 Word 中选中这一部分，看“字数”，删到上限以内。",
        ),
        "en": Reasons(
            "Texts over the limit must be shortened and handed in again.",
            "488 字 where 500 are allowed.",
            "612 字 where 500 are allowed.",
            "Select the part in Word, look at 字数 and cut.",
        ),
    },
    "LEN02": {
        "zh": Reasons(
            "字数不足说明内容不够充实，会被要求补充。",
            "创建总结3349字（要求不少于3000字）。",
            "创建总结1200字（要求不少于3000字）。",
            "补充做法、数据和例子，达到要求的字数。",
        ),
        "en": Reasons(
            "Too short a text is sent back for more.",
            "3349 字 where 3000 are asked for.",
            "1200 字 where 3000 are asked for.",
            "Add practice, figures and examples.",
        ),
    },
    "LEN03": {
        "zh": Reasons(
            "与要求的字数相差太大，说明详略不当。",
            "全文9998字（要求10000字左右）。",
            "全文5928字（要求10000字左右）。",
            "补充或压缩到要求字数的上下10%以内。",
        ),
        "en": Reasons(
            "A length far from what is asked shows that the weight is wrong.",
            "9998 字 where about 10000 are asked for.",
            "5928 字 where about 10000 are asked for.",
            "Come within 10 % of the length asked for.",
        ),
    },
}
