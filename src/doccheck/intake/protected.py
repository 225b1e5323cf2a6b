"""Office files that are encrypted though anybody can open them.

Excel encrypts a workbook whose structure is protected, or that is meant to be read only, with a
password of its own that every program knows. Saying of such a file that it has a password would
be wrong: it opens with a double click.
"""

from pathlib import Path
from typing import BinaryIO

EXCELS_OWN_PASSWORD = "VelvetSweatshop"  # [MS-XLS] 2.4.191
MAX_SPINS = 1_000_000  # rounds of hashing; Office writes 100 000, each takes a microsecond
MAX_ENCRYPTED_BYTES = 100 << 20  # of one file; decrypting passes through memory


def decrypted_copy(path: Path, target: Path) -> bool:
    """Write what an encrypted Office file holds to `target`; False where it needs a password."""
    if path.stat().st_size > MAX_ENCRYPTED_BYTES:
        return False
    try:
        with path.open("rb") as source, target.open("xb") as out:
            return _decrypt(source, out)
    except Exception:  # the library raises anything at a damaged file; the readers will say why
        return False


def _decrypt(source: BinaryIO, out: BinaryIO) -> bool:
    import msoffcrypto  # noqa: PLC0415  (0.1 s, and few files are encrypted)

    file = msoffcrypto.OfficeFile(source)
    spins = getattr(file, "info", {}).get("spinValue", 0)
    if not file.is_encrypted() or spins > MAX_SPINS:
        return False
    file.load_key(password=EXCELS_OWN_PASSWORD)  # raises where it is another one
    file.decrypt(out)
    return True
