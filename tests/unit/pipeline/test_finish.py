"""What was made goes to its place: all or none, and never over what a person has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from docx import Document

from generator.errors import GeneratorError
from generator.model.kinds import Kind
from generator.pipeline.finish import is_changed_by_hand, write_results
from generator.pipeline.job import JobResult
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import produce
from tests.documents import example


def results(folder: Path, *kinds: Kind) -> list[JobResult]:
    return [produce(job) for job in prepare(*example(), Wish(kinds or (Kind.PLAN, Kind.GUIDANCE), output=folder))]


def test_every_document_stands_in_its_place_and_nothing_else(tmp_path: Path) -> None:
    written = write_results(results(tmp_path / "mới"))
    assert [path.name for path in written] == ["plan.docx", "guidance.docx"]
    assert {path.name for path in (tmp_path / "mới").iterdir()} == {"plan.docx", "guidance.docx"}


def test_a_second_time_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_results(results(tmp_path))]
    assert [path.read_bytes() for path in write_results(results(tmp_path))] == first


def test_one_place_that_is_taken_keeps_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "guidance.docx").mkdir()
    with pytest.raises(GeneratorError):
        write_results(results(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["guidance.docx"]


def test_what_another_program_saved_is_not_replaced(tmp_path: Path) -> None:
    (target,) = write_results(results(tmp_path, Kind.PLAN))
    edited = Document(str(target))
    part = next(part for part in edited.part.package.iter_parts() if part.partname.endswith("app.xml"))
    part._blob = part.blob.replace(b"Vanthu", b"Microsoft Office Word")
    edited.save(str(target))
    before = target.read_bytes()
    with pytest.raises(GeneratorError) as refused:
        write_results(results(tmp_path))
    assert "--overwrite" in refused.value.hint
    assert (os.listdir(tmp_path), target.read_bytes()) == (["plan.docx"], before)
    write_results(results(tmp_path), overwrite=True)
    assert target.read_bytes() != before


@pytest.mark.parametrize("content", [b"", b"not a document", b"PK\x03\x04"])
def test_a_file_that_is_no_document_is_somebodys(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "plan.docx").write_bytes(content)
    assert is_changed_by_hand(tmp_path / "plan.docx")


def test_a_place_where_nothing_stands_is_free(tmp_path: Path) -> None:
    assert not is_changed_by_hand(tmp_path / "plan.docx")
