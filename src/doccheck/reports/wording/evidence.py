"""Words of MAT05, ELI03 and ELI08: supporting material, criteria chosen, qualifications."""

from doccheck.reports.wording.words import Words

_KINDS = "{kinds}（至少{needed}类）"
_KINDS_EN = "at least {needed} of: {kinds}"
_SIX = "选{minimum}项以上，其中必有：{mandatory}"
_SIX_EN = "at least {minimum}, among them: {mandatory}"
_HELD = "持有有效期内的{qualification}"
_HELD_EN = "{qualification}, still valid"

WORDS: dict[str, dict[str, Words]] = {
    "MAT05.none_asked": {
        "zh": Words("申报表没有填报需要{document}的内容，不要求提供。"),
        "en": Words("The form claims nothing that {document} would have to show."),
    },
    "MAT05.enough": {
        "zh": Words(
            "{document}找到{count}类：{names}。没有找到的：{missing}；申报表没有填报、因此不要求的：{not_asked}。",
            _KINDS,
            "{count}类：{found}",
        ),
        "en": Words(
            "{count} kinds of material were found: {names}. Not found: {missing}; not claimed on"
            " the form, so not asked: {not_asked}.",
            _KINDS_EN,
            "{count}: {found}",
        ),
    },
    "MAT05.maybe": {
        "zh": Words(
            "{document}找到{count}类：{names}；文件名像、内容没有认出来的：{perhaps}；没有找到的："
            "{missing}。请人工核对。",
            _KINDS,
            "找到{count}类：{found}；只看文件名：{maybe}",
            "请打开按文件名判断的材料确认；缺少的补上。",
        ),
        "en": Words(
            "{count} kinds were read: {names}; by file name only: {perhaps}; not found: {missing}."
            " Please look.",
            _KINDS_EN,
            "{count} read: {found}; by name: {maybe}",
            "Open the files known by name only; add what is missing.",
        ),
    },
    "MAT05.unread": {
        "zh": Words(
            "{document}找到{count}类：{names}；文件名像的：{perhaps}；没有找到的：{missing}，可能在没有读出文字"
            "的材料里。请人工核对。",
            _KINDS,
            "找到{count}类：{found}；没有读出文字的：{unread}",
            "请打开没有读出文字的材料核对；缺少的补上。",
        ),
        "en": Words(
            "{count} kinds were read: {names}; by file name only: {perhaps}; the rest ({missing})"
            " may be in material that could not be read. Please look.",
            _KINDS_EN,
            "{count} read: {found}; not read: {unread}",
            "Open the material that could not be read; add what is missing.",
        ),
    },
    "MAT05.too_few": {
        "zh": Words(
            "{document}没有找到：{missing}。找到的：{names}；文件名像的：{perhaps}；申报表没有填报、因此"
            "不要求的：{not_asked}。请人工核对。",
            _KINDS,
            "{count}类：{found}",
            "补交：{missing}；已经提交的，请在文件名或标题上写明是哪一类材料。",
        ),
        "en": Words(
            "Not found: {missing}. Found: {names}; by file name only: {perhaps}; not claimed, so"
            " not asked: {not_asked}. Please look.",
            _KINDS_EN,
            "{count}: {found}",
            "Add: {missing}; or name the files by their kind.",
        ),
    },
    "ELI03.enough": {
        "zh": Words(
            "填报了{count}项评价标准，{backed}项读到佐证。",
            _SIX,
            "{count}项。各项：{table}",
        ),
        "en": Words(
            "{count} criteria are chosen, material was read for {backed}.",
            _SIX_EN,
            "{count} of: {table}",
        ),
    },
    "ELI03.unsupported": {
        "zh": Words(
            "填报了{count}项评价标准，读到佐证的有{backed}项；没有读到佐证的：{unsupported}。请人工核对。",
            _SIX,
            "填报{count}项，佐证{backed}项。各项：{table}",
            "为所选的评价标准补上佐证材料；只有文件名的请打开确认。",
        ),
        "en": Words(
            "{count} criteria are chosen, material was read for {backed}; not for: {unsupported}."
            " Please look.",
            _SIX_EN,
            "{count} chosen, {backed} supported: {table}",
            "Add material for the criteria chosen.",
        ),
    },
    "ELI03.perhaps": {
        "zh": Words(
            "读到填报的评价标准{count}项，其余的没有读清或只见材料，请人工核对是否够{minimum}项。",
            _SIX,
            "{count}项。各项：{table}",
            "在申报表中填清所选的评价标准。",
        ),
        "en": Words(
            "{count} chosen criteria were read, others are unclear; please see whether there are"
            " {minimum}.",
            _SIX_EN,
            "{count} of: {table}",
            "Fill in the criteria chosen.",
        ),
    },
    "ELI03.too_few": {
        "zh": Words(
            "{document}填报的评价标准有{count}项，不足{minimum}项。",
            _SIX,
            "{count}项。各项：{table}",
            "补填评价标准至{minimum}项以上，并附佐证材料。",
        ),
        "en": Words(
            "{count} criteria are chosen on {document}, fewer than {minimum}.",
            _SIX_EN,
            "{count} of: {table}",
            "Choose at least {minimum} and add material.",
        ),
    },
    "ELI03.mandatory": {
        "zh": Words(
            "必选的评价标准（{mandatory}）没有填报。",
            _SIX,
            "{count}项。各项：{table}",
            "填写必选的评价标准：{mandatory}。",
        ),
        "en": Words(
            "The mandatory criteria ({mandatory}) are not filled in.",
            _SIX_EN,
            "{count} of: {table}",
            "Fill in the mandatory criteria.",
        ),
    },
    "ELI08.denied": {
        "zh": Words("申报表没有填报{qualification}，未检查有效期。", _HELD, "未填报"),
        "en": Words("The form does not claim {qualification}.", _HELD_EN, "not claimed"),
    },
    "ELI08.valid": {
        "zh": Words(
            "{qualification}在有效期内：{file}写“{words}”，到{until}为止。",
            _HELD,
            "有效期到{until}（{file}）",
        ),
        "en": Words(
            "{qualification} is valid until {until}: {file} says “{words}”.",
            _HELD_EN,
            "until {until} ({file})",
        ),
    },
    "ELI08.expired": {
        "zh": Words(
            "{qualification}的证书（{file}）写“{words}”，到{until}为止，检查日是{as_of}。",
            _HELD,
            "有效期到{until}（{file}）",
            "附上复核或换发后的证书。",
        ),
        "en": Words(
            "{qualification} ({file}) ended on {until}: “{words}”; checked as of {as_of}.",
            _HELD_EN,
            "until {until} ({file})",
            "Add the renewed certificate.",
        ),
    },
    "ELI08.old": {
        "zh": Words(
            "申报表写的{qualification}是{year}年认定的，这类认定一般{usual}年有效，请人工核对是否仍在有效期内。",
            _HELD,
            "{form}；材料：{files}",
            "附上复核通过的文件或新证书。",
        ),
        "en": Words(
            "{qualification} was granted in {year} and usually holds {usual} years; please look.",
            _HELD_EN,
            "{form}; material: {files}",
            "Add the renewal.",
        ),
    },
    "ELI08.no_date": {
        "zh": Words(
            "找到{qualification}的材料（{files}），没有读到有效期，请人工核对。",
            _HELD,
            "{files}；申报表：{form}",
            "附上写明有效期的证书或认定文件。",
        ),
        "en": Words(
            "Material on {qualification} was found ({files}), but no validity; please look.",
            _HELD_EN,
            "{files}; form: {form}",
            "Add a certificate that tells its validity.",
        ),
    },
    "ELI08.unread": {
        "zh": Words(
            "{files}看来是{qualification}的证书，但文字没有读出来，未检查有效期（申报表：{form}）。",
            _HELD,
            "{files}（未读出文字）",
            "请打开文件核对有效期。",
        ),
        "en": Words(
            "{files} seems to be the certificate of {qualification} but was not read, so its"
            " validity was not checked (form: {form}).",
            _HELD_EN,
            "{files} (not read)",
            "Open the file and see until when it holds.",
        ),
    },
    "ELI08.perhaps_unread": {
        "zh": Words(
            "没有读到{qualification}的证书，可能在没有读出文字的材料里（{unread}），未检查有效期"
            "（申报表：{form}）。",
            _HELD,
            "未读出：{unread}",
            "请打开这些材料核对有效期。",
        ),
        "en": Words(
            "No certificate of {qualification} was read; it may be in material that could not be"
            " read ({unread}), so its validity was not checked (form: {form}).",
            _HELD_EN,
            "not read: {unread}",
            "Open these files and see until when it holds.",
        ),
    },
    "ELI08.no_certificate": {
        "zh": Words(
            "没有找到{qualification}的证书或认定文件（申报表：{form}），请人工核对。",
            _HELD,
            "未找到",
            "附上{qualification}的证书或认定文件。",
        ),
        "en": Words(
            "No certificate of {qualification} was found (form: {form}); please look.",
            _HELD_EN,
            "not found",
            "Add the certificate.",
        ),
    },
}
