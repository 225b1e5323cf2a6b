"""A crash, a hang or a memory bomb in a reading process costs one call, never the run."""

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import suffering

from doccheck.extractors import isolated
from doccheck.extractors.calls import Answer, Call
from doccheck.extractors.isolated import run_calls

MEMORY = 200 << 20


pytestmark = pytest.mark.usefixtures("reading_processes")


def call(function: Callable[..., Any], *args: object, seconds: float = 20) -> Call:
    return Call(function, args, seconds, MEMORY)


def answers(*calls: Call, processes: int = 1) -> list[Answer]:
    return list(run_calls(calls, processes))


def ends(*calls: Call, processes: int = 1) -> list[str]:
    return [answer.end for answer in answers(*calls, processes=processes)]


def test_a_run_has_one_process_and_it_is_not_this_one() -> None:
    first, second = answers(call(suffering.process), call(suffering.process))
    assert first.value == second.value != os.getpid()
    assert answers(call(suffering.process))[0].value == first.value


def test_a_crash_costs_one_call() -> None:
    said = call(suffering.slowly, 0, "读到了")
    assert ends(said, call(suffering.crash), said) == ["done", "died", "done"]


def test_a_hang_costs_one_call_and_its_time() -> None:
    began = time.monotonic()
    said = call(suffering.slowly, 0, "读到了")
    assert ends(call(suffering.hang, seconds=0.5), said) == ["timeout", "done"]
    assert time.monotonic() - began < 10


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's data")
def test_memory_is_bounded_for_each_call() -> None:
    small, large = call(suffering.swallow, MEMORY // 2), call(suffering.swallow, 4 * MEMORY)
    assert ends(small, large, small) == ["done", "memory", "done"]


def test_an_error_of_the_call_comes_back() -> None:
    [answer] = answers(call(suffering.refuse))
    assert str(answer.error) == "no such page"


def test_an_answer_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "MAX_ANSWER_BYTES", 1 << 20)
    assert ends(call(suffering.shout, 5 << 20)) == ["died"]


def test_answers_come_in_the_order_of_the_calls() -> None:
    calls = [call(suffering.slowly, 0.4 if i == 0 else 0.0, str(i)) for i in range(6)]
    assert [a.value for a in answers(*calls, processes=3)] == list("012345")


def test_several_processes_work_at_once() -> None:
    calls = [call(suffering.process) for _ in range(4)] + [call(suffering.slowly, 0.3, "")] * 2
    answers(call(suffering.slowly, 0, ""), call(suffering.slowly, 0, ""), processes=2)
    pids = {a.value for a in answers(*calls, processes=2)[:4]}
    assert os.getpid() not in pids


def test_who_stops_listening_leaves_no_process_at_work() -> None:
    running = run_calls([call(suffering.slowly, 0, "x"), call(suffering.hang)], 2)
    assert next(running).value == "x"
    running.close()  # type: ignore[attr-defined]
    assert all(p.program is None or p.fresh or p.program.poll() is None
               for p in isolated._IDLE.processes)  # fmt: skip
    assert ends(call(suffering.slowly, 0, "x")) == ["done"]


def test_a_process_killed_while_idle_is_replaced() -> None:
    [first] = answers(call(suffering.process))
    os.kill(first.value, 9)
    [second] = answers(call(suffering.process))
    assert second.end == "done"
    assert second.value != first.value


def _in_a_daemon(results: Any) -> None:
    results.put(next(run_calls([call(suffering.slowly, 0, "读到了")], 1)).value)


def test_a_daemon_may_have_such_a_process_too() -> None:
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    daemon = context.Process(target=_in_a_daemon, args=(results,), daemon=True)
    daemon.start()
    assert results.get(timeout=20) == "读到了"
    daemon.join(20)


def test_nothing_is_imported_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lurking.py").write_text("")
    monkeypatch.chdir(tmp_path)
    assert answers(call(suffering.imported, "lurking"))[0].value is False


def test_the_process_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    script = tmp_path / "asks.py"
    script.write_text(
        "import os\n"
        "from doccheck.extractors.calls import Call\n"
        "from doccheck.extractors.isolated import run_calls\n"
        "print(list(run_calls([Call(os.getpid, (), 20, 1 << 28)], 1))[0].value, flush=True)\n"
        "os._exit(0)\n"
    )
    told = subprocess.run([sys.executable, str(script)], capture_output=True, check=True, text=True)
    pid = int(told.stdout)
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists() or _is_zombie(pid):
            return
        time.sleep(0.05)
    pytest.fail(f"process {pid} goes on")


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z"
    except OSError:
        return True
