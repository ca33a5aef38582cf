"""The roster in all its forms and sizes: the same units there and back, found by id, typed in any process."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_tables import ROWS, TABLE, TITLES, put_csv, put_workbook, with_cells

from generator import resources
from generator.diagnostics import Faulty
from generator.model.kinds import Kind
from generator.model.organization import AuthorityForm, Level, Side, Unit
from generator.model.workspace_files import UnitsFile
from generator.sources import tables, workbook
from generator.sources.load import examine, load_workspace, open_plan
from generator.sources.reader import TableReader
from generator.sources.roster import Roster, Row
from generator.sources.table_index import circles
from generator.sources.table_text import Places
from generator.sources.tables import open_table
from generator.sources.typed_rows import roster_of
from generator.sources.write_table import csv_bytes, workbook_bytes
from generator.workspace import Workspace

EXAMPLE = resources.data("examples", "cai-rang")


@pytest.fixture(params=["held", "indexed"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Small tables are held in memory, of large ones the index alone: both must say the same."""
    if request.param == "indexed":
        monkeypatch.setattr(tables, "SMALL", 0)
    return str(request.param)


def put(roster: Roster, form: str, folder: Path) -> Path:
    """The roster as a table in a folder of its own."""
    file = folder / f"units.{form}"
    if form == "xlsx":
        file.write_bytes(workbook_bytes(roster))
        return file
    units, groups = csv_bytes(roster)
    file.write_bytes(units)
    if groups is not None:
        (folder / "groups.csv").write_bytes(groups)
    return file


# ----- there and back


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.usefixtures("size")
def test_the_example_there_and_back(tmp_path: Path, form: str) -> None:
    loaded = load_workspace(Workspace(EXAMPLE))
    table = open_table(put(loaded.roster, form, tmp_path))
    assert table.findings == ()
    assert tuple(table.roster.units()) == loaded.units_file.units
    assert table.roster.groups == loaded.units_file.groups


# What XML can hold and a text of one line may have.
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co", "Cf", "Mn", "Me"))
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=12),
    st.sampled_from(["a; b", "a;", "(a)", "a (b)", "a [b]", "a []", "=1", "'=1", "-", "+84", "all", "x: y", "_x000D_"]),
).filter(lambda text: text.strip() != "")
BLANK = st.one_of(st.just(""), WORDS)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True).filter(
    lambda name: not name.startswith(("con", "com", "lpt", "nul", "aux", "prn", "clock"))
)
AUTHORITY = st.fixed_dictionaries({"form": st.sampled_from(AuthorityForm), "of": WORDS})
SIGNER = st.fixed_dictionaries(
    {"id": IDS},
    optional={
        "name": BLANK, "position": BLANK, "body": BLANK, "concurrent": BLANK, "other_office": BLANK,
        "authority": st.lists(AUTHORITY, max_size=2),
    },
)  # fmt: skip
RECIPIENT = st.fixed_dictionaries({"text": WORDS}, optional={"purpose": BLANK, "covers": st.lists(IDS, max_size=2)})
UNIT = st.fixed_dictionaries(
    {
        "id": IDS, "name": WORDS, "side": st.sampled_from(Side), "issuing_body": WORDS, "symbol": WORDS,
        "place": WORDS, "archive": WORDS,
        "header": st.fixed_dictionaries(
            {"name": st.lists(WORDS, min_size=1, max_size=3)}, optional={"parent": st.lists(WORDS, max_size=2)}
        ),
    },
    optional={
        "level": st.sampled_from(Level), "parent": IDS, "drafting_unit": BLANK, "aliases": st.lists(WORDS, max_size=3),
        "contact": st.fixed_dictionaries({"address": WORDS}, optional={"telephone": BLANK, "website": BLANK}),
        "signers": st.lists(SIGNER, max_size=3, unique_by=lambda one: one["id"]),
        "recipients": st.dictionaries(st.sampled_from(Kind), st.lists(RECIPIENT, min_size=1, max_size=3), max_size=3),
    },
)  # fmt: skip


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@given(raw=st.lists(UNIT, min_size=1, max_size=3, unique_by=lambda one: one["id"]))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_units_there_and_back(tmp_path_factory: pytest.TempPathFactory, form: str, raw: list[Any]) -> None:
    units = tuple(map(Unit.model_validate, raw))
    roster = roster_of(UnitsFile(units=units), Path("units.yaml"))
    folder = tmp_path_factory.mktemp("bảng")
    try:
        file = put(roster, form, folder)
    except Faulty as faulty:
        # What would not come back the same (a bracket too many) is refused before it is written.
        assert {one.code for one in faulty.diagnostics} == {"data/unwritable"}  # noqa: PT017
        return
    table = open_table(file)
    assert [one for one in table.findings if one.code != "data/hidden-cells"] == []
    assert tuple(table.roster.units()) == units


