"""What a run leaves behind, and what a second one makes of it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batch.offices import (
    COULD_NOT_RUN,
    DONE,
    FINDINGS,
    PLAN,
    Folder,
    office,
    run,
    text_of,
    unit,
    write_units,
)

MADE, SAME, KEPT, FAULTY = "đã làm", "không đổi", "giữ nguyên, đã sửa tay", "có lỗi, không làm được"
GONE, BEFORE = "không còn trong danh sách", "từ lần chạy trước"
FIRST = "guidance-chi-bo-0001.docx"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with five units, and the current folder."""
    made = office(tmp_path / "Thạnh Lộc", map(unit, range(5)))
    monkeypatch.chdir(made)
    return made


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def as_if_by_word(document: Path) -> None:
    """Saved by another program: it signs with its own name."""
    with zipfile.ZipFile(document) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/app.xml"] = b"<Properties><Application>Word</Application></Properties>"
    with zipfile.ZipFile(document, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_every_unit_has_a_document_of_each_kind(folder: Folder) -> None:
    assert run(kinds=("guidance", "plan")) == DONE
    assert [*folder.documents()] == [f"{kind}-chi-bo-{n:04}.docx" for kind in ("guidance", "plan") for n in range(5)]


def test_the_manifest_is_what_is_on_the_disk(folder: Folder) -> None:
    run(kinds=("guidance", "plan"))
    assert folder.is_as_told()
    assert set(folder.statuses().values()) == {MADE}
    assert folder.strays() == []


def test_the_manifest_keeps_the_order_of_the_roster(root: Path, folder: Folder) -> None:
    write_units(root, [unit(n) for n in (3, 1, 4, 0, 2)])
    run(kinds=("guidance", "plan"))
    assert [row["Mã đơn vị"][-1] for row in folder.manifest()] == [*"3311440022"]


def test_a_document_is_the_one_that_render_makes(root: Path, folder: Folder) -> None:
    from generator.commands.main import main

    run()
    assert main(["render", PLAN, "--kind", "guidance", "--unit", "chi-bo-0001", "-o", "mot"]) == DONE
    one, other = root / "mot" / FIRST, folder.path / FIRST
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        assert {n: first.read(n) for n in first.namelist()} == {n: second.read(n) for n in second.namelist()}


def test_a_second_run_touches_nothing(folder: Folder) -> None:
    run()
    before = folder.times()
    assert run() == DONE
    assert folder.times() == before
    assert set(folder.statuses().values()) == {SAME}


def _change_unit(root: Path) -> None:
    write_units(root, [unit(0), unit(1, place="Ấp Mới"), *map(unit, range(2, 5))])


def _change_profile(root: Path) -> None:
    (root / "units/chi-bo-0001").mkdir(parents=True)
    (root / "units/chi-bo-0001/profile.yaml").write_text("issuer:\n  place: Ấp Mới\n", encoding="utf-8")


def _remove_file(root: Path) -> None:
    (root / "ra" / FIRST).unlink()


@pytest.mark.parametrize("change", [_change_unit, _change_profile, _remove_file])
def test_only_what_is_missing_or_old_is_made_again(root: Path, folder: Folder, change: Callable[[Path], None]) -> None:
    run()
    before = folder.times()
    change(root)
    assert run() == DONE
    after = folder.times()
    assert {name for name in after if after[name] != before[name]} == {FIRST}
    assert folder.statuses() == {name: MADE if name == FIRST else SAME for name in after}
    assert folder.is_as_told()


def test_another_plan_makes_all_again(root: Path, folder: Folder) -> None:
    run()
    edit(root / PLAN, "buổi sáng", "buổi chiều")
    assert run() == DONE
    assert set(folder.statuses().values()) == {MADE}
    assert "buổi chiều" in text_of(folder.path / FIRST)


@pytest.mark.parametrize(
    ("options", "status", "is_kept"), [((), KEPT, True), (("--resume",), KEPT, True), (("--overwrite",), MADE, False)]
)
def test_what_a_person_has_saved_stays(folder: Folder, options: tuple[str, ...], status: str, is_kept: bool) -> None:
    run()
    as_if_by_word(folder.path / FIRST)
    saved = (folder.path / FIRST).read_bytes()
    assert run(*options) == DONE
    assert folder.statuses()[FIRST] == status
    assert ((folder.path / FIRST).read_bytes() == saved) is is_kept
    assert folder.is_as_told()
    run(*options)
    assert ((folder.path / FIRST).read_bytes() == saved) is is_kept


def test_one_bad_unit_stops_no_other(root: Path, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "units/chi-bo-0001").mkdir(parents=True)
    (root / "units/chi-bo-0001/profile.yaml").write_text("issuer:\n  plaec: Ấp\n", encoding="utf-8")
    assert run() == FINDINGS
    assert [*folder.documents()] == [f"guidance-chi-bo-{n:04}.docx" for n in (0, 2, 3, 4)]
    assert folder.statuses()["chi-bo-0001 hướng dẫn"] == FAULTY
    assert "profile.yaml" in capsys.readouterr().out


def test_a_unit_that_was_mended_is_made(root: Path, folder: Folder) -> None:
    (root / "units/chi-bo-0001").mkdir(parents=True)
    profile = root / "units/chi-bo-0001/profile.yaml"
    profile.write_text("issuer:\n  plaec: Ấp\n", encoding="utf-8")
    run()
    profile.unlink()
    assert run("--resume") == DONE
    assert folder.statuses() == {name: MADE if name == FIRST else SAME for name in folder.documents()}


def test_the_file_of_a_unit_that_is_gone_stays_and_is_told(root: Path, folder: Folder) -> None:
    run()
    write_units(root, [unit(n) for n in (0, 2, 3, 4)])
    assert run("--resume") == DONE
    assert folder.statuses()[FIRST] == GONE
    assert folder.manifest()[-1]["Tệp"] == FIRST
    assert folder.is_as_told()


def test_a_unit_that_comes_back_is_as_before(root: Path, folder: Folder) -> None:
    run()
    write_units(root, [unit(n) for n in (0, 2, 3, 4)])
    run()
    write_units(root, map(unit, range(5)))
    assert run() == DONE
    assert GONE not in folder.statuses().values()


def test_a_run_of_some_units_says_nothing_of_the_others(folder: Folder) -> None:
    run()
    assert run("--units", "chi-bo-0001,chi-bo-0002") == DONE
    assert [*folder.statuses().values()] == [BEFORE, SAME, SAME, BEFORE, BEFORE]


def test_units_from_a_file(root: Path, folder: Folder) -> None:
    (root / "chon.txt").write_text("chi-bo-0003\n# thôi\nchi-bo-0001  # đầu\n", encoding="utf-8")
    assert run("--units", "@chon.txt") == DONE
    assert [*folder.documents()] == ["guidance-chi-bo-0001.docx", "guidance-chi-bo-0003.docx"]


def test_a_unit_that_nobody_has_is_told_before_anything_is_written(folder: Folder) -> None:
    assert run("--units", "chi-bo-0001,chi-bo-9999") == FINDINGS
    assert not folder.path.exists()


def test_a_kind_that_the_plan_lacks_is_told_before_anything_is_written(folder: Folder) -> None:
    assert run(kinds=("guidance", "minutes")) == FINDINGS
    assert not folder.path.exists()


def test_resume_takes_up_the_last_order(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    run("--units", "chi-bo-0001", kinds=("plan",))
    assert run("--resume", kinds=("guidance",)) == DONE
    assert [*folder.documents()] == ["plan-chi-bo-0001.docx"]
    assert "--kind" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--resume",), id="nothing to go on with"),
        pytest.param(("--regime", "khong-co"), id="no such regime"),
    ],
)
def test_what_cannot_run_writes_nothing(folder: Folder, arguments: tuple[str, ...]) -> None:
    assert run(*arguments) != DONE
    assert not folder.path.exists()


