"""FMT03: whether a file is what its name says."""

from collections.abc import Iterator

from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.places import Evidence, Place
from doccheck.model.result import Outcome


@check("FMT03")
def file_honest(view: View, _params: Params) -> Iterator[Outcome]:
    """Answer once for every file whose content is not what its suffix says, else once for all."""
    files = [f for f in view.dossier.files if f.status != "skipped"]
    lying = [f for f in files if f.suffix_lies]
    for file in lying:
        values = {
            "file": file.path,
            "suffix": file.path.rsplit(".", 1)[-1],
            "content": file.file_format,
            "media_type": file.media_type,
        }
        evidence = (Evidence(Place(file.path), file.media_type),)
        yield Outcome("fail", "FMT03.other_content", file.path, values, evidence=evidence)
    if not lying:
        read = tuple(Evidence(Place(f.path)) for f in files)
        yield Outcome("pass", "FMT03.all", "文件", {"count": str(len(files))}, evidence=read)
