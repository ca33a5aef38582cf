"""Ids made of names: as many as there are names, safe on every system, the same in whatever order the names come."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.slugs import LONGEST, ids_for, is_device, readable_id

NAMES = (
    "Chi bộ 1", "Tổ 1", "Tờ 1", "Tô 1", "Tợ 1", "Đảng ủy xã Hòa", "Đảng ủy xã Hoà", "Đảng ủy", "đảng uỷ",
    "con", "CON", "nul", "prn", "aux", "com1", "LPT9", "com¹", "con.docx", "nul .txt", "conin$", "clock$",
    "..", ".", "../../x", "sub/../../x", "..\\..\\x", "．．／x", "/etc/passwd", "C:\\x", "a:b", "a", "a.", "a ", " a",
    "-rf", "--help", "~", "$HOME", "`ls`", "%PATH%", "a\nb", "a\tb", "a\rb", "a\0b", "a\u202eb", "a\u200bb", "\ufeffa",
    "", " ", "!!!", "“”", "北京", "Москва", "🙂", "🙂🙂", "\ud800", "é", "ﬁ", "①", "İ", "ı", "ß", "ss", "K", "Å",
    "=1+1", "@x", "+x", "'x", '"x"', "<x>", "x|y", "x?y", "x*y", "x;y", "x,y", "khong-ten", "don-vi", "x-2", "x--2",
)  # fmt: skip
SHAPES = (
    str,
    str.upper,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFD", name).upper(),
    lambda name: name * 40,
    lambda name: name + " " + "rất dài " * 40 + name,
    lambda name: f"{name}.docx",
    lambda name: f"\u00a0{name}\u200b/..",
    lambda name: name[::-1] + "‹",
    lambda name: f"Đảng ủy {name} Ễ" * 3,
)  # fmt: skip
HOSTILE = tuple(dict.fromkeys(shape(name) for name, shape in product(NAMES, SHAPES)))
DISTINCT = tuple({" ".join(unicodedata.normalize("NFC", name).split()): name for name in HOSTILE}.values())
"""One of each pair that differs in the form of its letters or in white space alone: that is one name."""


def test_hundreds_of_hostile_names_have_an_id_each() -> None:
    assert len(DISTINCT) >= 500
    found = ids_for(DISTINCT)
    assert len({*found}) == len(DISTINCT)
    assert [one for one in found if not is_safe(one)] == []


def is_safe(one: str) -> bool:
    """The form of the model's ids, no device, short enough for a file name with all that is put before and behind."""
    return bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)) and not is_device(one) and len(one) <= LONGEST + 9


def test_the_order_changes_no_id() -> None:
    there, back = ids_for(DISTINCT), ids_for(DISTINCT[::-1])
    assert dict(zip(DISTINCT, there, strict=True)) == dict(zip(DISTINCT[::-1], back, strict=True))


@given(st.lists(st.text(max_size=90), unique_by=lambda name: " ".join(unicodedata.normalize("NFC", name).split())))
def test_any_names(names: list[str]) -> None:
    found = ids_for(names)
    assert len({*found}) == len(names)
    assert [one for one in found if not is_safe(one)] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Đảng ủy phường Hưng Phú", "dang-uy-phuong-hung-phu"),
        ("Chi bộ Văn hóa - Thể thao", "chi-bo-van-hoa-the-thao"),
        ("Ủy ban nhân dân xã Ea Kly", "uy-ban-nhan-dan-xa-ea-kly"),
        ("“Tổ 1”", "to-1"),
        ("北京", ""),
        ("a" * 70, "a" * LONGEST),
    ],
)
def test_readable(name: str, expected: str) -> None:
    assert readable_id(name) == expected
    assert readable_id(unicodedata.normalize("NFD", name)) == expected


def test_names_that_differ_in_marks_alone_get_a_mark_each() -> None:
    ids = ids_for(["Tổ 1", "Tờ 1", "Tổ 2"])
    assert ids[2] == "to-2"
    assert all(re.fullmatch(r"to-1-[a-z2-7]{8}", one) for one in ids[:2])


def test_an_id_that_is_taken_is_not_made_again() -> None:
    (made,) = ids_for(["Tổ 1"], taken=["to-1"])
    assert made.startswith("to-1-")


@pytest.mark.parametrize("name", ["con", "CON", "nul", "com1", "lpt9", "aux.docx", "prn .txt", "conin$", "com²"])
def test_devices(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["cong", "con-1", "com", "com10", "auxi", "nullo", ""])
def test_no_devices(name: str) -> None:
    assert not is_device(name)
