"""Words of IDN: codes, telephone numbers, addresses of mail."""

from doccheck.reports.wording.words import Words

_CODE = "18位，校验码正确"
_CODE_EN = "18 characters with a right check digit"
_CODE_FIX = "对照营业执照更正统一社会信用代码。"
_CODE_FIX_EN = "Correct the code by the business licence."

WORDS: dict[str, dict[str, Words]] = {
    "IDN01.valid": {
        "zh": Words("{subject}{code}正确（{documents}）。", _CODE, "{code}"),
        "en": Words("The code {code} is valid ({documents}).", _CODE_EN, "{code}"),
    },
    "IDN01.length": {
        "zh": Words(
            "{subject}“{code}”是{length}位，应为18位（{documents}）。",
            _CODE,
            "{code}（{length}位，{file}）",
            _CODE_FIX,
        ),
        "en": Words(
            "The code “{code}” has {length} characters instead of 18 ({documents}).",
            _CODE_EN,
            "{code} ({length} characters, {file})",
            _CODE_FIX_EN,
        ),
    },
    "IDN01.character": {
        "zh": Words(
            "{subject}“{code}”里有代码不使用的字符（{documents}）。",
            _CODE,
            "{code}（{file}）",
            _CODE_FIX,
        ),
        "en": Words(
            "The code “{code}” holds characters that such codes do not use ({documents}).",
            _CODE_EN,
            "{code} ({file})",
            _CODE_FIX_EN,
        ),
    },
    "IDN01.check_digit": {
        "zh": Words(
            "{subject}“{code}”的校验码不符，可能抄错了一位（{documents}）。",
            _CODE,
            "{code}（{file}）",
            _CODE_FIX,
        ),
        "en": Words(
            "The check digit of “{code}” does not hold; one character may be wrong ({documents}).",
            _CODE_EN,
            "{code} ({file})",
            _CODE_FIX_EN,
        ),
    },
    "IDN.doubt_scan": {
        "zh": Words("内容由扫描件识别得来，可能认错了字，请对照原件核对。"),
        "en": Words("This was recognised from a scan and may be misread; compare the original."),
    },
    "IDN02.good": {
        "zh": Words("{subject}“{value}”格式正确。", "格式正确", "{value}"),
        "en": Words("{subject} “{value}” is well formed.", "well formed", "{value}"),
    },
    "IDN02.none_given": {
        "zh": Words(
            "{subject}填的是“{value}”，请人工核对是否确实没有。",
            "可以联系的号码或地址",
            "{value}（{file}）",
            "补填{subject}；确实没有的不用改。",
        ),
        "en": Words(
            "{subject} reads “{value}”; please confirm that there is none.",
            "a number or address",
            "{value} ({file})",
            "Fill it in if there is one.",
        ),
    },
    "IDN02.no_form": {
        "zh": Words("{subject}没有固定格式，请人工核对：{value}。", actual="{value}（{file}）"),
        "en": Words(
            "{subject} has no fixed form, please look: {value}.", actual="{value} ({file})"
        ),
    },
    "IDN02.mobile_length": {
        "zh": Words(
            "{subject}“{value}”有{digits}位数字，手机号码应为11位。",
            "手机号码11位",
            "{value}（{digits}位，{file}）",
            "核对并更正{subject}。",
        ),
        "en": Words(
            "{subject} “{value}” has {digits} digits; a mobile number has 11.",
            "11 digits",
            "{value} ({digits} digits, {file})",
            "Correct the number.",
        ),
    },
    "IDN02.no_area_code": {
        "zh": Words(
            "{subject}“{value}”没有区号，请人工核对。",
            "固定电话带区号",
            "{value}（{file}）",
            "补上区号，如0519-85681262。",
        ),
        "en": Words(
            "{subject} “{value}” has no area code; please look.",
            "with area code",
            "{value} ({file})",
            "Add the area code.",
        ),
    },
    "IDN02.phone_unusual": {
        "zh": Words(
            "{subject}“{value}”不像完整的电话号码，请人工核对。",
            "手机号码11位，或带区号的固定电话",
            "{value}（{file}）",
            "核对并更正{subject}。",
        ),
        "en": Words(
            "{subject} “{value}” does not look like a whole telephone number; please look.",
            "a mobile number or a fixed line with area code",
            "{value} ({file})",
            "Correct the number.",
        ),
    },
    "IDN02.email_no_at": {
        "zh": Words(
            "{subject}“{value}”里没有“@”，不是完整的电子邮箱。",
            "完整的电子邮箱",
            "{value}（{file}）",
            "核对并更正{subject}。",
        ),
        "en": Words(
            "{subject} “{value}” has no @ and is no whole address.",
            "a whole e-mail address",
            "{value} ({file})",
            "Correct the address.",
        ),
    },
    "IDN02.email_unusual": {
        "zh": Words(
            "{subject}“{value}”的写法少见，请人工核对。",
            "完整的电子邮箱",
            "{value}（{file}）",
            "核对{subject}。",
        ),
        "en": Words(
            "{subject} “{value}” is unusual for an e-mail address; please look.",
            "a whole e-mail address",
            "{value} ({file})",
            "Check the address.",
        ),
    },
    "IDN02.postcode_length": {
        "zh": Words(
            "{subject}“{value}”不是6位数字，邮政编码应为6位数字。",
            "6位数字",
            "{value}（{file}）",
            "核对并更正{subject}。",
        ),
        "en": Words(
            "{subject} “{value}” is not six digits.",
            "six digits",
            "{value} ({file})",
            "Correct the post code.",
        ),
    },
    "IDN02.postcode_unusual": {
        "zh": Words(
            "{subject}“{value}”不在通用的邮政编码范围内，请人工核对。",
            "6位数字",
            "{value}（{file}）",
            "核对{subject}。",
        ),
        "en": Words(
            "{subject} “{value}” is outside the usual range; please look.",
            "six digits",
            "{value} ({file})",
            "Check the post code.",
        ),
    },
}
