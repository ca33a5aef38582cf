"""One field of an answer changed in its text, with an entry that says by whom, when and why; all else as it was typed.

It gives the new bytes, read again and found to hold what they should; it writes no file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError

from generator.diagnostics import Faulty
from generator.errors import GeneratorError
from generator.messages import _
from generator.model.answers import AnswerFile, Correction, Given
from generator.sources import decoding
from generator.sources.answers import parse_answer
from generator.sources.answers_text import answer_text, correction_lines, given_text, quoted
from generator.sources.yaml_text import YamlText, parse
from generator.vietnamese.unicode import compose, without_illegal

_BOM = b"\xef\xbb\xbf"
_MOST_DIGITS = 15
# A value on one line, and what may stand behind it there.
_VALUE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\{[^{}]*\}|[^\s,{}\"'#][^,{}#]*?(?=\s*(?:[,}]|\s#|$))")
_OPEN = re.compile(r"(?P<key>[a-z]+\s*:)\s*(?:\[\s*\]|\{\s*\}|~|null)?\s*(?P<comment>#.*)?$")


@dataclass(frozen=True, slots=True)
class Correcting:
    """What is to stand in one field, as it was typed at the command line."""

    field: str
    typed: str
    is_text: bool
    """The answer to a question; else a figure."""
    reason: str
    by: str
    at: datetime
    decimals: int | None = None
    """The most digits after the comma; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Corrected:
    content: bytes
    was: str
    """What stood there, as it stands in files; empty: nothing."""
    now: str


def with_correction(content: bytes, file: Path, wanted: Correcting) -> Corrected:
    """Faulty where the file has faults; GeneratorError where the value is none, or nothing would change."""
    old = parse_answer(content, file)
    expected, was, now = _expected(old.record, wanted)
    if content == answer_text(old.record).encode():
        return Corrected(answer_text(expected).encode(), was, now)
    section = "texts" if wanted.is_text else "figures"
    try:
        changed = _with_value(content, file, section, wanted.field, quoted(now) if wanted.is_text else now)
        changed = _with_entry(changed, file, correction_lines(expected.corrections[-1]))
        is_right = parse_answer(changed, file).record == expected
    except Faulty:
        is_right = False
    if not is_right:
        raise _by_hand(file)
    return Corrected(changed, was, now)


def plain(text: str) -> str:
    """A reason or a name as one line that a file can hold."""
    return " ".join(without_illegal(compose(text)).split())


def _expected(record: AnswerFile, wanted: Correcting) -> tuple[AnswerFile, str, str]:
    """The record as it should be, and the value before and after."""
    if wanted.is_text:
        before, now = record.texts.get(wanted.field, ""), plain(wanted.typed)
        if not now:
            raise GeneratorError(_("câu trả lời để trống"), _("viết nội dung trong ngoặc kép"))
        change: dict[str, object] = {"texts": {**record.texts, wanted.field: now}}
    else:
        given = record.figures.get(wanted.field)
        new = _given(wanted)
        before, now = given_text(given) if given else "", given_text(new)
        change = {"figures": {**record.figures, wanted.field: new}}
    if before == now:
        message = _("“{field}” đã là {value}, không có gì để sửa").format(field=wanted.field, value=now)
        raise GeneratorError(
            message, _("xem các số bằng “vanthu figures explain {field} --phase N”").format(field=wanted.field)
        )
    entry = Correction(
        at=wanted.at, by=plain(wanted.by), field=wanted.field, was=plain(before), reason=plain(wanted.reason)
    )
    change["corrections"] = (*record.corrections, entry)
    return record.model_copy(update=change), before, now


def _given(wanted: Correcting) -> Given:
    typed = {"unit": "a", "phase": 1, "figures": {wanted.field: wanted.typed.strip()}}
    try:
        given = AnswerFile.model_validate(typed).figures[wanted.field]
    except ValidationError:
        given = None
    if given is None:
        raise GeneratorError(
            _("“{typed}” không phải là số viết rõ ràng").format(typed=wanted.typed),
            _("viết như 1250 hoặc 97,5, không chấm phân nhóm; không có số thì not_applicable hoặc not_reported"),
        )
    if given.value is not None:
        _refuse_impossible(given.value, wanted)
    return given


