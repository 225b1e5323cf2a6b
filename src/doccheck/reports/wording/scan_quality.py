"""Words of FMT02: how well the scanned pages can be read."""

from doccheck.reports.wording.words import Words

_CLEAR = "扫描件清晰可辨"
_CLEAR_EN = "legible scans"


def _flaw(zh: str, en: str, fix: str, fix_en: str) -> dict[str, Words]:
    """Return the words for pages with one flaw, in both languages."""
    return {
        "zh": Words(f"有{{count}}页{zh}，请人工核对（{{pages}}）。", _CLEAR, "{pages}", fix),
        "en": Words(
            f"{{count}} page(s): {en}; please look ({{pages}}).", _CLEAR_EN, "{pages}", fix_en
        ),
    }


WORDS: dict[str, dict[str, Words]] = {
    "FMT02.low_resolution": _flaw(
        "分辨率太低（{amount}），小字认不准",
        "resolution too low for small print ({amount})",
        "用扫描仪按300 dpi重新扫描；拍照的，靠近拍摄并选用原图。",
        "Scan at 300 dpi, or photograph from nearer.",
    ),
    "FMT02.blurred": _flaw(
        "画面模糊，字迹认不准",
        "blurred, the characters are not sure",
        "放平、对焦后重新拍摄，或用扫描仪按300 dpi重新扫描。",
        "Lay it flat, focus, and take it again, or scan it at 300 dpi.",
    ),
    "FMT02.dark": _flaw(
        "画面太暗，字迹认不准",
        "too dark, the characters are not sure",
        "在光线充足处重新拍摄，或用扫描仪重新扫描。",
        "Photograph it in better light, or scan it.",
    ),
    "FMT02.illegible": _flaw(
        "字迹认不准",
        "the characters are not sure",
        "用扫描仪按300 dpi重新扫描这些页。",
        "Scan these pages again at 300 dpi.",
    ),
    "FMT02.cut_off": _flaw(
        "文字到了画面边缘，可能没有扫全",
        "text runs into the edge, perhaps cut off",
        "把整页放进扫描范围后重新扫描。",
        "Scan the whole page.",
    ),
    "FMT02.upside_down": _flaw(
        "页面上下颠倒",
        "upside down",
        "把这些页转正后重新导出。",
        "Turn these pages and export again.",
    ),
    "FMT02.blank": _flaw(
        "扫描件是空白页，可能漏扫或扫了背面",
        "blank in the scan, perhaps missed or a back side",
        "漏扫的补上；只是背面的，删去即可。",
        "Add what was missed; remove mere back sides.",
    ),
    "FMT02.legible": {
        "zh": Words("扫描的{count}页都清晰可辨。", _CLEAR, "{count}页"),
        "en": Words("All {count} scanned pages can be read.", _CLEAR_EN, "{count} pages"),
    },
    "FMT02.no_scans": {
        "zh": Words("没有扫描件或照片。"),
        "en": Words("Nothing was scanned or photographed."),
    },
    "FMT02.unread": {
        "zh": Words("{count}页扫描件没有识别，清晰程度未检查。", fix="请人工查看是否清晰。"),
        "en": Words("{count} scanned pages were not recognised.", fix="See whether they are clear"),
    },
}
