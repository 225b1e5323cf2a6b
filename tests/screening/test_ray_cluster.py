"""The kill tests again, on a real Ray cluster: two nodes on this machine, a core each."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from doccheck.errors import DoccheckError
from doccheck.screening.executor import Limits, Outcome
from doccheck.screening.ray_cluster import RayCluster

from .test_executor import work

if find_spec("ray") is None:
    pytest.skip("ray is not installed: pip install 'doccheck[ray]'", allow_module_level=True)

LIMITS = Limits(timeout=4, memory=1 << 30)
START = 90  # seconds for both nodes: six processes each, on a machine that others use too
NODE = (
    "start", "--block", "--num-cpus=1", "--node-ip-address=127.0.0.1",
    "--object-store-memory=80000000", "--disable-usage-stats",
)  # fmt: skip


@dataclass
class Cluster:
    """A cluster's address, and the command of its second node: killing that kills the node."""

    address: str
    second: "subprocess.Popen[bytes]"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    if sys.platform != "linux":
        pytest.skip("two nodes on one machine are for Linux")
    folder = tmp_path_factory.mktemp("r")  # short: Ray's sockets lie below it
    port = free_port()
    address = f"127.0.0.1:{port}"
    head = start("--head", f"--port={port}", "--include-dashboard=false", f"--temp-dir={folder}")
    second = None
    try:
        wait_for(port)
        second = start(f"--address={address}")
        yield Cluster(address, second)
    finally:
        for node in (second, head):
            if node is not None:
                end(node)


def start(*options: str) -> "subprocess.Popen[bytes]":
    ray = Path(sys.executable).with_name("ray")
    quiet = subprocess.DEVNULL
    tests = str(Path(__file__).resolve().parents[1])  # where the nodes find this module
    environment = os.environ | {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONPATH": tests}
    return subprocess.Popen(
        [ray, *NODE, *options], stdout=quiet, stderr=quiet, env=environment, start_new_session=True
    )


def end(node: "subprocess.Popen[bytes]") -> None:
    """End a node with everything it started: they share its session."""
    node.terminate()
    try:
        node.wait(15)
    except subprocess.TimeoutExpired:
        os.killpg(node.pid, signal.SIGKILL)
        node.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.skip("the Ray head node did not start in time")


def run(cluster: Cluster, *units: str, limits: Limits = LIMITS) -> dict[str, Outcome[str, str]]:
    outcomes: dict[str, Outcome[str, str]] = {}
    for outcome in RayCluster(work, cluster.address).run(units, limits):
        assert outcome.unit not in outcomes
        outcomes[outcome.unit] = outcome
    return outcomes


def test_every_fault_is_its_own_units_outcome(cluster: Cluster, tmp_path: Path) -> None:
    good = [f"ok {n}" for n in range(12)]
    once = f"kill-once {tmp_path / 'mark'}"
    bad = ["kill", "segfault", "hang", "raise", "refuse", "full", "eat"]
    outcomes = run(cluster, *good[:4], *bad, once, *good[4:])
    assert Counter(o.end for o in outcomes.values()) == Counter(
        done=13, died=2, timeout=1, error=2, disk=1, memory=1
    )
    assert all(outcomes[u].result == u for u in good)
    assert outcomes[once].attempt == 2
    assert outcomes["refuse"].reason == "空的 · a.zip"


def test_the_work_is_done_on_both_nodes(cluster: Cluster) -> None:
    units = [f"slow {n}" for n in range(8)]
    outcomes = RayCluster(where_at_work, cluster.address).run(units, LIMITS)
    assert len({o.result for o in outcomes}) == 2


def where_at_work(unit: str) -> int:
    """Return the process below which Ray started this one: one on each node."""
    time.sleep(0.3 if unit else 0)
    pid = os.getppid()  # the fork server, below Ray's worker, below the raylet
    for _ in range(2):
        pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    return pid


def test_no_cluster_at_the_address_is_said() -> None:
    with pytest.raises(DoccheckError, match="连不上 Ray 集群"):
        list(RayCluster(work, f"127.0.0.1:{free_port()}").run(["ok"], LIMITS))


def test_a_node_that_is_lost_takes_nothing_with_it(cluster: Cluster) -> None:
    """Last: the second node is gone afterwards."""
    units = [f"slow {n}" for n in range(10)]
    outcomes = RayCluster(slow, cluster.address).run(units, Limits(timeout=30, tries=3))
    ended = [next(outcomes), next(outcomes)]
    os.killpg(cluster.second.pid, signal.SIGKILL)
    ended += outcomes
    assert Counter(o.end for o in ended) == Counter(done=10)


def slow(unit: str) -> str:
    time.sleep(0.5)
    return unit
