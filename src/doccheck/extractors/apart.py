"""Reading files in processes of their own, within limits."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from doccheck.extractors.calls import Answer, Call
from doccheck.extractors.carried import carried_by
from doccheck.extractors.isolated import run_calls
from doccheck.extractors.read import NO_READINGS, Readings, ReadingTrouble, read_file
from doccheck.model.document import Document
from doccheck.model.files import Cargo, FileFormat, SourceFile

READ_SECONDS = 120.0  # one file: 600 digital pages take 10 s, a loaded machine three times that
READ_MEMORY = 1 << 30  # one file, in bytes: the largest real ones measured hold 300 MB

_ENDS = {
    "timeout": "读取超过 {seconds:.0f} 秒仍未完成，已停止；请拆分或重新导出后提交",
    "memory": "读取时占用内存过多，已停止；请拆分成较小的文件或重新导出后提交",
    "died": "读取时程序意外中止，文件可能已损坏或内容过多；请重新导出后提交",
}


def read_apart(
    sources: Sequence[SourceFile],
    processes: int = 1,
    readings: Mapping[str, Readings] | None = None,
) -> Iterator[Document | ReadingTrouble]:
    """Yield what each file says, in order; `readings` holds recognised pages by the file's path."""
    known = readings or {}
    calls = [
        Call(
            read_file,
            (source, dict(known.get(source.path, NO_READINGS))),
            READ_SECONDS,
            READ_MEMORY,
        )
        for source in sources
    ]
    for answer in run_calls(calls, processes):
        ended = _ended(answer, READ_SECONDS)
        yield ReadingTrouble(ended) if ended else answer.value


def carried_apart(path: Path, file_format: FileFormat) -> Sequence[Cargo]:
    """Return the files inside a file (`extractors.carried`); none where taking them out fails."""
    call = Call(carried_by, (path, file_format), READ_SECONDS, READ_MEMORY)
    [answer] = run_calls([call], 1)
    return answer.value if answer.error is None and answer.end == "done" else ()


def _ended(answer: Answer, seconds: float) -> str:
    """Return why there is no value, empty where there is one; raises the call's own error."""
    if answer.error is not None:
        raise answer.error
    return "" if answer.end == "done" else _ENDS[answer.end].format(seconds=seconds)