def test_a_dry_run_writes_nothing(root: Path, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--dry-run") == DONE
    assert not folder.path.exists()
    assert "guidance: 5 văn bản" in capsys.readouterr().out


def _text_in_place_of_folder(root: Path) -> None:
    (root / "ra").write_text("", encoding="utf-8")


def _no_room(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(root)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: type(usage)(usage.total, usage.total, 1000))


def test_a_file_in_place_of_the_folder_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _text_in_place_of_folder(root)
    assert run() == COULD_NOT_RUN
    assert "không phải là một thư mục" in capsys.readouterr().err


def test_a_disk_without_room_is_told_before_anything_is_written(
    root: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _no_room(root, monkeypatch)
    assert run() == COULD_NOT_RUN
    assert "không đủ chỗ" in capsys.readouterr().err
    assert not folder.path.exists()


def test_a_disk_without_room_takes_a_run_that_has_been_made_already(
    root: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    usage = shutil.disk_usage(root)
    spare = sum(file.stat().st_size for file in folder.path.glob("*.docx")) // 3
    monkeypatch.setattr(shutil, "disk_usage", lambda path: type(usage)(usage.total, usage.total, spare))
    assert run() == DONE


def test_an_archive_holds_what_the_folder_holds(folder: Folder) -> None:
    assert run("--zip") == DONE
    with zipfile.ZipFile(folder.path / "documents.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.read(FIRST) == (folder.path / FIRST).read_bytes()
    assert names == ["manifest.csv", "manifest.xlsx", *folder.documents()]


def test_a_template_that_cannot_be_used_is_told_before_anything_is_written(root: Path, folder: Folder) -> None:
    template = root / "templates_docx/party/guidance.docx"
    template.parent.mkdir(parents=True)
    template.write_bytes(b"not a document")
    assert run() == FINDINGS
    assert not folder.path.exists()


def test_a_unit_with_a_broken_template_stops_no_other(root: Path, folder: Folder) -> None:
    template = root / "units/chi-bo-0001/templates_docx/party/guidance.docx"
    template.parent.mkdir(parents=True)
    template.write_bytes(b"not a document")
    assert run() == FINDINGS
    assert len(folder.documents()) == 4
    shutil.rmtree(root / "units")
    assert run("--resume") == DONE
    assert len(folder.documents()) == 5


@pytest.mark.parametrize("checking", ["all", "sample"])
def test_documents_are_judged_on_demand(folder: Folder, checking: str) -> None:
    run()
    assert run("--check", checking) == DONE
    assert set(folder.statuses().values()) == {SAME}
