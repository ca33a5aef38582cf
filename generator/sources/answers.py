"""The units' answers as files: each read with its places, all of a phase together, and their canonical text.

It writes no file, and does not know what was asked: `answers_asked` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.errors import GeneratorError
from generator.messages import _
from generator.model.answers import AnswerFile, Given
from generator.sources.answers_plain import place_of, read_plain
from generator.sources.answers_text import answer_text
from generator.sources.faults import diagnose, in_order
from generator.sources.yaml_text import YamlText, parse
from generator.vietnamese.unicode import compose
from generator.workspace import Workspace, reason

__all__ = ["Answers", "LoadedAnswer", "answer_file", "answer_text", "folder_of", "load_answers", "parse_answer"]

SUFFIX = ".yaml"
_MOST_BYTES = 1_048_577


@dataclass(frozen=True)
class LoadedAnswer:
    """One unit's answer as it was read; `warnings` did not stop the reading."""

    file: Path
    record: AnswerFile
    content: bytes = field(repr=False)
    is_plain: bool = False
    """Laid out as the program writes it."""
    warnings: tuple[Diagnostic, ...] = ()

    def where(self, *steps: str) -> Location:
        """The place of a field, as `"figures", "banners"`; of the nearest that holds it where it is not there."""
        place = place_of(self._text, steps) if self.is_plain else None
        return Location(self.file, *place) if place else self._source.value_at(steps)

    @cached_property
    def _text(self) -> str:
        return self.content.decode("utf-8-sig")

    @cached_property
    def _source(self) -> YamlText:
        return parse(self.content, self.file)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was collected of one phase; a file with faults is told, and its unit has not answered."""

    folder: Path
    by_unit: Mapping[str, LoadedAnswer] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    faulty: frozenset[str] = frozenset()
    """Units whose file is there and cannot be counted."""

    def where(self, unit: str, *steps: str) -> Location:
        """The place of a field of a unit's answer; its file, or where that would be, where it was not read."""
        answer = self.by_unit.get(unit)
        return answer.where(*steps) if answer else Location(answer_file(self.folder, unit))


def folder_of(workspace: Workspace, plan: Path, phase: int) -> Path:
    """Where the answers to the form of a phase are kept."""
    return workspace.figures / plan.stem / f"dot-{phase}"


def answer_file(folder: Path, unit: str) -> Path:
    return folder / f"{unit}{SUFFIX}"


def load_answers(folder: Path) -> Answers:
    """Every answer in the folder, which may be missing. Reads: the files in it; raises for none of them."""
    found: dict[str, LoadedAnswer] = {}
    diagnostics: list[Diagnostic] = []
    faulty: set[str] = set()
    phase = folder.name.removeprefix("dot-")
    for name, files in _by_name(folder, diagnostics):
        try:
            if len(files) > 1:
                raise Faulty(_same_name(file, files[0]) for file in files[1:])
            answer = parse_answer(_content(files[0]), files[0])
            _refuse_misplaced(answer, phase)
        except Faulty as fault:
            diagnostics += fault.diagnostics
            faulty.add(name)
            continue
        found[name] = answer
        diagnostics += answer.warnings
    return Answers(folder, found, in_order(diagnostics), frozenset(faulty))


def parse_answer(content: bytes, file: Path) -> LoadedAnswer:
    """One answer; Faulty with every fault of its text and of its types."""
    data = read_plain(content, file)
    if data is not None:
        try:
            return LoadedAnswer(file, _typed(data), content, is_plain=True)
        except ValidationError:
            pass  # read again, with places
    source = parse(content, file)
    try:
        record = AnswerFile.model_validate(source.data)
    except ValidationError as error:
        raise Faulty((*source.faults, *diagnose(error, source, AnswerFile))) from None
    if any(fault.severity is Severity.ERROR for fault in source.faults):
        raise Faulty(source.faults)
    return LoadedAnswer(file, record, content, warnings=source.faults)


def _typed(data: dict[str, Any]) -> AnswerFile:
    """Of a few thousand answers most figures are alike: each is typed once."""
    figures = data.get("figures")
    if isinstance(figures, dict):
        given = {code: _given(typed) if isinstance(typed, str) else typed for code, typed in figures.items()}
        data = {**data, "figures": given}
    return AnswerFile.model_validate(data)


@lru_cache(maxsize=65_536)
def _given(typed: str) -> Given:
    return AnswerFile.model_validate({"unit": "a", "phase": 1, "figures": {"a": typed}}).figures["a"]


def _by_name(folder: Path, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, list[Path]]]:
    """The files of answers by unit, as file systems compare names; what else lies there is told."""
    grouped: dict[str, list[Path]] = {}
    for path in _entries(folder):
        if path.name.startswith((".", "~")):
            continue
        if path.suffix == SUFFIX and path.is_file():
            grouped.setdefault(compose(path.stem).casefold(), []).append(path)
        else:
            diagnostics.append(_not_read(path))
    yield from sorted(grouped.items())


def _entries(folder: Path) -> Iterable[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return ()
    except OSError as error:
        message = _("không đọc được thư mục {folder}: {reason}").format(folder=folder, reason=reason(error))
        raise GeneratorError(message, _("kiểm tra tên thư mục và quyền đọc")) from error


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(_MOST_BYTES)
    except OSError as error:
        message = _("không đọc được tệp trả lời: {reason}").format(reason=reason(error))
        hint = _("kiểm tra quyền đọc; đơn vị này tạm tính là chưa báo cáo")
        raise Faulty([Diagnostic("data/unreadable-file", message, Location(file), hint=hint)]) from error


def _refuse_misplaced(answer: LoadedAnswer, phase: str) -> None:
    """The name of the file and of its folder say whose answer it is, and of which phase; so does what is inside."""
    record, faults = answer.record, []
    if record.unit != answer.file.stem:
        message = _("tệp mang tên “{name}” mà bên trong là trả lời của “{unit}”")
        hint = _("đặt tên tệp theo mã đơn vị bên trong, hoặc sửa unit; chương trình chưa tính tệp này cho đơn vị nào")
        said = message.format(name=answer.file.name, unit=record.unit)
        faults.append(Diagnostic("data/answer-of-another-unit", said, answer.where("unit"), hint=hint))
    if phase.isdecimal() and record.phase != int(phase):
        message = _("tệp nằm trong thư mục của đợt {folder} mà bên trong là đợt {phase}")
        hint = _("chuyển tệp sang thư mục dot-{phase}, hoặc sửa phase; chương trình chưa tính tệp này")
        said = message.format(folder=phase, phase=record.phase)
        where = answer.where("phase")
        faults.append(
            Diagnostic("data/answer-of-another-phase", said, where, hint=hint.format(phase=record.phase)),
        )
    if faults:
        raise Faulty(faults)


def _same_name(file: Path, first: Path) -> Diagnostic:
    message = _("hai tệp {name} và {first} là của cùng một đơn vị").format(name=file.name, first=first.name)
    hint = _("giữ một tệp; chương trình chưa tính tệp nào")
    return Diagnostic("data/duplicate-answer", message, Location(file), hint=hint)


def _not_read(path: Path) -> Diagnostic:
    message = _("{name} không phải là tệp trả lời nên không được đọc").format(name=path.name)
    hint = _("tệp trả lời có tên là mã đơn vị và đuôi .yaml; biểu Excel thì nhập bằng “vanthu form collect”")
    return Diagnostic("data/not-an-answer", message, Location(path), Severity.WARNING, hint=hint)