def _refuse_impossible(amount: Decimal, wanted: Correcting) -> None:
    """What a returned form may not say either."""
    if amount < 0:
        raise GeneratorError(
            _("“{typed}” là số âm").format(typed=wanted.typed),
            _("số liệu không âm; giảm so với kỳ trước thì ghi số của kỳ này, không ghi phần giảm"),
        )
    if amount.adjusted() >= _MOST_DIGITS:
        raise GeneratorError(
            _("“{typed}” có hơn {count} chữ số").format(typed=wanted.typed, count=_MOST_DIGITS),
            _("kiểm tra lại số: có lẽ là số điện thoại hay mã số"),
        )
    if wanted.decimals is None or max(-int(amount.normalize().as_tuple().exponent), 0) <= wanted.decimals:
        return
    message = _("“{field}” đếm số nguyên, “{typed}” có phần lẻ")
    if wanted.decimals:
        message = _("“{typed}” có nhiều hơn {decimals} chữ số sau dấu phẩy, “{field}” chỉ nhận chừng ấy")
    raise GeneratorError(
        message.format(field=wanted.field, typed=wanted.typed, decimals=wanted.decimals),
        _("hỏi lại đơn vị rồi ghi số đúng"),
    )


def _with_value(content: bytes, file: Path, section: str, field: str, value: str) -> bytes:
    """The value in its place; a field that is not there yet at the end of its section."""
    source, lines, ending = _opened(content, file)
    place = source.values.get((section, field))
    if place is None:
        return _with_lines(content, file, section, (f"{_indent(source, lines, section)}{field}: {value}",))
    number, column = place[0] - 1, place[1] - 1
    line = lines[number].rstrip("\r\n")
    match = _VALUE.match(line, column)
    if match is None:
        raise _by_hand(file)
    in_braces = (
        line[match.end() :].lstrip().startswith((",", "}")) and "," in value and not value.startswith(('"', "{"))
    )
    lines[number] = line[:column] + (f'"{value}"' if in_braces else value) + line[match.end() :] + ending
    return _closed(content, lines)


def _with_entry(content: bytes, file: Path, entry: Sequence[str]) -> bytes:
    source, lines, _ending = _opened(content, file)
    first = source.values.get(("corrections", 0))
    if first is not None:
        indent = re.match(r"\s*", lines[first[0] - 1])[0]  # type: ignore[index]
        entry = [indent + line[2:] for line in entry]
    return _with_lines(content, file, "corrections", entry)


def _with_lines(content: bytes, file: Path, section: str, new: Sequence[str]) -> bytes:
    """The lines at the end of a section; one that is not there, or is empty, is opened."""
    source, lines, ending = _opened(content, file)
    key = source.keys.get((section,))
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += ending
    added = [line + ending for line in new]
    if key is None:
        return _closed(content, [*lines, section + ":" + ending, *added])
    first = key[0] - 1
    if not source.get((section,)):
        match = _OPEN.fullmatch(lines[first].rstrip())
        if match is None:
            raise _by_hand(file)
        lines[first] = match["key"] + (f"  {match['comment']}" if match["comment"] else "") + ending
        return _closed(content, [*lines[: first + 1], *added, *lines[first + 1 :]])
    following = (place[0] - 1 for loc, place in source.keys.items() if len(loc) == 1 and place[0] - 1 > first)
    after = min(following, default=len(lines))
    while after > first + 1 and (not lines[after - 1].strip() or lines[after - 1].lstrip().startswith("#")):
        after -= 1
    return _closed(content, [*lines[:after], *added, *lines[after:]])


def _indent(source: YamlText, lines: Sequence[str], section: str) -> str:
    """How far in the fields of a section stand."""
    columns = [place[1] - 1 for loc, place in source.keys.items() if len(loc) == 2 and loc[0] == section]
    return " " * (columns[0] if columns else 2)


def _opened(content: bytes, file: Path) -> tuple[YamlText, list[str], str]:
    text, _faults = decoding.clean_text(content, file)
    return parse(content, file), text.splitlines(keepends=True), "\r\n" if "\r\n" in text else "\n"


def _closed(content: bytes, lines: Sequence[str]) -> bytes:
    changed = "".join(lines).encode("utf-8")
    return _BOM + changed if content.startswith(_BOM) else changed


def _by_hand(file: Path) -> GeneratorError:
    message = _("không tự sửa được {file} mà giữ nguyên chỗ người đã gõ").format(file=file.name)
    return GeneratorError(message, _("sửa tệp bằng tay: số mới ở figures, ai sửa và vì sao ở corrections"))
