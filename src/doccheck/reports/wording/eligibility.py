"""Words of ELI: who may apply, where from, until when."""

from doccheck.reports.wording.words import Words

WORDS: dict[str, dict[str, Words]] = {
    "ELI06.inside": {
        "zh": Words("申报单位在{region}范围内：{found}。", "在{region}范围内", "{found}"),
        "en": Words("The applicant is in {region}: {found}.", "in {region}", "{found}"),
    },
    "ELI06.outside": {
        "zh": Words(
            "地址和统一社会信用代码都不在{region}范围内：{found}。",
            "在{region}范围内",
            "{found}",
            "核对地址和统一社会信用代码；不在{region}的，请向所在地的主管部门申报。",
        ),
        "en": Words(
            "Address and credit code both lie outside {region}: {found}.",
            "in {region}",
            "{found}",
            "Check both; apply where the enterprise sits.",
        ),
    },
    "ELI06.partly_outside": {
        "zh": Words(
            "地址或统一社会信用代码中有一项不在{region}范围内，可能曾迁址，请人工核对：{found}。",
            "在{region}范围内",
            "{found}",
            "对照营业执照核对住所和登记机关。",
        ),
        "en": Words(
            "Address or credit code lies outside {region}; it may have moved: {found}.",
            "in {region}",
            "{found}",
            "Compare with the business licence.",
        ),
    },
    "ELI06.region_unknown": {
        "zh": Words(
            "没有读到写明省市的地址，也没有有效的统一社会信用代码，是否在{region}范围内未检查。",
            "在{region}范围内",
            "{found}",
            "请人工核对申报单位所在地。",
        ),
        "en": Words(
            "No address with province or city and no valid credit code was read, so whether the"
            " applicant is in {region} was not checked.",
            "in {region}",
            "{found}",
            "Look where the applicant sits.",
        ),
    },
    "ELI06.no_region": {
        "zh": Words("通知没有限定地区。"),
        "en": Words("The notice names no region."),
    },
    "ELI06.in_time": {
        "zh": Words("收件日{as_of}不晚于截止日{deadline}。", "{deadline}前（含当日）", "{as_of}"),
        "en": Words("{as_of} is not after the deadline {deadline}.", "by {deadline}", "{as_of}"),
    },
    "ELI06.late": {
        "zh": Words(
            "收件日{as_of}晚于截止日{deadline}，晚{days}天。",
            "{deadline}前（含当日）",
            "{as_of}",
            "截止日以前已经送达的，请用实际收件日重新检查。",
        ),
        "en": Words(
            "Received on {as_of}, {days} days after the deadline {deadline}.",
            "by {deadline}",
            "{as_of}",
            "If it came in earlier, check again with the day of receipt.",
        ),
    },
    "ELI06.today_late": {
        "zh": Words(
            "截止日{deadline}已过（今天是{as_of}）；没有给出实际收件日，请人工核对。",
            "{deadline}前（含当日）",
            "收件日未给出",
            "请给出实际收件日后重新检查。",
        ),
        "en": Words(
            "The deadline {deadline} has passed (today: {as_of}); the day of receipt is unknown.",
            "by {deadline}",
            "day of receipt not given",
            "Give the day of receipt and check again.",
        ),
    },
    "ELI06.no_deadline": {
        "zh": Words("通知没有规定企业报送的截止日期。"),
        "en": Words("The notice sets no deadline for the enterprise."),
    },
}
