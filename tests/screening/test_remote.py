"""Stacks in an object store: an S3 server on loopback, keys that nobody should trust."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.errors import DoccheckError, InputError
from doccheck.pipeline import Settings
from doccheck.screening import remote
from doccheck.screening.plan import Plan
from doccheck.screening.remote import RemoteFile, RemoteTree, fetch, remote_trees, safe_name
from doccheck.screening.run import screen
from doccheck.screening.stack import at_hand, open_remote_stack

for needed in ("s3fs", "ossfs", "moto.server", "boto3"):
    pytest.importorskip(needed, reason=f"{needed} is not installed (doccheck[remote], dev group)")


@pytest.fixture(scope="module")
def bucket() -> Iterator[Any]:
    """Give an empty bucket `batch`, reached by the addresses that the stores' own tools know."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "test")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_ENDPOINT_URL", address)
        store = boto3.resource("s3", endpoint_url=address)
        yield store.create_bucket(Bucket="batch")
    server.stop()


def zipped(**files: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.txt", text)
    return out.getvalue()


def put(bucket: Any, objects: dict[str, bytes | str]) -> None:
    bucket.objects.delete()
    for key, body in objects.items():
        bucket.put_object(Key=key, Body=body)


def test_a_stack_in_a_bucket_is_checked_as_one_on_disk(bucket: Any, tmp_path: Path) -> None:
    put(bucket, {
        "2023/甲公司/申报表.txt": "企业名称 甲公司",
        "2023/甲公司/附件/说明.txt": "说明",
        "2023/乙公司.zip": zipped(申报表="企业名称 乙公司"),
        "2023/汇总表.txt": "汇总表",
        "2022/丙公司/申报表.txt": "另一批",
    })  # fmt: skip
    stack = open_remote_stack("s3://batch/2023")
    assert [u.name for u in stack.units] == ["乙公司.zip", "甲公司"]
    assert [f.name for f in stack.files] == ["汇总表.txt"]
    plan = Plan(tmp_path / "out", pages=False, jobs=1, timeout=300)
    settings = Settings(date(2024, 5, 9), program="changzhou-lean-2023")
    screened = screen(stack, settings, plan)
    assert screened.failed == []
    assert [f.path for f in screened.report.head.files] == ["汇总表.txt"]
    assert screen(open_remote_stack("s3://batch/2023/"), settings, plan).resumed == [
        "乙公司.zip", "甲公司",
    ]  # fmt: skip
    bucket.put_object(Key="2023/甲公司/申报表.txt", Body="企业名称 改了")
    again = screen(open_remote_stack("s3://batch/2023"), settings, plan)
    assert again.resumed == ["乙公司.zip"]


HOSTILE = (
    "../../出去.txt", "/根.txt", "a/../../b.txt", "./点.txt", "双//杠.txt", "反\\斜\\杠.txt",
    "C:/盘.txt", "空 格 .txt", "甲", "甲/里面.txt", "-rf", "长" * 300 + ".txt",
    "/".join("深" * 60) + "/底.txt",
)  # fmt: skip


def test_hostile_keys_stay_inside_and_none_is_lost(bucket: Any, tmp_path: Path) -> None:
    put(bucket, {f"x/份/{key}": f"内容 {n}" for n, key in enumerate(HOSTILE)})
    (unit,) = open_remote_stack("s3://batch/x").units
    with at_hand(unit) as folder:
        files = [p for p in folder.rglob("*") if p.is_file()]
        assert {p.read_text(encoding="utf-8") for p in files} == {
            f"内容 {n}" for n in range(len(HOSTILE))
        }
        assert all(p.resolve().is_relative_to(folder) for p in files)
    assert not folder.exists()
    assert [p.name for p in tmp_path.iterdir()] == []


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_part_of_a_key_is_a_harmless_name(one: str, other: str) -> None:
    for part in (one, other):
        name = safe_name(part)
        assert 0 < len(name.encode()) <= remote.NAME_BYTES
        assert "/" not in name and "\0" not in name and name.strip(". ")
        assert safe_name(name) == name
    if one != other:
        assert safe_name(one) != safe_name(other)


def tree(*sizes: int) -> RemoteTree:
    files = tuple(RemoteFile(f"batch/f{n}", f"f{n}", size, "") for n, size in enumerate(sizes))
    return RemoteTree("s3", "大", files)


@pytest.mark.parametrize("sizes", [(1 << 30,), (400 << 20,) * 6, (1,) * 2001])
def test_what_is_too_large_is_not_fetched(sizes: tuple[int, ...], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="未下载"):
        fetch(tree(*sizes), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_object_replaced_meanwhile_is_said_to_be(bucket: Any, tmp_path: Path) -> None:
    put(bucket, {"y/份/a.txt": "短"})
    (found,) = remote_trees("s3://batch/y")
    for size in (1, 5000):
        wrong = replace(found, files=(replace(found.files[0], size=size),))
        with pytest.raises(InputError, match="下载时文件变了"):
            fetch(wrong, tmp_path / str(size))


def test_the_fingerprint_follows_names_and_tags() -> None:
    first = tree(1, 2)
    renamed = replace(first, files=(replace(first.files[0], path="g"), first.files[1]))
    changed = replace(first, files=(replace(first.files[0], tag="2"), first.files[1]))
    assert len({t.fingerprint for t in (first, renamed, changed)}) == 3


@pytest.mark.parametrize("url", ["file:///etc", "http://127.0.0.1/x", "zip::s3://batch", "x://y"])
def test_other_places_are_refused(url: str) -> None:
    with pytest.raises(DoccheckError, match="不支持"):
        remote_trees(url)


def test_no_such_bucket_says_what_to_do(bucket: Any) -> None:  # noqa: ARG001
    with pytest.raises(DoccheckError) as told:
        open_remote_stack("s3://nobody/x")
    assert told.value.next_step


class OssFront(BaseHTTPRequestHandler):
    """Answers as OSS does, from the S3 server behind it: its XML is a little different."""

    behind = ""

    def do_GET(self) -> None:
        body, status = b"", 200
        request = Request(self.behind + self.path, method=self.command)
        request.add_header("Authorization", "AWS test:test")
        request.headers |= {"Range": self.headers["Range"]} if self.headers["Range"] else {}
        try:
            with urlopen(request) as answer:
                body, head = answer.read(), dict(answer.headers)
        except HTTPError as error:
            status, head = error.code, dict(error.headers)
        body = body.replace(b' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"', b"")
        body = body.replace(b"</Contents>", b"<Type>Normal</Type></Contents>")
        self.send_response(status)
        for name, value in head.items():
            if name.lower() in ("etag", "last-modified", "content-type", "content-range"):
                self.send_header(name, value)
        length = head["Content-Length"] if self.command == "HEAD" else str(len(body))
        self.send_header("Content-Length", length)
        self.end_headers()
        self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_oss_is_read_with_its_own_client(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """No OSS server is to be had; its calls for listing and reading are S3's."""
    import fsspec

    put(bucket, {"z/份/a.txt": "内容"})
    OssFront.behind = bucket.meta.client.meta.endpoint_url
    server = ThreadingHTTPServer(("127.0.0.1", 0), OssFront)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        endpoint = f"http://127.0.0.1:{server.server_port}"
        settings = {"endpoint": endpoint, "key": "k", "secret": "s"}
        monkeypatch.setitem(fsspec.config.conf, "oss", settings)
        (unit,) = open_remote_stack("oss://batch/z").units
        with at_hand(unit) as folder:
            assert (folder / "a.txt").read_text(encoding="utf-8") == "内容"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
