"""Words of FMT: how the pages look."""

from doccheck.reports.wording.words import Words

WORDS: dict[str, dict[str, Words]] = {
    "FMT01.right_size": {
        "zh": Words("纸张都是{size}：{files}。", "{size}", "{actual}"),
        "en": Words("All paper is {size}: {files}.", "{size}", "{actual}"),
    },
    "FMT01.other_size": {
        "zh": Words(
            "有{count}处纸张不是{size}（{actual}）：{files}。",
            "{size}",
            "{actual}（{files}）",
            "把纸张改为{size}后重新导出或打印。",
        ),
        "en": Words(
            "{count} pages are not {size} ({actual}): {files}.",
            "{size}",
            "{actual} ({files})",
            "Set the paper to {size}.",
        ),
    },
    "FMT01.scan_size": {
        "zh": Words(
            "有{count}页扫描件的尺寸不是{size}（{actual}），可能只是扫描设置，请人工核对：{files}。",
            "{size}",
            "{actual}（{files}）",
            "请确认原件是{size}纸。",
        ),
        "en": Words(
            "{count} scanned pages are not {size} ({actual}), perhaps by the scanner's setting:"
            " {files}.",
            "{size}",
            "{actual} ({files})",
            "Confirm that the originals are {size}.",
        ),
    },
    "FMT01.no_pages": {
        "zh": Words("没有能读出纸张大小的文件，这一项未检查。", fix="请人工核对纸张是否为{size}。"),
        "en": Words("No file tells its paper size.", fix="See whether the paper is {size}."),
    },
}
