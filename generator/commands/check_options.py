"""What the options of `vanthu check` come to: which files, which reports, and where each goes.

It judges nothing, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from generator.messages import _

TEXT, FILES = "text", ("json", "html")
_LEFT_BESIDE = ("~$", ".~")
"""How the names begin that Word and LibreOffice give to what they keep beside an open file."""


def several(*words: str) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[str, ...]]:
    """A callback: of values that are given again and again or with commas each once; one of the words, if any."""

    def split(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
        each = tuple(dict.fromkeys(word.strip() for value in values for word in value.split(",") if word.strip()))
        return tuple(click.Choice(words).convert(word, parameter, context) for word in each) if words else each

    return split


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of one command line."""

    formats: tuple[str, ...]
    output: Path | None
    annotate: Path | None
    layout: bool
    jobs: int | None
    fail_on: str


def documents_of(files: Sequence[Path]) -> tuple[Path, ...]:
    """The files in the order given, folders opened: what Word and LibreOffice leave beside open files is none."""
    found: list[Path] = []
    for file in files:
        if not file.is_dir():
            found.append(file)
            continue
        inside = sorted(each for each in file.rglob("*") if each.suffix.lower() == ".docx" and each.is_file())
        found += (each for each in inside if not each.name.startswith(_LEFT_BESIDE))
    if not found:
        raise click.UsageError(_("không có tệp .docx nào trong {folders}").format(folders=", ".join(map(str, files))))
    return tuple(dict.fromkeys(found))


def formats_of(given: tuple[str, ...], output: Path | None) -> tuple[str, ...]:
    """What was asked for; a name of a file that ends in .html asks for HTML beside the text."""
    suffix = output.suffix.lower().lstrip(".") if output else ""
    return given or ((TEXT, suffix) if suffix in FILES else (TEXT,))


def targets_of(asked: Asked) -> dict[str, Path | None]:
    """Where the JSON and the HTML go; None is standard output, which holds one of them and nothing else."""
    wanted = [each for each in asked.formats if each in FILES]
    if asked.output is None:
        if len(asked.formats) > 1:
            raise click.UsageError(_("nhiều cách báo kết quả cùng lúc thì cần -o TỆP"))
        return dict.fromkeys(wanted)
    if not wanted or asked.output.is_dir():
        raise click.UsageError(_("-o cần tên một tệp .json hoặc .html"))
    if len(wanted) == 1:
        return {wanted[0]: asked.output}
    return {each: asked.output.with_suffix(f".{each}") for each in wanted}


def copies_of(annotate: Path | None, documents: Sequence[Path]) -> dict[Path, Path]:
    """The copy with comments of each file: the one that was named, or of several one each in the folder named."""
    if annotate is None:
        return {}
    if len(documents) == 1 and annotate.suffix.lower() == ".docx" and not annotate.is_dir():
        copies = {documents[0]: annotate}
    elif annotate.suffix.lower() == ".docx":
        raise click.UsageError(_("nhiều tệp thì --annotate cần một thư mục"))
    else:
        copies = {file: annotate / file.name for file in documents}
    if len({str(copy).casefold() for copy in copies.values()}) < len(copies):
        raise click.UsageError(_("có hai tệp cùng tên: bản sao có nhận xét sẽ đè lên nhau"))
    for file, copy in copies.items():
        if file.resolve() == copy.resolve():
            raise click.UsageError(_("--annotate không được ghi đè lên chính tệp {file}").format(file=file))
    return copies
