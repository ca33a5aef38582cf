"""The console script: global options, the commands by name, and the two kinds of failure a person sees.

It does not do any command's work, and imports a command's module only when that command is named.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import click

from generator import __version__
from generator.messages import LANGUAGES, SOURCE_LANGUAGE, _, speak

COMMANDS = {
    "new": "generator.commands.new:new",
    "validate": "generator.commands.validate:validate",
    "render": "generator.commands.render:render",
    "batch": "generator.commands.batch:batch",
    "form": "generator.commands.form:form",
    "figures": "generator.commands.figures:figures",
    "number": "generator.commands.number:number",
    "status": "generator.commands.status:status",
    "check": "generator.commands.check:check",
    "fix": "generator.commands.fix:fix",
    "rule": "generator.commands.rule:rule",
    "regime": "generator.commands.regime:regime",
    "template": "generator.commands.template:template",
    "unit": "generator.commands.unit:unit",
    "pdf": "generator.commands.pdf:pdf",
    "doctor": "generator.commands.doctor:doctor",
}
"""In the order a person meets them."""

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Session:
    """What the global options say; every command gets it as its context object."""

    workspace: Path | None
    """Named by `--workspace`; None means: look from the current folder upwards."""
    quiet: bool
    verbose: bool


class LazyCommands(click.Group):
    """A group that knows its commands by name and imports each only when it is asked for."""

    known: ClassVar[Mapping[str, str]] = COMMANDS

    def list_commands(self, context: click.Context) -> list[str]:
        return list(self.known)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.known:
            return None
        module, attribute = self.known[name].split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return in_own_words(command)


def in_own_words(command: click.Command) -> click.Command:
    """Click's two placeholders of the usage line, which its own catalogue does not hold."""
    command.options_metavar = _("[TÙY CHỌN]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("LỆNH [THAM SỐ]…")
        for inner in command.commands.values():
            in_own_words(inner)
    return command


def build() -> click.Command:
    """The command tree in the language chosen so far."""

    @click.group(
        cls=LazyCommands,
        help=_("Vanthu: từ một tệp kế hoạch làm ra đủ bộ văn bản đúng thể thức."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    @click.option(
        "--workspace",
        type=click.Path(file_okay=False, path_type=Path),
        help=_("Thư mục làm việc (mặc định: thư mục gần nhất có vanthu.yaml, tìm ngược lên trên)."),
    )
    @click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=SOURCE_LANGUAGE,
        envvar="VANTHU_LANG",
        help=_("Ngôn ngữ của thông báo."),
    )
    @click.option("-q", "--quiet", is_flag=True, help=_("Chỉ in lỗi."))
    @click.option("-v", "--verbose", is_flag=True, help=_("In thêm chi tiết."))
    @click.version_option(__version__, prog_name="vanthu", help=_("In số phiên bản."))
    @click.pass_context
    def vanthu(context: click.Context, workspace: Path | None, lang: str, quiet: bool, verbose: bool) -> None:
        context.obj = Session(workspace, quiet, verbose)

    return in_own_words(vanthu)


def language(arguments: Sequence[str]) -> str:
    """The language named before everything is parsed, so that help and usage errors speak it too."""
    for position, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in LANGUAGES:
            return value
    chosen = os.environ.get("VANTHU_LANG", SOURCE_LANGUAGE)
    return chosen if chosen in LANGUAGES else SOURCE_LANGUAGE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; the exit code is 0 done, 1 findings, 2 could not run."""
    from generator.diagnostics import Faulty
    from generator.errors import GeneratorError

    gc.set_threshold(50_000, 20, 50)  # start-up makes many lasting objects: a tenth of its time went into looking
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles default to a legacy page
    speak(language(given))
    try:
        code = build().main(given, prog_name="vanthu", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as mistake:
        mistake.show()
        return COULD_NOT_RUN
    except click.Abort:
        click.echo(_("Đã dừng."), err=True)
        return COULD_NOT_RUN
    except Faulty as faulty:
        from generator.reporters.text import print_diagnostics

        print_diagnostics(faulty.diagnostics)
        return FINDINGS
    except GeneratorError as error:
        from generator.vietnamese.unicode import printable

        click.echo(printable(_("Không chạy được: {message}").format(message=error.message)), err=True)
        if error.hint:
            click.echo(printable(_("  Gợi ý: {hint}").format(hint=error.hint)), err=True)
        return COULD_NOT_RUN
    return code if isinstance(code, int) else DONE
