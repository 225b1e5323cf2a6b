"""Words of FIN04, FIN05 and FIN06: sums, audit reports, units."""

from doccheck.reports.wording.figures import Both
from doccheck.reports.wording.words import Words

_FIN04: dict[str, Both] = {
    "FIN04.holds": {
        "zh": Words("{document}的{count}项合计都对得上。", "{sums}（允许误差{tolerance}）",
                    "{count}项都对得上"),
        "en": Words("{count} sums of {document} hold.", "{sums} (tolerance {tolerance})",
                    "all {count} hold"),
    },
    "FIN04.broken": {
        "zh": Words(
            "{document}{column}的合计数对不上，最大相差{difference}（允许误差{tolerance}）：{says}。",
            "{says}（允许误差{tolerance}）", "{sums}", "核对报表原件，改正后重新提交。",
        ),
        "en": Words(
            "Sums of {document} ({column}) do not hold, by up to {difference}"
            " (tolerance {tolerance}): {says}.",
            "{says} (tolerance {tolerance})", "{sums}", "Check the original and correct it.",
        ),
    },
    "FIN04.mend": {
        "zh": Words(
            "{document}{column}的合计数对不上（{says}）；若{repaired}，"
            "各项合计就都对得上，可能是个别数字的读取或书写差异，请对照原件。",
            "{says}（允许误差{tolerance}）", "{sums}",
            "对照原件核对{items}；确属笔误的，改正后重新提交。",
        ),
        "en": Words(
            "Sums of {document} ({column}) do not hold ({says}); all of them would if"
            " {repaired}. Please compare with the original.",
            "{says} (tolerance {tolerance})", "{sums}", "Compare {items} with the original.",
        ),
    },
    "FIN04.no_sums": {
        "zh": Words("在{document}中没有读到可以加总的报表项目，合计没有核算。",
                    fix="请人工核对该报表；缺少资产负债表、利润表的，补齐后重新检查。"),
        "en": Words("No figures that add up were read in {document}; its sums were not checked.",
                    fix="Look at the statements; add sheets that are missing."),
    },
    "FIN04.unread": {
        "zh": Words("{document}（{files}）有的页面没有读出来，合计没有核算。",
                    fix="请人工核对该报表，或换成文字清晰的电子版后重新检查。"),
        "en": Words("Pages of {document} ({files}) could not be read; its sums were not checked.",
                    fix="Look at the statements, or hand in a legible copy."),
    },
    "FIN04.carried": {
        "zh": Words("{second}中的{year}年数与{first}一致：{items}。",
                    "两份报表的{year}年数一致（允许误差{tolerance}）", "{items}均一致"),
        "en": Words("{second} carries the figures of {year} as {first} has them: {items}.",
                    "the same figures (tolerance {tolerance})", "{items}"),
    },
    "FIN04.restated": {
        "zh": Words(
            "{second}中的{year}年数与{first}不同（{figures}），可能经过追溯调整，请人工核对。",
            "两份报表的{year}年数一致（允许误差{tolerance}），或附注说明调整原因", "{figures}",
            "核对两份报表；经过追溯调整的，指明附注中的说明。",
        ),
        "en": Words(
            "{second} has other figures of {year} than {first} ({figures}); they may be restated.",
            "the same figures (tolerance {tolerance}), or a note on why", "{figures}",
            "Check both; point to the note on the restatement.",
        ),
    },
}  # fmt: skip

