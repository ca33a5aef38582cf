"""Answers as files: what is written is what is read, by either reader; what is broken is told and counts as missing."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Faulty, Severity
from generator.model.answers import AnswerFile, Correction, Given, Received, Reporter
from generator.model.report import NullReason
from generator.sources.answers import answer_file, answer_text, folder_of, load_answers, parse_answer
from generator.sources.answers_plain import place_of, read_plain
from generator.sources.yaml_text import parse
from generator.vietnamese.unicode import compose, illegal_characters
from generator.workspace import Workspace

FILE = Path("figures/ke-hoach/dot-1/to-mot.yaml")
HEAD = "unit: to-mot\nphase: 1\nversion: 1\n"
MARK = "¦"

WORDS = (
    st.text(st.characters(codec="utf-8"), max_size=30)
    .map(lambda text: compose(text).strip())
    .filter(lambda text: not illegal_characters(text))
)
CODES = st.from_regex(r"[a-z0-9]{1,6}(_[a-z0-9]{1,4})?", fullmatch=True)
NAMES = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=timezone(timedelta(hours=7)))
)
AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**12, places=3) | st.integers(0, 10**12).map(Decimal)
GIVENS = st.builds(Given, value=AMOUNTS, approximate=st.booleans(), note=WORDS) | st.builds(
    Given, null_reason=st.sampled_from(NullReason), note=WORDS
)
RECORDS = st.builds(
    AnswerFile,
    unit=NAMES,
    phase=st.integers(1, 20),
    version=st.integers(1, 9),
    answered_on=st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    received=st.none()
    | st.builds(
        Received,
        file=WORDS,
        digest=st.just("") | st.just("0a" * 32),
        saved_at=st.none() | MOMENTS,
        at=MOMENTS,
        by=WORDS,
        seal=st.just("") | st.just("0123456789abcdef"),
    ),
    reporter=st.builds(Reporter, name=WORDS, telephone=WORDS),
    figures=st.dictionaries(CODES, GIVENS, max_size=6),
    texts=st.dictionaries(NAMES, WORDS.filter(bool), max_size=3),
    corrections=st.lists(
        st.builds(Correction, at=MOMENTS, by=WORDS.filter(bool), field=CODES, was=WORDS, reason=WORDS.filter(bool)),
        max_size=3,
    ).map(tuple),
)


@given(RECORDS)
def test_what_is_written_is_read(record: AnswerFile) -> None:
    answer = parse_answer(answer_text(record).encode(), FILE)
    assert answer.record == record
    assert not answer.warnings


@given(RECORDS)
def test_both_readers_agree(record: AnswerFile) -> None:
    content = answer_text(record).encode()
    plain, source = read_plain(content, FILE), parse(content, FILE)
    assert plain in (None, source.data)
    for code in record.figures if plain else ():
        where = source.value_at(("figures", code))
        assert place_of(content.decode(), ("figures", code)) == (where.line, where.column)


@given(RECORDS, st.data())
def test_a_damaged_text_is_read_by_both_alike_or_by_one(record: AnswerFile, data: st.DataObject) -> None:
    text = answer_text(record)
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from([*"\n\r\t :-\"\\{},#&*|>~'!%@`", "  ", "\n  ", ""])) + text[at + 1 :]
    plain = read_plain(text.encode(), FILE)
    if plain is not None:
        source = parse(text.encode(), FILE)
        assert plain == source.data
        assert not source.faults


@given(st.binary(max_size=200) | RECORDS.map(lambda record: answer_text(record).encode()), st.data())
def test_a_torn_file_is_told_and_nothing_else(content: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(content)))
    torn = content[:at] + data.draw(st.binary(max_size=3))
    try:
        found: object = parse_answer(torn, FILE).record
    except Faulty as faulty:
        found = faulty.diagnostics
    assert found


def test_what_the_program_writes_goes_the_fast_way() -> None:
    record = AnswerFile(
        unit="to-mot",
        phase=1,
        answered_on=date(2025, 6, 4),
        reporter=Reporter(name="Tổ trưởng “Một”", telephone="0900 000 000"),
        figures={
            "oral_sessions": Given(value=Decimal(12)),
            "budget_used": Given(value=Decimal("97.5"), approximate=True, note='trên "97"'),
            "panels": Given(null_reason=NullReason.NOT_APPLICABLE),
        },
        texts={"mo-hinh": "Tổ tự quản: {7 * 7} | =1+1"},
    )
    assert read_plain(answer_text(record).encode(), FILE) is not None
    assert answer_text(record) == (
        f"{HEAD}answered_on: 2025-06-04\n"
        'reporter:\n  name: "Tổ trưởng “Một”"\n  telephone: "0900 000 000"\n'
        "figures:\n"
        "  oral_sessions: 12\n"
        '  budget_used: {value: "97,5", approximate: true, note: "trên \\"97\\""}\n'
        "  panels: not_applicable\n"
        'texts:\n  mo-hinh: "Tổ tự quản: {7 * 7} | =1+1"\n'
    )


FAULTS = [
    (HEAD + "figures:\n  banners: ¦1.250\n", "data/wrong-type"),
    (HEAD + "figures:\n  banners: ¦mười hai\n", "data/wrong-type"),
    (HEAD + 'figures:\n  banners: {¦value: "1.234,5"}\n', "data/wrong-type"),
    (HEAD + "figures:\n  banners: ¦{value: 1, null_reason: not_reported}\n", "data/one-of-fields"),
    (HEAD + "figures:\n  banners: 1\n  ¦banners: 2\n", "data/duplicate-key"),
    (HEAD + "¦figure:\n  banners: 1\n", "data/unknown-field"),
    (HEAD + "answered_on: ¦2025-02-30\n", "data/impossible-date"),
    (HEAD + "corrections:\n  - at: ¦hôm qua\n    by: A\n    field: banners\n    reason: nhầm\n", None),
    (HEAD + "figures:\n  banners: 1\n ¦panels: 2\n", None),
    ("¦", "data/empty-file"),
    ("¦- 1\n", None),
]


@pytest.mark.parametrize(("text", "code"), FAULTS)
def test_one_fault(text: str, code: str | None) -> None:
    before, _mark, after = text.partition(MARK)
    with pytest.raises(Faulty) as raised:
        parse_answer((before + after).encode(), FILE)
    (found,) = raised.value.diagnostics
    assert found.where.line == before.count("\n") + 1
    assert code in (None, found.code)
    assert found.hint


def test_hand_written_text_is_read_too() -> None:
    text = "# gõ tay\nphase: 1\nunit: 'to-mot'\nfigures: {banners: not_reported, panels: 07}\n"
    answer = parse_answer(text.encode(), FILE)
    assert answer.record.figures["panels"].value == 7
    assert answer.where("figures", "panels").line == 4
    assert answer.where("figures", "articles").line == 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = folder_of(Workspace(tmp_path), Path("plans/ke-hoach.yaml"), 1)
    place.mkdir(parents=True)
    return place


def test_the_folder_of_a_phase_is_named_after_plan_and_phase(tmp_path: Path, folder: Path) -> None:
    assert folder == tmp_path / "figures" / "ke-hoach" / "dot-1"


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    answers = load_answers(tmp_path / "dot-1")
    assert (answers.by_unit, answers.diagnostics) == ({}, ())


MISPLACED = [
    ({"to-hai.yaml": HEAD}, ["data/answer-of-another-unit"], "to-hai"),
    ({"to-mot.yaml": HEAD.replace("phase: 1", "phase: 2")}, ["data/answer-of-another-phase"], "to-mot"),
    ({"to-mot.yaml": HEAD, "TO-MOT.yaml": HEAD}, ["data/duplicate-answer"], "to-mot"),
    ({"to-mot.yaml": "unit: [\n"}, ["data/yaml-syntax"], "to-mot"),
    ({"to-mot.yaml": "x" * 1_048_600}, ["data/too-large"], "to-mot"),
]


@pytest.mark.parametrize(("files", "codes", "unit"), MISPLACED)
def test_an_answer_that_cannot_be_counted_is_told(
    files: dict[str, str], codes: list[str], unit: str, folder: Path
) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    answers = load_answers(folder)
    assert [each.code for each in answers.diagnostics] == codes
    assert not answers.by_unit
    assert unit in answers.faulty


def test_one_broken_file_leaves_the_others(folder: Path) -> None:
    answer_file(folder, "to-mot").write_text(HEAD, encoding="utf-8")
    answer_file(folder, "to-hai").write_text("unit: to-hai\nphase: 1\nfigures:\n  banners: 1.000\n", encoding="utf-8")
    answers = load_answers(folder)
    assert [*answers.by_unit] == ["to-mot"]
    assert [(each.where.file, each.where.line) for each in answers.diagnostics] == [(folder / "to-hai.yaml", 4)]


@pytest.mark.parametrize("name", ["to-mot.yml", "to-mot.yaml.bak", "bieu.xlsx"])
def test_a_file_that_is_no_answer_is_told(name: str, folder: Path) -> None:
    (folder / name).write_text(HEAD, encoding="utf-8")
    (found,) = load_answers(folder).diagnostics
    assert (found.code, found.severity) == ("data/not-an-answer", Severity.WARNING)


@pytest.mark.parametrize("name", [".vanthu-1.tmp", "~$bieu.xlsx", ".DS_Store"])
def test_a_hidden_file_is_passed_over(name: str, folder: Path) -> None:
    (folder / name).write_text("x", encoding="utf-8")
    assert not load_answers(folder).diagnostics


def test_a_folder_named_like_an_answer_is_told(folder: Path) -> None:
    (folder / "to-mot.yaml").mkdir()
    assert [each.code for each in load_answers(folder).diagnostics] == ["data/not-an-answer"]
