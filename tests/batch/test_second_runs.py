"""What a second run makes of files that are torn, stale or beside the documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.pipeline.batch import pdfs
from generator.publish.conversion import Conversion, Order
from tests.batch.offices import COULD_NOT_RUN, DONE, FINDINGS, Folder, office, run, unit, write_units

FIRST = "guidance-chi-bo-0001.docx"
PDF = "guidance-chi-bo-0001.pdf"
MADE, KEPT = "đã làm", "giữ nguyên, đã sửa tay"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = office(tmp_path / "Thạnh Lộc", map(unit, range(3)))
    monkeypatch.chdir(made)
    return made


def row_of(folder: Folder, file: str = FIRST) -> dict[str, str]:
    return next(row for row in folder.manifest() if row["Tệp"] == file)


def forget(folder: Folder) -> None:
    (folder.path / ".vanthu/journal.sqlite").unlink()


# What a power cut leaves


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize(
    "tear",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: bytes(len(data)), id="blank"),
        pytest.param(lambda data: data[:2000], id="half"),
        pytest.param(lambda data: data[:4096] + bytes(len(data) - 4096), id="blank behind"),
    ],
)
def test_a_torn_document_is_made_again(folder: Folder, tear: Callable[[bytes], bytes], is_known: bool) -> None:
    run()
    whole = (folder.path / FIRST).read_bytes()
    (folder.path / FIRST).write_bytes(tear(whole))
    if not is_known:
        forget(folder)
    assert run() == DONE
    assert (folder.path / FIRST).read_bytes() == whole


@pytest.mark.parametrize(
    "content", [b"my own notes", b"\xd0\xcf\x11\xe0 locked by a password", b"PK\3\4\x14\0\6\0\x08\0\0\0!\0"]
)
def test_what_may_be_a_persons_stays_and_is_named(
    folder: Folder, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    (folder.path / FIRST).write_bytes(content)
    capsys.readouterr()
    assert run() == DONE
    assert (folder.path / FIRST).read_bytes() == content
    assert row_of(folder)["Tình trạng"] == KEPT
    assert f"ra/{FIRST}: cảnh báo batch/kept" in capsys.readouterr().out


def test_the_old_file_of_a_unit_with_faults_is_told(
    root: Path, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "units/chi-bo-0001").mkdir(parents=True)
    profile = root / "units/chi-bo-0001/profile.yaml"
    profile.write_text("issuer:\n  plaec: Ấp\n", encoding="utf-8")
    assert run() == FINDINGS
    assert "batch/old-file" not in capsys.readouterr().out
    profile.unlink()
    run()
    profile.write_text("issuer:\n  plaec: Ấp\n", encoding="utf-8")
    assert run() == FINDINGS
    assert "1 văn bản: cảnh báo batch/old-file" in capsys.readouterr().out


# PDFs


@pytest.fixture
def converted(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what was converted, by a converter that writes a line and fails where a folder stands."""
    names: list[str] = []

    def fulfil(orders: Sequence[Order], *, jobs: int) -> list[Conversion]:
        names.extend(order.target.name for order in orders)
        return [convert(order) for order in orders]

    monkeypatch.setattr(pdfs, "fulfil", fulfil)
    monkeypatch.setattr("generator.publish.office.find_office", lambda: None)
    return names


def convert(order: Order) -> Conversion:
    if order.target.is_dir():
        return Conversion(order, None, findings=(Diagnostic("pdf/not-written", "không ghi được"),))
    order.target.write_bytes(b"%PDF of " + order.source.read_bytes())
    return Conversion(order, order.target)


def test_a_pdf_that_is_made_at_last_is_no_fault_any_more(folder: Folder, converted: list[str]) -> None:
    run()
    (folder.path / PDF).mkdir()
    counts = []
    for _attempt in range(2):
        assert run("--pdf") == FINDINGS
        counts.append(row_of(folder)["Số điều cần xem"])
    assert counts == ["1", "1"]
    assert row_of(folder)["Điều cần xem đầu tiên"].startswith("pdf/not-written")
    (folder.path / PDF).rmdir()
    assert run("--pdf") == DONE
    assert (row_of(folder)["Số điều cần xem"], row_of(folder)["Tệp PDF"]) == ("0", PDF)


def test_a_run_without_pdfs_forgets_none(folder: Folder, converted: list[str]) -> None:
    run("--pdf")
    assert run() == DONE
    assert row_of(folder)["Tệp PDF"] == PDF
    converted.clear()
    run("--pdf")
    assert converted == []


def test_a_pdf_is_old_until_it_is_made_again(root: Path, folder: Folder, converted: list[str]) -> None:
    run("--pdf")
    for place in ("Ấp Một", "Ấp Hai"):  # twice: the second change must not hide it
        write_units(root, [unit(0), unit(1, place=place), unit(2)])
        run()
        assert row_of(folder)["Điều cần xem đầu tiên"].startswith("batch/old-pdf")
    assert run("--pdf") == DONE
    assert row_of(folder)["Số điều cần xem"] == "0"


# What else lies there


def test_an_old_archive_is_told(root: Path, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    run("--zip")
    run()
    assert "documents.zip" not in capsys.readouterr().err
    write_units(root, [unit(0), unit(1, place="Ấp Mới"), unit(2)])
    run()
    assert "documents.zip" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["kết quả 2.9", "ra.v2"])
def test_a_folder_may_have_a_point_in_its_name(root: Path, name: str) -> None:
    assert run("-o", name) == DONE
    assert len(Folder(root / name).documents()) == 3


@pytest.mark.parametrize(
    "order", ["{", "[]", '{"plan": "trong-cay.yaml"}', '{"plan": "trong-cay.yaml", "kind": ["x"]}']
)
def test_an_order_that_cannot_be_read_is_none(folder: Folder, order: str, capsys: pytest.CaptureFixture[str]) -> None:
    run()
    with sqlite3.connect(folder.path / ".vanthu/journal.sqlite") as journal:
        journal.execute("UPDATE facts SET value = ? WHERE name = 'order'", (order,))
    journal.close()
    assert run("--resume") == COULD_NOT_RUN
    assert "chưa có lượt chạy nào" in capsys.readouterr().err


def test_a_journal_with_other_columns_is_laid_aside(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    run()
    with sqlite3.connect(folder.path / ".vanthu/journal.sqlite") as journal:
        journal.execute("ALTER TABLE documents DROP COLUMN office")
    journal.close()
    assert run() == DONE
    assert "của một phiên bản khác" in capsys.readouterr().err
    assert {*folder.statuses().values()} == {MADE}
