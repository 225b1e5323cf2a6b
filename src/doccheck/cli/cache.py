"""`doccheck cache`: how much room the kept readings of pages take, and making some."""

from pathlib import Path

import click

from doccheck.errors import DoccheckError


@click.group(invoke_without_command=True, short_help="文字识别的缓存")
@click.pass_context
def cache(context: click.Context) -> int:
    """查看（不带子命令）、缩小、清空文字识别的缓存。

    同一页不识别两次：识读结果按页面内容保存。超过限度时先删最久不用的；
    限度由环境变量 DOCCHECK_CACHE_LIMIT（MB）给出，位置由 DOCCHECK_CACHE 给出。
    """
    if context.invoked_subcommand is None:
        from doccheck.extractors.ocr.cache_room import limit, room_taken

        folder = _folder()
        kept = room_taken(folder)
        most = f"{_megabytes(limit())} MB" if limit() else "不限"
        click.echo(
            f"位置：{folder}\n页数：{kept.files}\n大小：{_megabytes(kept.size)} MB\n限度：{most}"
        )
    return 0


@cache.command(short_help="删去最久不用的")
@click.option(
    "--to", "megabytes", type=click.IntRange(0), metavar="MB", default=None,
    help="缩小到多少 MB，不写则为限度。",
)  # fmt: skip
def prune(megabytes: int | None) -> int:
    """删去最久不用的识读结果，直到不超过给定的大小。"""
    from doccheck.extractors.ocr.cache_room import MEGABYTE, limit, make_room

    if megabytes is None and not limit():
        raise click.UsageError("缓存没有限度，请用 --to 指定缩小到多少 MB")
    removed = make_room(_folder(), limit() if megabytes is None else megabytes * MEGABYTE)
    click.echo(f"删去 {removed.files} 页，{_megabytes(removed.size)} MB")
    return 0


@cache.command(short_help="全部删去")
def clear() -> int:
    """删去全部识读结果；下次核对时重新识别。"""
    from doccheck.extractors.ocr.cache_room import clear as clear_all

    removed = clear_all(_folder())
    click.echo(f"删去 {removed.files} 页，{_megabytes(removed.size)} MB")
    return 0


def _folder() -> Path:
    from doccheck.extractors.ocr.choice import cache_folder

    folder = cache_folder()
    if folder is None:
        raise DoccheckError("没有缓存：找不到用户的主目录", "", "请设置环境变量 DOCCHECK_CACHE")
    return folder


def _megabytes(size: int) -> str:
    return f"{size / (1 << 20):.1f}"
