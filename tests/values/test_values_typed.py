"""What YAML would make of what people type, and what becomes of it here: the same text, or a finding with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.diagnostics import Faulty, Severity
from generator.sources.yaml_text import parse
from generator.workspace import Workspace
from tests.values import house

FILE = Path("tệp.yaml")
KEPT = [
    # the value as it is typed after `a: `, the text that is kept; None is a field left empty
    ("001203004567", "001203004567"),  # CCCD; an octal number to YAML 1.1
    ("0912345678", "0912345678"),
    ("0123456701", "0123456701"),
    ("12:30", "12:30"),  # 750 to YAML 1.1
    ("190:20:30", "190:20:30"),
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("OFF", "OFF"),
    ("y", "y"),
    ("true", "true"),
    ("False", "False"),
    ("null", None),
    ("Null", None),
    ("~", None),
    ("", None),
    ("'null'", "null"),
    ('"~"', "~"),
    ('""', ""),
    ("nULL", "nULL"),
    ("1e3", "1e3"),
    ("6.02E+23", "6.02E+23"),
    ("0x1F", "0x1F"),
    ("0o17", "0o17"),
    ("0b101", "0b101"),
    ("1_000", "1_000"),
    ("1.000.000", "1.000.000"),
    ("97,5", "97,5"),
    (".5", ".5"),
    ("5.", "5."),
    ("+5", "+5"),
    ("-0", "-0"),
    ("05", "05"),
    ("12345678901234567", "12345678901234567"),
    ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
    (".nan", ".nan"),
    ("NaN", "NaN"),
    (".inf", ".inf"),
    ("-.Inf", "-.Inf"),
    ("2024-11-25", "2024-11-25"),
    ("2024-13-40", "2024-13-40"),
    ("25/11/2024", "25/11/2024"),
    ("2024-11-25T07:00:00Z", "2024-11-25T07:00:00Z"),
    ("2024-11-25 07:00:00 +7", "2024-11-25 07:00:00 +7"),
    ("ngày 25.11", "ngày 25.11"),
    ("=1+1", "=1+1"),
    ("=", "="),
    ("<<", "<<"),
    ("“a” b", "“a” b"),
    ("‘a’", "‘a’"),
    ("a   ", "a"),
    ('"a  "', "a  "),
    ("'it''s'", "it's"),
    ("a # b", "a"),
    ("a#b", "a#b"),
    ("'a # b'", "a # b"),
    ('"a\\u0111"', "ađ"),
    ('"a\\\n  b"', "ab"),
    ('"a\n  b"', "a b"),
    ("a\n  b", "a b"),
    ("|-\n  a\n  b", "a\nb"),
    (">-\n  a\n  b", "a b"),
    (">-\n  a\n\n  b", "a\nb"),
    ("|\n  a", "a\n"),
    ("|+\n  a\n", "a\n\n"),
    ("x" * 200_000, "x" * 200_000),
    ("https://a.b/c?d=e#f", "https://a.b/c?d=e#f"),
    ("C:\\Users\\a", "C:\\Users\\a"),
    ("'{{ a }}'", "{{ a }}"),
    ("e\u0302\u0323", "ệ"),
]


@pytest.mark.parametrize(("typed", "kept"), KEPT, ids=[ascii(typed[:30]) for typed, _kept in KEPT])
def test_kept_as_it_was_typed(typed: str, kept: str | None) -> None:
    read = parse(f"a: {typed}\nb: sau\n".encode(), FILE)
    assert dict(read.data) == {"a": kept, "b": "sau"}
    assert not [fault for fault in read.faults if fault.severity is Severity.ERROR]


def in_old_letters(text: str, table: dict[str, int]) -> bytes:
    return b"".join(bytes([table[sign]]) if sign in table else sign.encode() for sign in text)


TCVN3 = {"ế": 0xD5, "đ": 0xAE, "ạ": 0xB9, "ộ": 0xE9}
FOUND = [
    # the file, the code of the first finding, its line and column
    ("a: x\na: y\n", "data/duplicate-key", 2, 1),
    ("tên: x\nte\u0302n: y\n", "data/duplicate-key", 2, 1),
    ("a: x\n'a': y\n", "data/duplicate-key", 2, 1),
    ("a: x\na : y\n", "data/duplicate-key", 2, 1),
    ("a:\tx\n\tb: y\n", "data/yaml-syntax", 2, 1),
    ("\ta: x\n", "data/yaml-syntax", 1, 1),
    ("a: x\n--- \nb: y\n", "data/many-documents", 2, 1),
    ("a: !!python/object:os.system x\n", "data/yaml-tag", 1, 4),
    ("a: !!python/object/apply:os.system [ls]\n", "data/yaml-tag", 1, 4),
    ("a: !!binary aGVsbG8=\n", "data/yaml-tag", 1, 4),
    ("a: !!str 5\n", "data/yaml-tag", 1, 4),
    ("a: !!int '5'\n", "data/yaml-tag", 1, 4),
    ("a: ! x\n", "data/yaml-tag", 1, 4),
    ("!x a: b\n", "data/yaml-tag", 1, 1),
    ("a: &x b\n", "data/yaml-alias", 1, 4),
    ("a: *x\n", "data/yaml-alias", 1, 4),
    ("a:\n  <<: {b: c}\n", "data/yaml-alias", 2, 3),
    ("? a\n: b\n? [c]\n: d\n", "data/wrong-key", 3, 3),
    ("a: {b: c}: d\n", "data/yaml-syntax", 1, 10),
    ('a: "\\x0b"\n', "data/illegal-character", 1, 4),
    ('a: "x\\0"\n', "data/illegal-character", 1, 4),
    ('a: "\\N"\n', "data/illegal-character", 1, 4),
    ('a: ["x", "\\e[31m"]\n', "data/illegal-character", 1, 10),
    ('"a\\x07": x\n', "data/illegal-character", 1, 1),
    ('a: "\\uD800"\n', "data/yaml-syntax", 1, 7),
    ('a: "\\uFFFE"\n', "data/illegal-character", 1, 4),
    ('a: "\\u202E"\n', "data/illegal-character", 1, 4),
    ("a: b\x00c\n", "data/illegal-character", 1, 5),
    ("a: b\u202ec\n", "data/illegal-character", 1, 5),
    ("a: b\u0085c\n", "data/illegal-character", 1, 5),
    ("a: 'b\n", "data/yaml-syntax", 1, 4),
    ("a: “b: c”\n", "data/yaml-syntax", 1, 6),
    ("", "data/empty-file", 1, 1),
    ("\ufeff", "data/empty-file", 1, 1),
    ("null\n", "data/empty-file", 1, 1),
    ("[a]\n", "data/not-a-mapping", 1, 1),
    ("x\n", "data/not-a-mapping", 1, 1),
    ("a: %x\n", "data/yaml-syntax", 1, 4),
    ("a: `x`\n", "data/yaml-syntax", 1, 4),
    ("%TAG ! x:\n---\na: !b c\n", "data/yaml-tag", 3, 4),
    ("a: b".encode("utf-16"), "data/not-utf8", 1, 1),
    ("a: b".encode("utf-32"), "data/not-utf8", 1, 1),
    (in_old_letters("subject: hoạt động\n", TCVN3), "data/not-utf8", 1, 12),
    ("subject: hoaït ñoäng\n".encode("cp1252"), "data/not-utf8", 1, 13),
    ("a: \ud800\n".encode("utf-8", "surrogatepass"), "data/not-utf8", 1, 4),
]  # fmt: skip


@pytest.mark.parametrize(("content", "code", "line", "column"), FOUND, ids=[ascii(row[0][:30]) for row in FOUND])
def test_found_at_its_place(content: str | bytes, code: str, line: int, column: int) -> None:
    try:
        faults = list(parse(content if isinstance(content, bytes) else content.encode(), FILE).faults)
    except Faulty as faulty:
        faults = list(faulty.diagnostics)
    first = faults[0]
    assert (first.code, first.where.line, first.where.column) == (code, line, column)
    assert first.severity is Severity.ERROR
    assert first.hint


SAME = {
    "BOM": b"\xef\xbb\xbfa: M\xe1\xbb\x99t\nb: [x]\n",
    "CRLF": "a: Một\r\nb: [x]\r\n".encode(),
    "CR": "a: Một\rb: [x]\r".encode(),
    "no line end": "a: Một\nb: [x]".encode(),
    "comments": "# đầu\na: Một # cuối\n\n\nb: # sau\n  - x\n".encode(),
    "a marked document": "---\na: Một\nb: [x]\n...\n".encode(),
    "a directive": "%YAML 1.1\n---\na: Một\nb: [x]\n".encode(),
    "JSON": b'{"a": "M\\u1ed9t", "b": ["x"]}',
}


@pytest.mark.parametrize("guise", SAME)
def test_the_same_in_every_guise(guise: str) -> None:
    assert dict(parse(SAME[guise], FILE).data) == {"a": "Một", "b": ["x"]}


WRONG_NUMBERS = ("0x1F", "1e3", "1_000", "+5", ".5", "1.000", "NaN", "12:30", "no", "٣", "５", "²")


@pytest.mark.parametrize("typed", WRONG_NUMBERS)
def test_a_number_field_takes_plain_digits_alone(tmp_path: Path, typed: str) -> None:
    """A field that is a number refuses what would only become one by guessing."""
    place = house.workspace(tmp_path / "x")
    plan = house.written(house.PLAN, [house.PLAIN] * house.IN_PLAN).text
    outcome = examined(place, f"number: {typed}\n{plan}")
    assert [(one.code, one.where.line, one.where.column) for one in outcome] == [("data/wrong-type", 1, 9)]


WRONG_DAYS = ("2024-13-40", "31/11/2024", "2024-11-25T07:00:00Z", "25-11-24", "20241125", "29/2/2025", "no", "1e3")


@pytest.mark.parametrize("typed", WRONG_DAYS)
def test_a_day_field_takes_days_alone(tmp_path: Path, typed: str) -> None:
    place = house.workspace(tmp_path / "x")
    plan = house.written(house.PLAN, [house.PLAIN] * house.IN_PLAN).text
    outcome = examined(place, f"issued_on: {typed}\n{plan}")
    assert [(one.code, one.where.line, one.where.column) for one in outcome] == [("data/impossible-date", 1, 12)]


@pytest.mark.parametrize(("columns", "code"), [(63, []), (64, ["data/too-many"])])
def test_a_table_has_the_columns_that_word_opens(tmp_path: Path, columns: int, code: list[str]) -> None:
    place = house.workspace(tmp_path / "x")
    names = ", ".join(f"C{number}" for number in range(columns))
    plan = "subject: tuyên truyền\nsections:\n  - title: Nội dung\n    content:\n      - table:\n"
    found = examined(place, f"{plan}          columns: [{names}]\n          rows: []\n")
    assert [one.code for one in found] == code
    assert all((one.where.line, one.where.column) == (6, 21 + names.index("C63")) for one in found)


@pytest.mark.parametrize(("length", "code"), [(255, []), (256, ["data/too-long"])])
def test_keywords_have_the_length_that_word_keeps(tmp_path: Path, length: int, code: list[str]) -> None:
    place = house.workspace(tmp_path / "x")
    plan = house.written(house.PLAN, [house.PLAIN, "ừ" * length, *[house.PLAIN] * (house.IN_PLAN - 2)]).text
    found = examined(place, plan)
    assert [one.code for one in found] == code
    assert all((one.where.line, one.where.column) == (2, 11) for one in found)


def examined(place: Workspace, plan: str) -> list[house.Diagnostic]:
    """The errors of a plan in an office without fault. Writes: both files."""
    from generator.sources.load import examine

    file = place.plans / "ke-hoach.yaml"
    file.write_text(plan, encoding="utf-8")
    place.office_file.write_text(house.written(house.OFFICE, [house.PLAIN] * 3).text, encoding="utf-8")
    return [one for one in examine(place, [file]) if one.severity is Severity.ERROR]


def test_the_findings_speak_without_control_characters(tmp_path: Path) -> None:
    """What a terminal would obey does not come back in a message."""
    place = house.workspace(tmp_path / "x")
    plan = house.written(house.PLAN, ['"\\e[31mđỏ"', *[house.PLAIN] * (house.IN_PLAN - 1)]).text
    found = examined(place, plan + '"x\\e[31m": y\nz: "\\x07"\n')
    said = "".join(f"{one.message}{one.actual}{one.hint}{one.expected}" for one in found)
    assert len(found) >= 3
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", said)
