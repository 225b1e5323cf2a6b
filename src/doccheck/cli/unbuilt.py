"""Commands that are not built yet: they say so and exit 2 (contract §1)."""

import click

from doccheck.errors import DoccheckError

ANYTHING = {"ignore_unknown_options": True, "allow_extra_args": True}


def _unbuilt(name: str, says: str, next_step: str) -> click.Command:
    def run(arguments: tuple[str, ...]) -> None:  # noqa: ARG001
        raise DoccheckError(f"doccheck {name} 尚未实现", "", next_step)

    argument = click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)
    return click.Command(
        name, callback=run, params=[argument], help=says, context_settings=ANYTHING
    )


compare = _unbuilt(
    "compare", "比较同一份材料的两个版本（尚未实现）。", "请先用 doccheck check 分别核对两个版本"
)
serve = _unbuilt("serve", "网页版（尚未实现）。", "请用 doccheck check … -o 报告.html 生成网页报告")
