"""Office files without the hour in which they were packed: same report, same bytes."""

import io
import zipfile


def without_hour(package: bytes) -> bytes:
    """Return an office file packed again, every part dated as the format's first day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(part))
    return stream.getvalue()
