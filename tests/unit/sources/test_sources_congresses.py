"""Which mentions of congresses are seen in a text, and what the congress table says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.model.congress import Congress
from generator.sources.congress_mentions import NATIONAL, find
from generator.sources.congresses import check_congresses
from generator.sources.yaml_text import parse

CITY, DISTRICT = "Đảng bộ thành phố Cần Thơ", "Đảng bộ quận Cái Răng"
TABLE = tuple(
    Congress.model_validate({"level": level, "body": body, "ordinal": o, "term_from": start, "term_to": end})
    for level, body, o, start, end in (
        ("province", CITY, 15, 2025, 2030),
        ("district", DISTRICT, 13, 2025, 2030),
        ("national", "toàn quốc", 14, 2026, 2031),
    )
)
SEED = Path(__file__).resolve().parents[2] / "data" / "ke-hoach-tuyen-truyen.txt"

MENTIONS = [
    ("Đại hội đại biểu Đảng bộ thành phố Cần Thơ lần thứ XV, nhiệm kỳ 2025 - 2030", CITY, 15, (2025, 2030)),
    ("Đại hội đại biểu Đảng bộ quận Cái Răng, lần thứ XIII", DISTRICT, 13, None),
    ("Đại hội Đảng bộ thành phố lần thứ XV (nhiệm kỳ 2025-2030)", CITY, 15, (2025, 2030)),
    ("Đại hội lần thứ XV Đảng bộ thành phố Cần Thơ, nhiệm kỳ 2025 – 2030", CITY, 15, (2025, 2030)),
    ("Đại hội XV Đảng bộ thành phố Cần Thơ", CITY, 15, None),
    ("nghị quyết Đảng bộ thành phố Cần Thơ lần thứ 15, nhiệm kỳ 2025 - 2030", CITY, 15, (2025, 2030)),
    ("Đại hội **đại biểu** toàn quốc\nlần thứ **XIV** của Đảng, nhiệm kỳ 2026 - 2031", NATIONAL, 14, (2026, 2031)),
    ("Đại hội XIV của Đảng", NATIONAL, 14, None),
    ("văn kiện Đại hội XIV; về kết quả", NATIONAL, 14, None),
    ("Đại hội Đảng lần thứ XIV", NATIONAL, 14, None),
    ("Đại hội lần thứ XIV của Đảng", NATIONAL, 14, None),
    ("Ban Chấp hành Trung ương Đảng khóa XIV", NATIONAL, 14, None),
    ("Đại hội XIIII của Đảng", NATIONAL, None, None),
    ("Đại hội Đảng bộ phường Hưng Phú lần thứ VI", "Đảng bộ phường Hưng Phú", 6, None),
]
NO_MENTIONS = [
    "Đại hội Thi đua yêu nước toàn quốc lần thứ XI",
    "Đại hội đại biểu toàn quốc lần thứ XIII Công đoàn Việt Nam",
    "Đại hội Hội Nông dân thành phố lần thứ X, nhiệm kỳ 2023 - 2028",
    "Đại hội Đoàn TNCS Hồ Chí Minh lần thứ XII",
    "đại hội đảng bộ các cấp, nhiệm kỳ 2025 - 2030",
    "Hội nghị lần thứ 10 Ban Chấp hành",
    "Cuộc thi lần thứ II",
]

JUDGED = [
    # text, severity or None, what is right
    ("Đại hội đại biểu Đảng bộ thành phố Cần Thơ lần thứ XV, nhiệm kỳ 2025 - 2030", None, ""),
    ("Đại hội đại biểu Đảng bộ thành phố Cần Thơ lần thứ XIV, nhiệm kỳ 2020 - 2025", None, ""),
    ("Đại hội đại biểu Đảng bộ thành phố Cần Thơ lần thứ XIV", None, ""),
    ("Đại hội XIII của Đảng", None, ""),
    ("Hội nghị Trung ương Đảng khóa XI", None, ""),
    (
        "Đại hội đại biểu Đảng bộ thành phố Cần Thơ lần thứ XIV, nhiệm kỳ 2025 - 2030",
        Severity.ERROR,
        "Đại hội đại biểu Đảng bộ thành phố Cần Thơ lần thứ XV, nhiệm kỳ 2025 - 2030",
    ),
    ("Đại hội Đảng bộ quận Cái Răng lần thứ XIII, nhiệm kỳ 2020 - 2025", Severity.ERROR, "XII, nhiệm kỳ 2020"),
    ("Đại hội XV của Đảng", Severity.ERROR, "Đại hội XIV của Đảng"),
    ("Đại hội XIIII của Đảng", Severity.ERROR, "của Đảng"),
    ("Trung ương Đảng khóa XV", Severity.ERROR, "Trung ương Đảng khóa XIV"),
    ("Đại hội VI của Đảng", Severity.WARNING, "của Đảng"),
    ("Đại hội Đảng bộ quận Cái Răng lần thứ X, nhiệm kỳ 2010 - 2015", Severity.WARNING, ""),
    ("Đại hội Đảng bộ quận Cái Răng lần thứ X, nhiệm kỳ 2025 - 2030", Severity.ERROR, "lần thứ XIII, nhiệm kỳ 2025"),
    ("Đại hội Đảng bộ phường Hưng Phú lần thứ VI", Severity.ADVICE, ""),
]


def findings(text: str, table: tuple[Congress, ...] = TABLE) -> list[Diagnostic]:
    source = parse(json.dumps({"text": text}, ensure_ascii=False).encode(), Path("a.yaml"))
    return list(check_congresses(source, table))


@pytest.mark.parametrize(("text", "body", "ordinal", "term"), MENTIONS)
def test_a_mention_is_seen(text: str, body: str, ordinal: int | None, term: tuple[int, int] | None) -> None:
    assert [(m.body, m.ordinal, m.term) for m in find(text, [CITY, DISTRICT, "toàn quốc"])] == [(body, ordinal, term)]


@pytest.mark.parametrize("text", NO_MENTIONS)
def test_other_congresses_are_left_alone(text: str) -> None:
    assert list(find(text, [CITY, DISTRICT, "toàn quốc"])) == []


@pytest.mark.parametrize(("text", "severity", "right"), JUDGED)
def test_the_table_judges(text: str, severity: Severity | None, right: str) -> None:
    found = findings(text)
    assert [d.severity for d in found] == ([severity] if severity else [])
    assert all(right in (d.expected or "") for d in found)


def test_an_empty_table_is_advice_once() -> None:
    assert [d.severity for d in findings("Đại hội XIV của Đảng và Đại hội XIII của Đảng", ())] == [Severity.ADVICE]


def test_the_slips_of_the_seed_are_found() -> None:
    table = (*TABLE[:2], TABLE[2].model_copy(update={"term_from": 2025, "term_to": 2030}))
    found = findings(" ".join(SEED.read_text(encoding="utf-8").split()), table)
    slip = "Đại hội đại biểu Đảng bộ thành phố Cần Thơ lần thứ XIV, nhiệm kỳ 2025 - 2030"
    assert [(d.code, d.actual) for d in found] == [("data/congress-ordinal", slip)] * 2