# ----- by id


@pytest.mark.parametrize("place", [put_workbook, put_csv])
@pytest.mark.usefixtures("size")
def test_units_by_id(workspace: Workspace, place: Any) -> None:
    place(workspace)
    roster = load_workspace(workspace).roster
    assert (roster.count, [row.number for row in roster.rows()]) == (2, [0, 1])
    assert roster.unit("chi-bo-hai").name == "Chi bộ Hai"
    assert [row.id for row in roster.rows(["chi-bo-hai", "chi-bo-mot", "chi-bo-hai"])] == ["chi-bo-mot", "chi-bo-hai"]
    assert [row.id for row in roster.members("nhom-mot")] == ["chi-bo-mot"]
    assert [row.id for row in roster.rows(["cac-chi-bo"])] == ["chi-bo-mot", "chi-bo-hai"]
    assert roster.names(["chi-bo-mot", "nhom-mot", "x"]) == {"chi-bo-mot": "Chi bộ Một", "nhom-mot": "Nhóm Một"}
    with pytest.raises(Faulty) as raised:
        roster.rows(["chi-bo-mott", "zz"])
    assert raised.value.diagnostics[0].hint == "có phải là “chi-bo-mot”?"


@pytest.mark.parametrize("place", [put_workbook, put_csv])
@pytest.mark.usefixtures("size")
def test_a_plan_is_opened_with_every_form_and_size(workspace: Workspace, place: Any) -> None:
    place(workspace)
    loaded, plan = open_plan(workspace, workspace.plans / "ke-hoach.yaml")
    assert plan.warnings == ()
    assert loaded.name_of("cac-chi-bo") == "Các chi bộ"


@pytest.mark.usefixtures("size")
def test_rows_and_their_reader_cross_processes(workspace: Workspace) -> None:
    put_csv(workspace)
    roster = load_workspace(workspace).roster
    reader, rows = pickle.loads(pickle.dumps((roster.reader, tuple(roster.rows()))))
    assert [reader.unit(row) for row in rows] == [*roster.units()]


def test_superiors_the_nearest_first(workspace: Workspace) -> None:
    put_csv(workspace, [*TABLE, [*("cell", "Tổ"), *ROWS[0][2:9], "chi-bo-mot", *ROWS[0][10:]]])
    roster = load_workspace(workspace).roster
    (row,) = roster.rows(["cell"])
    assert [each.id for each in roster.ancestors(row)] == ["chi-bo-mot"]


@pytest.mark.usefixtures("size")
def test_a_wrong_id_is_told_whatever_the_size(workspace: Workspace) -> None:
    put_workbook(workspace, with_cells({(2, "id"): "nul", (3, "parent"): "nobody"}))
    with pytest.raises(Faulty) as raised:
        load_workspace(workspace)
    found = {(one.code, one.where.cell) for one in raised.value.diagnostics}
    assert {("data/reserved-name", "units!A2"), ("data/unknown-unit", "units!J3")} <= found


def test_all_rows_of_a_large_table_are_looked_at_when_asked(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "SMALL", 0)
    put_csv(workspace, with_cells({(2, "symbol"): "", (3, "name"): "Chi bộ ‹tên›"}))
    assert load_workspace(workspace).roster.count == 2
    found = [(one.code, one.where.line) for one in examine(workspace, ())]
    assert found == [("data/missing-field", 2), ("data/placeholder", 3)]


