"""Corrections in the text of an answer: the field and an entry change, everything else stays as it was typed."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Faulty
from generator.errors import GeneratorError
from generator.model.answers import AnswerFile, Given
from generator.sources.answers import answer_text, parse_answer
from generator.sources.answers_edit import Correcting, with_correction
from generator.vietnamese.clock import VIETNAM

FILE = Path("figures/ke-hoach/dot-1/to-mot.yaml")
AT = datetime(2025, 6, 9, 8, 30, tzinfo=VIETNAM)
HEAD = "unit: to-mot\nphase: 1\n"
ENTRY = (
    '  - at: 2025-06-09T08:30:00+07:00\n    by: "Văn thư"\n    field: "{field}"\n{was}    reason: "đơn vị báo lại"\n'
)


def wanted(field: str, typed: str, *, is_text: bool = False) -> Correcting:
    return Correcting(field, typed, is_text, "đơn vị báo lại", "Văn thư", AT)


def entry(field: str, was: str = "") -> str:
    return ENTRY.format(field=field, was=f'    was: "{was}"\n' if was else "")


def corrected(text: str, change: Correcting) -> str:
    return with_correction(text.encode(), FILE, change).content.decode()


IN_PLACE = [
    ("figures:\n  banners: {}  # đếm lại\n  panels: 2\n", "12", "15"),
    ("figures:\n  banners:   {}\n", "12", "97,5"),
    ("figures:\n  banners: {}\n", "not_reported", "0"),
    ("figures:\n  banners: {}\n", "0", "not_applicable"),
    ("figures: {{panels: 2, banners: {}, articles: 1}}\n", "12", "15"),
    ("figures: {{panels: 2, banners: {}}}\n", "12", "15"),
    ("# gõ tay\nfigures:\n    panels: 1\n\n    # nhiều lắm\n    banners: {}\n\n# hết\n", "12", "15"),
    ("texts: {{mo-hinh: 'Tổ'}}\nfigures:\n  banners: {}\n", "12", "15"),
]


@pytest.mark.parametrize(("text", "was", "now"), IN_PLACE)
def test_the_value_changes_where_it_stands(text: str, was: str, now: str) -> None:
    before, after = HEAD + text.format(was), HEAD + text.format(now)
    assert corrected(before, wanted("banners", now)) == after + "corrections:\n" + entry("banners", was)


def test_a_record_of_a_figure_gives_way_to_the_new_one() -> None:
    text = HEAD + 'figures:\n  banners: {value: 12, approximate: true, note: "trên, gần"}  # xem\n'
    changed = corrected(text, wanted("banners", "15"))
    assert "\n  banners: 15  # xem\n" in changed
    assert 'was: "{value: 12, approximate: true, note: \\"trên, gần\\"}"' in changed


def test_what_was_left_out_is_put_at_the_end_of_its_section() -> None:
    text = HEAD + "figures:\n  panels: 1  # một\n# hết\ntexts: {mo-hinh: Tổ}\n"
    expected = HEAD + "figures:\n  panels: 1  # một\n  banners: 3\n# hết\ntexts: {mo-hinh: Tổ}\n"
    assert corrected(text, wanted("banners", "3")) == expected + "corrections:\n" + entry("banners")


@pytest.mark.parametrize("section", ["", "figures:\n", "figures: {}\n"])
def test_an_empty_section_is_opened(section: str) -> None:
    changed = corrected("# tay\n" + HEAD + section, wanted("banners", "3"))
    assert changed == "# tay\n" + HEAD + "figures:\n  banners: 3\ncorrections:\n" + entry("banners")


def test_a_second_correction_follows_the_first() -> None:
    once = corrected("# tay\n" + HEAD + "figures:\n  banners: 1\n", wanted("banners", "2"))
    twice = corrected(once, wanted("banners", "3"))
    assert twice == once.replace("banners: 2", "banners: 3") + entry("banners", "2")


def test_an_answer_in_words_is_corrected_too() -> None:
    text = "# tay\n" + HEAD + "texts:\n  mo-hinh: Tổ  # ghi\n"
    changed = corrected(text, wanted("mo-hinh", 'Tổ "hai"', is_text=True))
    assert '\n  mo-hinh: "Tổ \\"hai\\""  # ghi\n' in changed


def test_line_ends_and_mark_of_windows_stay() -> None:
    content = b"\xef\xbb\xbf" + (HEAD + "figures:\n  banners: 1\n").replace("\n", "\r\n").encode()
    changed = with_correction(content, FILE, wanted("banners", "2")).content
    assert changed.startswith(b"\xef\xbb\xbfunit")
    assert changed.count(b"\n") == changed.count(b"\r\n") == 9 + 1


@given(
    st.dictionaries(st.sampled_from(["banners", "panels", "articles"]), st.integers(0, 99), max_size=3),
    st.integers(100, 999),
)
def test_what_the_program_wrote_stays_canonical(figures: dict[str, int], now: int) -> None:
    record = AnswerFile(unit="to-mot", phase=1, figures={code: Given(value=Decimal(v)) for code, v in figures.items()})
    changed = corrected(answer_text(record), wanted("banners", str(now)))
    found = parse_answer(changed.encode(), FILE).record
    assert changed == answer_text(found)
    assert found.figures == {**record.figures, "banners": Given(value=Decimal(now))}
    assert found.corrections[0].was == str(figures.get("banners", ""))


REFUSED = [
    ("figures:\n  banners: 12\n", "12"),
    ("figures:\n  banners: 12\n", "1.250"),
    ("figures:\n  banners: 12\n", "-3"),
    ("figures:\n  banners: 12\n", "mười"),
    ("figures:\n  banners: 12\n", ""),
    ("figures: {panels: 2}\n", "3"),
    ("figures:\n  banners: >-\n    12\n", "15"),
]


@pytest.mark.parametrize(("text", "now"), REFUSED)
def test_what_cannot_be_done_without_harm_is_left(text: str, now: str) -> None:
    with pytest.raises(GeneratorError) as raised:
        corrected(HEAD + text, wanted("banners", now))
    assert raised.value.hint


def test_a_file_with_faults_is_told() -> None:
    with pytest.raises(Faulty):
        corrected(HEAD + "figures:\n  banners: 1.250\n", wanted("banners", "1"))
