"""How surely seals are found and whose they are told to be, on drawn and worn ones.

    uv run python benchmarks/seals.py [--count 200] [--seed 0]

Each seal is drawn with a font of the machine, turned, worn, pressed on a page of print, blurred and
saved as JPEG; then it is judged as its owner's, as if the applicant were another enterprise, and as
if it were one whose name differs in a sign of its own name, in the form or in the place. Ends with
status 1 if one right seal is called another's, which would be an accusation, or one of another's
passes.
"""

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))

from generator.seals import SealLook, draw_seal, pressed, worn

from doccheck.checks.seal_words import whose_seal
from doccheck.extractors.ocr.engine import OcrEngine, load_engine
from doccheck.extractors.ocr.seal_words import read_seal
from doccheck.extractors.page.pixels import Image
from doccheck.extractors.page.rings import find_rings, redness
from doccheck.model.places import Place
from doccheck.model.seen import Seal

PLACES = ["江苏", "常州市", "湖南", "河北", "长沙", "浙江", "舟山市", "沧州", "石家庄市"]
OWN_NAMES = ["灏达", "弘望", "昶颂", "宏昊", "沛锐", "凌舟", "霖驰", "渊凯", "天工", "华瑞",
             "鑫源", "赟泽", "仝兴", "亓盛", "恒力", "中科"]  # fmt: skip
TRADES = ["电气", "仪表", "钢构", "精密机械", "智能装备", "汽车部件", "新材料科技", "食品"]
OTHER_SIGNS = "联德嘉欣腾远启博"  # no sign of OWN_NAMES looks like them
FORMS = ["有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司"]


def main() -> int:
    """Judge so many seals and print how each was called."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    told = parser.parse_args()
    rng = random.Random(told.seed)
    engine = load_engine("rapidocr")
    own: Counter[str] = Counter()
    others: Counter[str] = Counter()
    nearly: Counter[str] = Counter()
    for _ in range(told.count):
        name, stranger = _name(rng), _name(rng)
        seal = _seen(name, rng, engine)
        own[whose_seal(seal, [name]) if seal else "not found"] += 1
        others[whose_seal(seal, [stranger]) if seal else "not found"] += 1
        for near in _near_names(name):
            nearly[whose_seal(seal, [near]) if seal else "not found"] += 1
    print(f"right seals: {dict(own.most_common())}")
    print(f"another enterprise's: {dict(others.most_common())}")
    print(f"one with nearly the same name: {dict(nearly.most_common())}")
    return 1 if own["other"] or others["own"] or nearly["own"] else 0


def _near_names(name: str) -> list[str]:
    """Return names that differ from one in its first own sign, its form and its place."""
    place = max((p for p in PLACES if name.startswith(p)), key=len)
    at = len(place)
    sign = OTHER_SIGNS[sum(map(ord, name)) % len(OTHER_SIGNS)]
    form = "有限公司" if name.endswith("有限责任公司") else "有限责任公司"
    moved = place.removesuffix("市") if place.endswith("市") else place + "市"
    return [
        name[:at] + sign + name[at + 1 :],
        name.removesuffix("有限责任公司").removesuffix("有限公司") + form,
        moved + name[at:],
    ]


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(words) for words in (PLACES, OWN_NAMES, TRADES, FORMS))


def _seen(name: str, rng: random.Random, engine: OcrEngine) -> Seal | None:
    dpi = rng.choice([150, 200, 200, 300])
    look = SealLook(
        mm=rng.choice([38, 40, 42, 45]), flat=rng.choice([1, 1, 1, 1, 0.72]),
        span=rng.uniform(200, 270), tall=rng.uniform(1.1, 1.6), font=rng.randrange(6),
        centre=rng.choice(["", "", "合同专用章"]), code=rng.choice(["", "3201020012345"]),
    )  # fmt: skip
    seal = worn(draw_seal(name, dpi, look), rng, rng.uniform(0, 0.12), rng.uniform(0, 0.2))
    page = pressed(_page(dpi), seal, dpi * 2.0, dpi * 2.0, rng.uniform(0.6, 0.95))
    blur = rng.uniform(0, 1.2) * dpi / 200
    page = cv2.GaussianBlur(page, (0, 0), blur).astype(np.uint8) if blur > 0.4 else page
    _, jpeg = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(60, 92)])
    page = cv2.imdecode(jpeg, cv2.IMREAD_COLOR).astype(np.uint8)
    rings = find_rings(redness(page), dpi, red=True)
    return Seal(Place("a"), True, 0.96, read_seal(page, rings[0], engine)) if rings else None


def _page(dpi: int) -> Image:
    """Return a page with lines like print, black on white."""
    page = np.full((4 * dpi, 4 * dpi, 3), 248, np.uint8)
    for line in range(6):
        at = (dpi // 5, round(dpi * (0.9 + 0.42 * line)))
        words = "abcdefg 12345 hijklm 67890 nopq"
        cv2.putText(page, words, at, cv2.FONT_HERSHEY_SIMPLEX, dpi / 180, (40, 40, 40), dpi // 90)
    return page


if __name__ == "__main__":
    sys.exit(main())
