"""Ready bytes of a zip file: what any reader finds in them is what was put in."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.templates.archive import assemble, member

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=30)


def reopened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


@given(st.dictionaries(NAMES, st.binary(max_size=3000), max_size=8))
def test_what_goes_in_comes_out(parts: dict[str, bytes]) -> None:
    data = assemble(member(name, content) for name, content in parts.items())
    with reopened(data) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(parts)
        assert {name: archive.read(name) for name in archive.namelist()} == parts


@given(st.lists(st.tuples(NAMES, st.binary(max_size=200)), max_size=5))
def test_the_same_parts_are_the_same_bytes(parts: list[tuple[str, bytes]]) -> None:
    made = [assemble([member(name, content) for name, content in parts]) for _time in range(2)]
    assert made[0] == made[1]


@given(NAMES, st.binary(max_size=500), st.binary(max_size=500))
def test_a_member_may_stand_anywhere(name: str, first: bytes, second: bytes) -> None:
    """A member's bytes do not depend on its neighbours: that is why those that do not change are made once."""
    one = member(name, first)
    for others in ([], [member("a", second)], [member("a", second), member("b", first)]):
        data = assemble([*others, one])
        assert one.local in data
        with reopened(data) as archive:
            assert archive.read(archive.infolist()[-1]) == first


@given(st.binary(max_size=2000))
def test_a_member_says_its_size_and_sum(content: bytes) -> None:
    one = member("a", content)
    with reopened(assemble([one])) as archive:
        (info,) = archive.infolist()
    assert (info.file_size, info.compress_size, info.CRC) == (len(content), len(one.data), one.checksum)


def test_time_stamps_are_fixed() -> None:
    with reopened(assemble([member("a", b"x")])) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("name", ["word/document.xml", "word/media/ảnh.png"])
def test_names_are_utf8(name: str) -> None:
    with reopened(assemble([member(name, b"x")])) as archive:
        assert archive.namelist() == [name]


def test_an_empty_archive_is_a_zip_file() -> None:
    with reopened(assemble([])) as archive:
        assert archive.namelist() == []


def test_repetition_is_squeezed() -> None:
    assert len(member("a", b"x" * 10_000).data) < 100
