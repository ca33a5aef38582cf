"""YAML text: what it becomes, where everything stands, and what is refused before any field is looked at."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.errors import GeneratorError
from generator.sources.yaml_text import MAX_BYTES, MAX_DEPTH, MAX_NODES, parse, read

FILE = Path("tệp.yaml")


def refused(content: str | bytes) -> list[Diagnostic]:
    with pytest.raises(Faulty) as raised:
        parse(content.encode() if isinstance(content, str) else content, FILE)
    return list(raised.value.diagnostics)


ALIASES = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a]\n" for n in range(20))
MERGES = "a: {x: y}\nb:\n  <<: {z: t}\n"

REFUSED = [
    # text, line, column, code
    ("a: b: c\n", 1, 5, "data/yaml-syntax"),
    ("a: x\n b: y\n", 2, 3, "data/yaml-syntax"),
    ("a:\n\tb: c\n", 2, 1, "data/yaml-syntax"),
    ('a: x\nb: "chưa đóng\nc: y\n', 2, 4, "data/yaml-syntax"),
    ("a: 'chưa đóng\n", 1, 4, "data/yaml-syntax"),
    ('a: "b" c\n', 1, 8, "data/yaml-syntax"),
    ("a: [b, c\nd: e\n", 1, 4, "data/yaml-syntax"),
    ("a: {b: c\nd: e\n", 1, 4, "data/yaml-syntax"),
    ("a:\n  - b\n c: d\n", 3, 2, "data/yaml-syntax"),
    ("a:\n  - b: c\n   d: e\n", 3, 4, "data/yaml-syntax"),
    ("a: - b\n", 1, 4, "data/yaml-syntax"),
    ("a: b\nc\nd: e\n", 2, 1, "data/yaml-syntax"),
    ("a: @b\n", 1, 4, "data/yaml-syntax"),
    ("a: %b\n", 1, 4, "data/yaml-syntax"),
    ("a: > 5 người\n", 1, 6, "data/yaml-syntax"),
    ("a: **đậm** chữ\n", 1, 5, "data/yaml-syntax"),
    ('a: "\\q"\n', 1, 5, "data/yaml-syntax"),
    ("a: ]\n", 1, 4, "data/yaml-syntax"),
    ("a: b\n...\nc: d\n", 3, 1, "data/yaml-syntax"),
    ("a: !x!y b\n", 1, 4, "data/yaml-syntax"),
    ("a: *b\n", 1, 4, "data/yaml-alias"),
    ("a: &b c\n", 1, 4, "data/yaml-alias"),
    (ALIASES, 1, 4, "data/yaml-alias"),
    (MERGES, 3, 3, "data/yaml-alias"),
    ("a: !!python/object/apply:os.system [ls]\n", 1, 4, "data/yaml-tag"),
    ("a: !!str 5\n", 1, 4, "data/yaml-tag"),
    ("a: !Quan trọng\n", 1, 4, "data/yaml-tag"),
    ("? [a, b]\n: c\n", 1, 3, "data/wrong-key"),
    ("a: " + "[" * 5000, 1, 44, "data/too-deep"),
    ("a: b\n---\nc: d\n", 2, 1, "data/many-documents"),
    ("", 1, 1, "data/empty-file"),
    ("# chỉ có chú thích\n", 1, 1, "data/empty-file"),
    ("---\n", 1, 1, "data/empty-file"),
    ("- a\n- b\n", 1, 1, "data/not-a-mapping"),
    ("chỉ một câu\n", 1, 1, "data/not-a-mapping"),
    ("a:b\n", 1, 1, "data/not-a-mapping"),
    ("a: b\nc: \x07d\n  e: f\n", 2, 4, "data/illegal-character"),
    ("a: " + "x" * MAX_BYTES, 1, 1, "data/too-large"),
    ("a:\n" + "- b\n" * 160_000, MAX_NODES - 1, 3, "data/too-large"),
    (b"a: b\nc: d\xe9\n", 2, 5, "data/not-utf8"),
    ("\ufeffa: é".encode() + b"\xff", 1, 5, "data/not-utf8"),
    ("a: b".encode("utf-16"), 1, 1, "data/not-utf8"),
    ("subject: tuyên".encode("utf-16-le"), 1, 1, "data/not-utf8"),
    ("subject: tuyên".encode("utf-16-be"), 1, 1, "data/not-utf8"),
    ("a:\n\u00a0\u00a0b: c\n", 2, 1, "data/invisible-character"),
    ("a:\n  b: c\n \u00a0d: e\n", 3, 2, "data/invisible-character"),
    ("a:\n  - b: c\n\u200b    d: e\n", 3, 1, "data/invisible-character"),
    ("a: b\nc:\u00a0d\n", 2, 3, "data/invisible-character"),
    ("a: b\nc\u00a0: d\n", 2, 2, "data/invisible-character"),
    ("\u200ba: b\n", 1, 1, "data/invisible-character"),
    ("a: b\n\ufeffc: d\n", 2, 1, "data/invisible-character"),
]


@pytest.mark.parametrize(("content", "line", "column", "code"), REFUSED)
def test_refused_with_its_place(content: str | bytes, line: int, column: int, code: str) -> None:
    first = refused(content)[0]
    assert (first.code, first.where.line, first.where.column) == (code, line, column)
    assert first.hint
    assert first.where.file == FILE
    assert "expected" not in first.message, "the parser's English shows"


KINDS = [
    (b"PK\x03\x04\x14\x00[Content_Types].xml \xda word/document.xml", "Word"),
    (b"PK\x03\x04\x14\x00[Content_Types].xml \xda xl/workbook.xml", "Excel"),
    (b"PK\x03\x04\x14\x00a.txt", "ZIP"),
    (b"PK\x03\x04 word/" + b"x" * MAX_BYTES, "Word"),
    (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "kiểu cũ"),
    (b"{\\rtf1\\ansi", "RTF"),
    ("số: Đảng uỷ phường Hưng Phú".encode("cp1258", errors="ignore"), "Windows-1258"),
]


@pytest.mark.parametrize(("content", "named"), KINDS)
def test_another_kind_of_file_is_named(content: bytes, named: str) -> None:
    [fault] = refused(content)
    assert named in fault.message
    assert fault.hint


UNSEEN = [
    # text, line, column, the character
    ("a: b\u00a0c\n", 1, 5, "U+00A0"),
    ("a: x\u00adb\n", 1, 5, "U+00AD"),
    ("a: >-\n  một\n  hai\u200bba\n", 3, 6, "U+200B"),
    ('a: "\u2060b"\n', 1, 5, "U+2060"),
    ("a:\n  - \uf0b7 việc\n", 2, 5, "U+F0B7"),
    ("a: b\ufeff\n", 1, 5, "U+FEFF"),
]


@pytest.mark.parametrize(("content", "line", "column", "character"), UNSEEN)
def test_unseen_characters_in_texts_are_warnings(content: str, line: int, column: int, character: str) -> None:
    [found] = parse(content.encode(), FILE).faults
    assert (found.code, found.severity) == ("data/invisible-character", Severity.WARNING)
    assert (found.where.line, found.where.column) == (line, column)
    assert character in found.message
    assert str(column) in (found.hint or "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: “b c”", True),
        ("a: “b” c", False),
        ("a: “b” và “c”", False),
        ("a: '“b c”'", False),
        ('a: "“b c”"', False),
    ],
)
def test_typographic_quotes_around_a_value(text: str, found: bool) -> None:
    assert [d.code for d in parse(text.encode(), FILE).faults] == ["data/typographic-quotes"] * found


def test_unseen_characters_in_comments_do_no_harm() -> None:
    assert parse("# a\u00a0b\na: b # c\u200b\n".encode(), FILE).faults == ()


def test_data_is_what_was_typed() -> None:
    text = "so: 05\nngay: 2025-13-40\ntra-loi: no\ntrong:\nsong: ~\nchuoi: '~'\nds: [1, null, x]\n"
    assert parse(text.encode(), FILE).data == {
        "so": "05",
        "ngay": "2025-13-40",
        "tra-loi": "no",
        "trong": None,
        "song": None,
        "chuoi": "~",
        "ds": ["1", None, "x"],
    }


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffa: Một\nb:\n  - c: Hai\n",
        "a: Một\r\nb:\r\n  - c: Hai\r\n",
        "\ufeffa: Một\r\nb:\r\n  - c: Hai",
        unicodedata.normalize("NFD", "a: Một\nb:\n  - c: Hai\n"),
        "%YAML 1.2\n---\na: Một\nb: [{c: Hai}]\n...\n",
    ],
    ids=["BOM", "CRLF", "both", "NFD", "JSON-like"],
)
def test_one_text_in_many_guises(content: str) -> None:
    assert parse(content.encode(), FILE).data == {"a": "Một", "b": [{"c": "Hai"}]}


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_do_not_depend_on_the_guise(start: str, end: str) -> None:
    source = parse((start + end.join(["a: Một", "b:", "  - c: Hai", ""])).encode(), FILE)
    assert source.values[("b", 0, "c")] == (3, 8)
    assert source.keys[("b", 0, "c")] == (3, 5)
    assert source.value_at(("b", 0, "c", "nothing")).line == 3


def test_nfd_and_nfc_twins_are_one_key() -> None:
    twin = unicodedata.normalize("NFD", "tên")
    source = parse(f"tên: a\n{twin}: b\ntên: c\n".encode(), FILE)
    assert [(d.code, d.where.line) for d in source.faults] == [("data/duplicate-key", 2), ("data/duplicate-key", 3)]
    assert source.data == {"tên": "a"}


def test_duplicate_keys_deep_inside_are_each_found_once() -> None:
    source = parse(b"a:\n  - {b: c, b: {d: e, d: f}, b: {d: e}}\n", FILE)
    assert [(d.where.line, d.where.column) for d in source.faults] == [(2, 12), (2, 22), (2, 29)]


def test_all_illegal_characters_and_then_the_syntax() -> None:
    found = refused("a: \u200eb\nc: d\u2028e\nf: [g\n")
    assert [(d.code, d.where.line, d.where.column) for d in found] == [
        ("data/illegal-character", 1, 4),
        ("data/illegal-character", 2, 5),
        ("data/yaml-syntax", 3, 4),
    ]


def test_as_deep_as_allowed() -> None:
    inner = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert parse(f"a: {inner}\n".encode(), FILE).data["a"]


def test_a_file_that_cannot_be_read_stops_the_work(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(GeneratorError) as raised:
            read(path)
        assert str(path) in raised.value.message
