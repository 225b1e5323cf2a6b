"""The command line: a group whose commands are loaded only when they are run."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from doccheck import __version__
from doccheck.errors import DoccheckError

COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("doccheck.cli.check:check", "核对一份申报材料（文件夹、压缩包或单个文件）"),
    "screen": ("doccheck.cli.screen:screen", "核对一批申报材料：每个子文件夹或压缩包一份"),
    "extract": ("doccheck.cli.extract:extract", "显示从一个文件中读到的内容及其位置"),
    "compare": ("doccheck.cli.unbuilt:compare", "比较同一份材料的两个版本（尚未实现）"),
    "programs": ("doccheck.cli.programs:programs", "列出、查看、检查方案（一份通知一个方案）"),
    "explain": ("doccheck.cli.explain:explain", "说明一条规则：查什么、依据何在、怎样修改"),
    "cache": ("doccheck.cli.cache:cache", "查看、缩小、清空文字识别的缓存"),
    "serve": ("doccheck.cli.unbuilt:serve", "网页版（尚未实现）"),
}
"""Command → where it is, and its line in the help: so help imports none of them."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is run, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order of the contract."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return a command, None for an unknown one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section("命令"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="doccheck")
def cli() -> None:
    """按通知要求核对申报材料：缺什么、哪里不符、依据哪一条、怎样补正。

    退出码：0 没有不符合项 · 1 有不符合项 · 2 无法核对
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; every trouble leaves as a message in three parts and status 2."""
    _write_utf8_safely()
    try:
        status = cli.main(arguments, prog_name="doccheck", standalone_mode=False)
    except DoccheckError as error:
        status = complain(error.what, error.where, error.next_step, error.exit_code)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "doccheck"
        status = complain(error.format_message(), "命令行", f"运行 {path} --help 查看用法", 2)
    except click.ClickException as error:
        status = complain(error.format_message(), "", "", 2)
    except (click.Abort, KeyboardInterrupt):
        status = complain("已中断", "", "", 130)
    except BrokenPipeError:  # `doccheck … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        status = 2
    except Exception as crash:  # or Python would exit with 1, which means "something failed"
        if os.environ.get("DOCCHECK_DEBUG"):
            raise
        what = f"程序内部出错：{type(crash).__name__}: {crash}"
        status = complain(what, "", "设置环境变量 DOCCHECK_DEBUG=1 再运行，把输出报给开发者", 2)
    sys.exit(status if isinstance(status, int) else 0)


def complain(what: str, where: str, next_step: str, status: int) -> int:
    """Say what went wrong, where, and what to do next; return the exit status."""
    for label, part in (("错误", what), ("位置", where), ("下一步", next_step)):
        if part:
            click.echo(f"{label}：{part}", err=True)
    return status


def _write_utf8_safely() -> None:
    """Never fail on a character that the terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
