"""Progress files: what is read, what is told with its place, and how the text changes while the rest stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.errors import GeneratorError
from generator.model.progress import Accomplished
from generator.sources.load import load_workspace
from generator.sources.progress import check_progress, load_progress, parse_progress
from generator.sources.progress_text import plain, with_entries, without_entries
from generator.workspace import Workspace

FILE = Path("progress/ke-hoach.yaml")
TODAY = date(2026, 6, 1)
MARK = "¦"
ENTRY = "- {due: task-1.1, unit: chi-bo-mot, on: 2026-05-01}\n"


class Asked:
    def ids(self) -> tuple[str, ...]:
        return "task-1.1", "report-1@2026-06-20"

    def owes(self, due: str, unit: str) -> bool:
        return (due, unit) == ("task-1.1", "chi-bo-mot") or unit == "xa-mau"


def told(text: str, workspace: Workspace) -> list[Diagnostic]:
    roster = load_workspace(workspace).roster
    try:
        progress = parse_progress(text.encode(), FILE)
    except Faulty as faulty:
        return [*faulty.diagnostics]
    return [*check_progress(progress, Asked(), roster, "xa-mau", TODAY)]


FAULTS = [
    ("due: ¦task-1.2, unit: chi-bo-mot, on: 2026-05-01", "data/unknown-due"),
    ("due: ¦việc đầu, unit: chi-bo-mot, on: 2026-05-01", "data/unknown-due"),
    ("due: task-1.1, unit: ¦chi-bo-muoi, on: 2026-05-01", "data/unknown-unit"),
    ("due: task-1.1, unit: ¦chi-bo-hai, on: 2026-05-01", "data/not-assigned"),
    ("due: task-1.1, unit: chi-bo-mot, on: ¦31/4/2026", "data/impossible-date"),
    ("due: task-1.1, unit: chi-bo-mot, on: ¦2026-06-02", "data/done-in-future"),
    ("due: task-1.1, ¦units: chi-bo-mot, unit: chi-bo-mot, on: 2026-05-01", "data/unknown-field"),
    ("¦due: task-1.1, unit: chi-bo-mot", "data/missing-field"),
]


@pytest.mark.parametrize(("entry", "code"), FAULTS)
def test_one_bad_entry(entry: str, code: str, workspace: Workspace) -> None:
    before, _mark, after = f"done:\n  - {{{entry}}}\n".partition(MARK)
    (found,) = told(before + after, workspace)
    column = len(before) - before.rfind("\n") - (1 if code == "data/missing-field" else 0)
    assert (found.code, found.where.file, found.where.line, found.where.column) == (code, FILE, 2, column)
    assert found.hint


def test_the_nearest_is_told(workspace: Workspace) -> None:
    text = "done:\n- {due: report-1@2026-06-02, unit: xa-mau, on: 2026-05-01}\n"
    assert "report-1@2026-06-20" in (told(text, workspace)[0].hint or "")


def test_done_twice_counts_once_and_is_told(workspace: Workspace) -> None:
    text = "done:\n" + ENTRY + ENTRY.replace("-05-", "-04-")
    (found,) = told(text, workspace)
    assert (found.code, found.severity, found.where.line) == ("data/done-twice", Severity.WARNING, 3)
    assert parse_progress(text.encode(), FILE).done == {("task-1.1", "chi-bo-mot"): date(2026, 5, 1)}


@pytest.mark.parametrize("text", ["", "# chưa có gì\n", "done:\n", "done: []\n"])
def test_nothing_done_is_no_fault(text: str, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.yaml"
    file.write_text(text, encoding="utf-8")
    assert load_progress(file).done == {}


def test_no_file_is_nothing_done(tmp_path: Path) -> None:
    assert load_progress(tmp_path / "ke-hoach.yaml").done == {}


NEW = Accomplished(due="task-1.1", unit="chi-bo-mot", on=date(2026, 5, 1))
ADDED = "  - due: task-1.1\n    unit: chi-bo-mot\n    on: 2026-05-01\n"
OLD = "  - due: task-9.9   # gọi điện\n    unit: chi-bo-hai\n    on: 01/4/2026\n    note: đã xem\n"

GROWN = [
    ("at the end", "done:\n" + OLD, "done:\n" + OLD + ADDED),
    ("after a missing line end", "done:\n" + OLD.rstrip("\n"), "done:\n" + OLD + ADDED),
    ("before the last comment", f"done:\n{OLD}\n# hết\n", f"done:\n{OLD}{ADDED}\n# hết\n"),
    ("into a list that begins at the margin", "done:\n" + ENTRY, "done:\n" + ENTRY + ADDED.replace("\n  ", "\n")[2:]),
    ("into an empty list", "# của tôi\ndone: []  # chưa\n", "# của tôi\ndone:  # chưa\n" + ADDED),
    ("under a bare key", "done:\n", "done:\n" + ADDED),
    ("into comments", "# của tôi", "# của tôi\ndone:\n" + ADDED),
    ("into nothing", "", "done:\n" + ADDED),
    ("behind the mark of its encoding", "\ufeffdone:\n" + OLD, "\ufeffdone:\n" + OLD + ADDED),
    (
        "with the line ends of Windows",
        f"done:\n{OLD}".replace("\n", "\r\n"),
        f"done:\n{OLD}{ADDED}".replace("\n", "\r\n"),
    ),
]


@pytest.mark.parametrize(("before", "after"), [case[1:] for case in GROWN], ids=[case[0] for case in GROWN])
def test_an_entry_is_put(before: str, after: str) -> None:
    assert with_entries(before.encode(), FILE, [NEW]).decode() == after


def test_a_new_file_explains_itself() -> None:
    made = with_entries(None, FILE, [NEW]).decode()
    assert made.endswith("done:\n" + ADDED)
    assert made.startswith("# Việc đã xong của kế hoạch ke-hoach")


SHRUNK = [
    ("the first", "# đầu\ndone:\n" + ADDED + OLD, 0, "# đầu\ndone:\n" + OLD),
    ("the last", f"done:\n{OLD}{ADDED}\n# hết\n", 1, f"done:\n{OLD}\n# hết\n"),
    ("the only one", "done:\n" + OLD, 0, "done:\n"),
    ("not the comment of the next", f"done:\n{ADDED}\n  # hỏi lại\n{OLD}", 0, f"done:\n\n  # hỏi lại\n{OLD}"),
    ("in one line", "done:\n" + ENTRY + ENTRY.replace("1.1", "1.2"), 0, "done:\n" + ENTRY.replace("1.1", "1.2")),
]


@pytest.mark.parametrize(("before", "number", "after"), [case[1:] for case in SHRUNK], ids=[case[0] for case in SHRUNK])
def test_an_entry_is_taken_out(before: str, number: int, after: str) -> None:
    assert without_entries(before.encode(), FILE, [number]).decode() == after


@pytest.mark.parametrize(
    "text", ["done: [{due: a, unit: b, on: 2026-05-01}]\n", "{done: []}\n", "{}\n", "done:\n---\n"]
)
def test_what_cannot_be_changed_without_harm_is_left_to_people(text: str) -> None:
    with pytest.raises((GeneratorError, Faulty)):
        with_entries(text.encode(), FILE, [NEW])


NOTES = ['Bí thư nói: "xong"', "a: b # c", "đường dẫn C:\\tep", "- mục", "‹chưa› {x} [y] 'z' & * !"]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_is_read_as_it_was_said(note: str) -> None:
    content = with_entries(None, FILE, [NEW.model_copy(update={"note": note})])
    assert [each.note for each in parse_progress(content, FILE).record.done] == [note]


def test_a_note_is_one_line() -> None:
    assert plain("đã\n xong\x07 \u200e rồi ") == "đã xong rồi"