_FIN05: dict[str, Both] = {
    "FIN05.valid": {
        "zh": Words("{document}已核对：{told}。", actual="{told}"),
        "en": Words("{document} was looked at: {told}.", actual="{told}"),
    },
    "FIN05.addressee": {
        "zh": Words(
            "{document}的被审计单位是“{found}”，申报企业是“{applicant}”，两者名称不同；"
            "是否为曾用名或同一企业，请人工核对。",
            "{applicant}", "{found}", "核对审计报告；属于曾用名的，附名称变更证明。",
        ),
        "en": Words(
            "{document} is on “{found}”, the applicant is “{applicant}”; it may be a former name.",
            "{applicant}", "{found}", "Check the report; for a former name add proof.",
        ),
    },
    "FIN05.emphasis": {
        "zh": Words("{document}的意见类型是“{found}”，强调的事项请人工阅读。",
                    "无保留意见", "{found}", "请人工阅读报告中的强调事项。"),
        "en": Words("The opinion of {document} is “{found}”; please read what it emphasises.",
                    "unmodified opinion", "{found}", "Read the emphasis of matter."),
    },
    "FIN05.modified": {
        "zh": Words("{document}的意见类型是“{found}”，不是无保留意见。",
                    "无保留意见", "{found}", "请人工阅读报告的意见段和形成意见的基础。"),
        "en": Words("The opinion of {document} is “{found}”, not an unmodified one.",
                    "unmodified opinion", "{found}", "Read the opinion and its basis."),
    },
    "FIN05.early": {
        "zh": Words("{document}的日期是{found}，不晚于报告期末{end}，请人工核对。",
                    "晚于{end}", "{found}", "核对审计报告的日期。"),
        "en": Words("{document} is dated {found}, not after the period's end ({end}).",
                    "after {end}", "{found}", "Check the report's date."),
    },
    "FIN05.signers": {
        "zh": Words("{document}末尾读到{found}处注册会计师签名处，通常为{wanted}处，请人工核对。",
                    "{wanted}名注册会计师签名", "{found}处", "查看报告的签章页；缺页的补齐。"),
        "en": Words("{found} places for an accountant's signature were read in {document}; there"
                    " should be {wanted}.",
                    "{wanted} accountants sign", "{found}", "Look at the signature page."),
    },
    "FIN05.unmarked": {
        "zh": Words("{document}的签章页上没有看到印章或签名的图像（{found}），请人工核对。",
                    "注册会计师签名并盖章、事务所盖章", "{found}",
                    "请提交签名盖章后的审计报告扫描件或带印章的电子版。"),
        "en": Words("No picture of a seal or signature was seen on the signature page of"
                    " {document} ({found}).",
                    "signed and sealed", "{found}", "Hand in the signed and sealed report."),
    },
    "FIN05.unread": {
        "zh": Words("在{document}中没有读到{missing}，未检查。", fix="请人工查看（{file}）。"),
        "en": Words("{missing} was not read in {document}, so it was not checked.",
                    fix="Look at the report ({file})."),
    },
}  # fmt: skip

_UNIT_FIX = {
    "zh": "核对{subject}的单位，按“{unit}”填写。",
    "en": "Check the unit of {subject}; state it in {unit}.",
}

_FIN06: dict[str, Both] = {
    "FIN06.plausible": {
        "zh": Words("{items}的金额单位没有看出混淆。", "以表中印定的单位填写", "{figures}"),
        "en": Words("The units of {items} look right.", "the form's own unit", "{figures}"),
    },
    "FIN06.proven": {
        "zh": Words("{subject}填写{stated}，是{source}{audited}的{times}倍，正好是单位之间的倍数。",
                    "{audited}（{source}）", "{stated}", _UNIT_FIX["zh"]),
        "en": Words("{subject} is {stated}, {times} times {source} ({audited}).",
                    "{audited} ({source})", "{stated}", _UNIT_FIX["en"]),
    },
    "FIN06.years": {
        "zh": Words("{subject}{stated}是{other_name}{other}的{times}倍，单位可能不同，请人工核对。",
                    "两年用同一单位", "{stated}", _UNIT_FIX["zh"]),
        "en": Words("{subject} {stated} is {times} times {other_name} {other}; units may differ.",
                    "one unit for both years", "{stated}", _UNIT_FIX["en"]),
    },
    "FIN06.fields": {
        "zh": Words("{subject}{stated}是{other_name}{other}的{times}倍，单位可能不同，请人工核对。",
                    "各项金额用同一单位", "{stated}", _UNIT_FIX["zh"]),
        "en": Words("{subject} {stated} is {times} times {other_name} {other}; units may differ.",
                    "one unit for all", "{stated}", _UNIT_FIX["en"]),
    },
    "FIN06.per_head": {
        "zh": Words("{subject}{stated}，按{people}人计人均{each}，单位可能有误，请人工核对。",
                    "以“{unit}”填写", "{stated}", _UNIT_FIX["zh"]),
        "en": Words("{subject} {stated} is {each} for each of {people} people; check the unit.",
                    "stated in {unit}", "{stated}", _UNIT_FIX["en"]),
    },
    "FIN06.too_large": {
        "zh": Words("{subject}{stated}，数额过大，单位可能有误，请人工核对。",
                    "以“{unit}”填写", "{stated}", _UNIT_FIX["zh"]),
        "en": Words("{subject} {stated} is very large; check the unit.",
                    "stated in {unit}", "{stated}", _UNIT_FIX["en"]),
    },
}  # fmt: skip

WORDS: dict[str, Both] = _FIN04 | _FIN05 | _FIN06
