"""Reading a profile file: every fault is found, each at its own place, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Faulty
from generator.errors import GeneratorError
from generator.measures import Length
from generator.profile import load_profile

HEAD = "id: unit\nside: state\n"


def faults(folder: Path, text: str) -> list[tuple[int | None, int | None, str]]:
    file = folder / "profile.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        load_profile(file)
    assert all(fault.where.file == file for fault in caught.value.diagnostics)
    return [(fault.where.line, fault.where.column, fault.code) for fault in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bodi:\n  size: 14pt\n", (3, 1, "profile/unknown-section")),
        ("body:\n  szie: 14pt\n", (4, 3, "profile/unknown-property")),
        ("body:\n  size: 14\n", (4, 9, "profile/bad-value")),
        ("body:\n  bold: yes\n", (4, 9, "profile/bad-value")),
        ("body:\n  alignment: centre\n", (4, 14, "profile/bad-value")),
        ("body:\n  size: [14pt]\n", (4, 9, "profile/bad-value")),
        ("body:\n  size: {exactly: 14pt, between: [1pt, 2pt]}\n", (4, 3, "profile/bad-form")),
        ("body:\n  size: {default: 14pt}\n", (4, 3, "profile/bad-form")),
        ("body:\n  size: {exactly: 14pt, claus: x}\n", (4, 25, "profile/bad-form")),
        ("body:\n  size: {between: [14pt, 15pt]}\n", (4, 3, "profile/bad-form")),
        ("body:\n  size: {between: [14pt], default: 14pt}\n", (4, 19, "profile/bad-form")),
        ("body:\n  size: {between: [15pt, 14pt], default: 14pt}\n", (4, 19, "profile/bad-value")),
        ("body:\n  size: {between: [14pt, 15pt], default: 16pt}\n", (4, 3, "profile/bad-value")),
        ("body:\n  size: {one_of: 14pt, default: 14pt}\n", (4, 18, "profile/bad-form")),
        ("body:\n  line_spacing: {between: [18pt, 1.5], default: 18pt}\n", (4, 27, "profile/bad-value")),
        ("body:\n  size: {exactly: 14pt, grade: Z}\n", (4, 32, "profile/bad-value")),
        ("body:\n  grade: Z\n  size: 14pt\n", (4, 10, "profile/bad-value")),
        ("body: 14pt\n", (3, 7, "profile/bad-form")),
        (f"page: {'[' * 900}{']' * 900}\n", (3, 46, "profile/too-deep")),
        ("draft:\n  template: Lần {lan}\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: 'Lần {'\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: 'Lần }'\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: 'Lần {}'\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: 'Lần {0}'\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: 'Lần {number:>9999999}'\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: 'Lần {number!r}'\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: 'Lần {number.__class__.__mro__}'\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: {one_of: ['{number}', '{x}'], default: '{number}'}\n", (4, 3, "profile/bad-placeholder")),
        ("draft:\n  template: {matching: '.+', default: '{x}'}\n", (4, 3, "profile/bad-placeholder")),
        ("number_format:\n  blank: '{number}'\n", (4, 3, "profile/bad-placeholder")),
        ("citation:\n  date_template: '{place}'\n", (4, 3, "profile/bad-placeholder")),
        ("heading_roman:\n  marker: '{x}.'\n", (4, 3, "profile/bad-placeholder")),
        ("authority_forms:\n  own: '{heads}'\n", (4, 3, "profile/bad-placeholder")),
        ("issuer_forms:\n  own: ['{names}']\n", (4, 3, "profile/bad-placeholder")),
        ("number_format:\n  pattern: '('\n", (4, 12, "profile/bad-value")),
        ("urgency:\n  labels: KHẨN\n", (4, 11, "profile/bad-value")),
        ("type_codes:\n  Plan: KH\n", (4, 3, "profile/unknown-property")),
        ("body:\n  size: 14pt\n  size: 15pt\n", (5, 3, "profile/duplicate-key")),
        ("body:\n  <<: {size: 14pt}\n", (4, 3, "profile/key")),
        ("body: &b\n  size: 14pt\n", (3, 7, "profile/alias")),
        ("body:\n  size: *b\n", (4, 9, "profile/syntax")),
        ("body:\n\tsize: 14pt\n", (4, 1, "profile/syntax")),
        ("valid_from: 03/4/2018\n", (3, 1, "profile/bad-value")),
        ("house: {a: b}\n", (3, 1, "profile/unknown-section")),
        ("issuer: {symbol: ĐU}\n", (3, 10, "profile/unknown-property")),
        ("sources: x\n", (3, 10, "profile/bad-form")),
        ("sources: {a: [b]}\n", (3, 14, "profile/bad-form")),
        ("rules: {x/y: {severity: error}}\n", (3, 9, "profile/rule-without-reason")),
        ("rules: {x/y: {severity: error, reason: ' '}}\n", (3, 9, "profile/rule-without-reason")),
        ("rules: {x/y: {severity: fatal, reason: r}}\n", (3, 9, "profile/bad-value")),
        ("rules: {x/y: {severity: error, reason: r, sevrity: off}}\n", (3, 43, "profile/unknown-property")),
        ("rules: {x/y: error}\n", (3, 9, "profile/bad-value")),
    ],
)
def test_a_fault_is_found_at_its_place(tmp_path: Path, text: str, expected: tuple[int, int, str]) -> None:
    assert faults(tmp_path, HEAD + text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, 1, "profile/syntax")),
        ("- a\n", (1, 1, "profile/syntax")),
        ("side: state\n", (1, 1, "profile/bad-id")),
        ("id: Đơn vị\nside: state\n", (1, 1, "profile/bad-id")),
        ("id: unit\nside: church\n", (2, 1, "profile/bad-value")),
        ("id: unit\n", (1, 1, "profile/missing-key")),
    ],
)
def test_a_faulty_head(tmp_path: Path, text: str, expected: tuple[int, int, str]) -> None:
    assert faults(tmp_path, text) == [expected]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = HEAD + "body:\n  size: 14\n  bold: có\nbodi: {}\nrules: {x/y: {severity: off}}\n"
    assert faults(tmp_path, text) == [
        (4, 9, "profile/bad-value"),
        (5, 9, "profile/bad-value"),
        (6, 1, "profile/unknown-section"),
        (7, 9, "profile/rule-without-reason"),
    ]


def test_every_alias_is_told_and_a_bomb_is_not_walked(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    assert {code for _line, _column, code in faults(tmp_path, HEAD + bomb)} == {"profile/alias"}


def test_the_nearest_name_is_the_hint(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text(HEAD + "bodi: {}\nbody: {szie: 14pt}\n", encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        load_profile(file)
    assert [fault.hint for fault in caught.value.diagnostics] == ["có phải là “body”?", "có phải là “size”?"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("than: {}\n", "body, "),
        ("page: {zzz: 1}\n", "font, "),
        ("body: {size: 13}\n", "14.5pt"),
        ("body: {size: {max: 14pt}}\n", "exactly, one_of, between"),
        ("rules: {page/margins: off}\n", "page/margins: {severity: warning, reason: …}"),
        ("rules: {page/margins: {severity: off}}\n", "page/margins: {severity: warning, reason: …}"),
    ],
)
def test_where_no_name_is_near_the_hint_says_what_may_stand_there(tmp_path: Path, text: str, hint: str) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        load_profile(file)
    (fault,) = caught.value.diagnostics
    assert hint in (fault.hint or "")


def test_a_file_too_large_is_not_parsed(tmp_path: Path) -> None:
    assert faults(tmp_path, HEAD + "#" * 1024 * 1024) == [(None, None, "profile/too-large")]


def test_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_bytes("id: đơn".encode("utf-16"))
    with pytest.raises(Faulty) as caught:
        load_profile(file)
    assert [fault.code for fault in caught.value.diagnostics] == ["profile/not-utf-8"]


def test_a_missing_file_stops_the_work(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="không đọc được"):
        load_profile(tmp_path / "none.yaml")


def test_scalars_stay_as_typed(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    text = (
        "\ufeffid: unit\nside: state\nsources: {a: on, b: 05, c: ~, d: 1_0}\n"
        "page: {colour: 000000}\ndraft: {text: ~, template: '~'}\nbody: {size: 14.5pt}\n"
    )
    file.write_text(text, encoding="utf-8")
    profile = load_profile(file)
    assert profile.sources == {"a": "on", "b": "05", "c": "", "d": "1_0"}
    assert profile.value("page.colour") == "000000"
    assert profile.value("draft.text") is None
    assert profile.value("draft.template") == "~"
    assert profile.length("body.size") == Length.from_pt(14.5)


def test_a_section_lends_its_clause_to_its_values(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text(
        HEAD
        + "body:\n  clause: C1\n  grade: A\n  note: n\n  bold: true\n"
        + "  size: {exactly: 14pt, clause: C2}\n  italic: {exactly: true, clause: ~}\n"
        + "  case: {exactly: upper, grade: D}\n  text: {exactly: x, grade: D, clause: C3}\n",
        encoding="utf-8",
    )
    profile = load_profile(file)
    told = {key: profile.constraint(f"body.{key}").source for key in profile.keys("body")}
    assert {key: (source.clause, source.grade, source.note) for key, source in told.items()} == {
        "bold": ("C1", "A", "n"),
        "size": ("C2", "A", "n"),
        "italic": (None, "A", "n"),
        "case": (None, "D", "n"),  # what is derived is not in the clause
        "text": ("C3", "D", "n"),
    }
    assert told["size"].place.line == 8


def test_a_name_that_cannot_be_filled_in_is_shown_with_those_that_can(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text("id: unit\nextends: party-hd05\nannex_reference: {template: '(Kèm theo {foo} {kind})'}\n")
    with pytest.raises(Faulty) as caught:
        load_profile(file)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.actual, fault.where.line) == ("profile/bad-placeholder", "{foo}", 3)
    assert fault.expected == "{date}, {issuer}, {kind}, {number}"


def test_braces_where_nothing_is_filled_in_are_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text("id: unit\nside: state\nannex_end: {text: '{-}'}\n")
    assert load_profile(file).text("annex_end.text") == "{-}"


def test_brackets_without_an_end_are_a_finding(tmp_path: Path) -> None:
    ((_line, _column, code),) = faults(tmp_path, f"{HEAD}page: {'[' * 900}\n")
    assert code in ("profile/too-deep", "profile/syntax")