def test_a_large_workbook_is_read_by_another_process(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    here = open_table(put_workbook(workspace))
    monkeypatch.setattr(workbook, "SMALL", 0)
    there = open_table(workspace.rosters()[0])
    assert (there.units, there.findings) == (here.units, here.findings)


# ----- ids that are made


def made(workspace: Workspace, names: list[str]) -> dict[str, str]:
    put_csv(workspace, [TITLES, *(["", name, *ROWS[1][2:9], *[""] * 4] for name in names)])
    return {row.cells[1]: row.id for row in open_table(workspace.rosters()[0]).roster.rows()}


@pytest.mark.usefixtures("size")
def test_blank_ids_are_made_of_names_whatever_the_order(workspace: Workspace) -> None:
    names = ["Tổ 1", "Tờ 1", "Đảng ủy xã", "con", "!!!", "Chi bộ " + "rất dài " * 20]
    ids = made(workspace, names)
    assert ids["Đảng ủy xã"] == "dang-uy-xa"
    assert len({*ids.values()}) == len(names)
    assert made(workspace, names[::-1]) == ids


@pytest.mark.usefixtures("size")
def test_one_name_twice_is_told(workspace: Workspace) -> None:
    put_csv(workspace, with_cells({(2, "id"): "", (3, "id"): "", (2, "name"): "Chi bộ Hai", (3, "parent"): ""}))
    found = [one for one in examine(workspace, ()) if one.code == "data/duplicate-id"]
    assert [(one.where.line, "trùng tên" in one.message) for one in found] == [(3, True)]


# ----- circles of parents


def ring(workspace: Workspace, parents: dict[str, str]) -> Iterator[str]:
    rows = [[name, name, *ROWS[1][2:9], parent, "", "", ""] for name, parent in parents.items()]
    put_csv(workspace, [TITLES, *rows])
    for one in examine(workspace, ()):
        if one.code == "data/parent-circle":
            yield one.message.partition(": ")[2]


@pytest.mark.parametrize(
    ("parents", "told"),
    [
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "c", "c": "d", "d": "b"}, ["b → c → d → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
        ({"a": "b", "b": "c", "c": "dang-uy-xa-mau"}, []),
    ],
)
@pytest.mark.usefixtures("size")
def test_circles(workspace: Workspace, parents: dict[str, str], told: list[str]) -> None:
    assert list(ring(workspace, parents)) == told


@given(st.lists(st.integers(-1, 12), max_size=13))
def test_every_row_that_leads_back_to_itself_is_in_one_ring(superiors: list[int]) -> None:
    superiors = [each if each < len(superiors) else -1 for each in superiors]
    rings = [*circles(superiors)]
    assert {each for one in rings for each in one} == {n for n in range(len(superiors)) if leads_back(n, superiors)}
    assert all({*one}.isdisjoint(other) for one, other in combinations(rings, 2))


def leads_back(start: int, superiors: list[int]) -> bool:
    here = superiors[start]
    for _step in superiors:
        if here in (start, -1):
            break
        here = superiors[here]
    return here == start


def test_a_circle_in_yaml(workspace: Workspace) -> None:
    text = workspace.units_file.read_text(encoding="utf-8")
    workspace.units_file.write_text(text.replace("parent: dang-uy-xa-mau", "parent: chi-bo-hai"), encoding="utf-8")
    assert [one.code for one in examine(workspace, ())] == ["data/parent-circle"]


# ----- a row costs little


def test_what_rows_share_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    monkeypatch.setattr("generator.sources.reader.signers_of", lambda slots: reads.append("signers") or [])
    reader = TableReader(Places(Path("units.csv"), None, TITLES))
    for number in range(50):
        reader.unit(Row(f"u-{number}", number, number + 2, (f"u-{number}", f"Đơn vị {number}", *ROWS[0][2:])))
    assert reads == ["signers"]
