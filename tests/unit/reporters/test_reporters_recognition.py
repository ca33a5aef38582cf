"""What `-v` says of a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.parts import Part
from generator.recognise.names import Extra
from generator.reporters import names, recognition
from generator.reporters.recognition import heading
from tests.unit.reporters.verdicts import KNOWN, UNREADABLE, WHOLE


def test_the_lines_of_a_file() -> None:
    assert list(recognition.lines(WHOLE)) == [
        "van-ban/ke-hoach.docx: kế hoạch, khối Đảng, soát theo party-hd05",
        "    Vì: bộ quy định có hiệu lực ngày 01/06/2026",
        "    Thành phần: cơ quan ban hành",
        "    Chưa rõ là gì: 1 đoạn",
        "      van-ban/ke-hoach.docx: thân văn bản, đoạn 2, “Một đoạn”",
        "    Đã soát: 2 quy tắc",
    ]


def test_a_file_that_was_not_opened_has_none() -> None:
    assert list(recognition.lines(UNREADABLE)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": None, "kind_name": ""}, "chưa rõ loại, khối Đảng, soát theo party-hd05"),
        ({"side": None}, "kế hoạch, khối chưa rõ, soát theo party-hd05"),
        ({"regime": None}, "kế hoạch, khối Đảng, soát theo chưa rõ quy định"),
    ],
)
def test_what_is_not_known_is_said(change: dict[str, None], said: str) -> None:
    assert heading(replace(KNOWN, **change)) == said


@pytest.mark.parametrize("name", [*Part, *Extra])
def test_every_component_has_words(name: Part | Extra) -> None:
    assert names.component(name) != name
