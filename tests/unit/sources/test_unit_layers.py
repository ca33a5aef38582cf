"""The layers of a unit: its own file, its superiors', the office's; every value from the nearest that says it."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.model.house import HouseStyle, RomanSuffix
from generator.model.organization import Header, Organization, Side, Unit
from generator.model.workspace_files import OfficeFile
from generator.sources.unit_layers import Layers, Settled
from generator.sources.unit_layers_file import THE_ROSTERS, issuer_fields
from generator.workspace import Workspace

CELL, WARD, PROVINCE, STATE, OFFICE = "chi-bo-mot", "dang-uy-phuong", "tinh-uy", "ubnd-phuong", "trung-uong"
ABOVE = {CELL: (WARD, STATE, PROVINCE), WARD: (PROVINCE,), PROVINCE: (), STATE: ()}


def organization(name: str, **fields: Any) -> Unit:
    return Unit.model_validate(
        {
            "id": name,
            "name": name.capitalize(),
            "side": "state" if name == STATE else "party",
            "header": {"parent": "Đảng bộ cấp trên", "name": "Đảng ủy"},
            "issuing_body": "Đảng ủy",
            "symbol": "ĐU",
            "place": "Cái Răng",
            "archive": "Văn phòng",
            "signers": [{"id": "bi-thu", "position": "Bí thư"}],
            "recipients": {"plan": [{"text": "Quận ủy"}], "report": [{"text": "Thành ủy"}]},
            **fields,
        }
    )


def layers(root: Path, files: Mapping[str, str], **office: Any) -> Layers:
    for unit, text in files.items():
        folder = root / "units" / unit
        folder.mkdir(parents=True)
        (folder / "profile.yaml").write_text(text, encoding="utf-8")
    record = Organization.model_validate(organization(OFFICE).model_dump(exclude={"parent"}))
    return Layers(Workspace(root), OfficeFile(office=record, **office))


def in_roster(*steps: str | int) -> Location:
    return Location(Path("units.yaml"), 1)


def settled(found: Layers, unit: str = CELL) -> Settled:
    return found.settled(organization(unit), [organization(each) for each in ABOVE[unit]], in_roster)


def faults(root: Path, text: str) -> list[tuple[int | None, int | None, str]]:
    return [(fault.where.line, fault.where.column, fault.code) for fault in told(layers(root, {CELL: text}))]


def told(found: Layers) -> Sequence[Diagnostic]:
    with pytest.raises(Faulty) as caught:
        found.profile("party-hd36", settled(found).line)
    return caught.value.diagnostics


# What a file may say


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("issuer: {symbl: ĐU}\n", [(1, 10, "profile/unknown-property")]),
        ("issuer: {id: x}\n", [(1, 10, "profile/unknown-property")]),
        ("issuer: {size: 15}\n", [(1, 16, "profile/bad-value")]),
        ("issuer: {symbol: []}\n", [(1, 18, "data/wrong-type")]),
        ("issuer: {signers: [{id: bi-thu}, {id: bi-thu}]}\n", [(1, 39, "data/duplicate-id")]),
        ("issuer: {signers: [{nme: A}]}\n", [(1, 20, "data/missing-field"), (1, 21, "data/unknown-field")]),
        ("issuer: {header: {name: []}}\n", [(1, 25, "data/too-few")]),
        ("issuer: {recipients: {pln: []}}\n", [(1, 23, "data/unknown-value")]),
        ("issuer: {place: ‹địa danh›}\n", [(1, 17, "data/placeholder")]),
        ("issuer: {symbol: Đ U}\n", [(1, 18, "data/symbol-form")]),
        ("issuer: x\n", [(1, 9, "profile/bad-form")]),
        ("house: {roman_sufix: dot}\n", [(1, 9, "data/unknown-field")]),
        ("house: {roman_suffix: dots}\n", [(1, 23, "data/unknown-value")]),
        ("house: x\n", [(1, 8, "data/wrong-type")]),
        ("hous: {roman_suffix: dot}\n", [(1, 1, "profile/unknown-section")]),
        ("body: {size: 14pt}\nbody: {size: 15pt}\n", [(2, 1, "data/duplicate-key")]),
        ("side: state\n", [(1, 1, "profile/bad-value")]),
        ("extends: party-hd5\n", [(1, 1, "profile/unknown-parent")]),
        ("extends: state-nd30\n", [(1, 1, "profile/wrong-side")]),
        ("rules: {page/margins: {severity: off}}\n", [(1, 9, "profile/rule-without-reason")]),
    ],
)
def test_a_fault_is_found_at_its_place(tmp_path: Path, text: str, expected: list[tuple[int, int, str]]) -> None:
    assert faults(tmp_path, text) == expected


def test_the_faults_of_all_sections_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        "rules: {x/y: {severity: off}}\nissuer: {symbol: [], bodl: true}\nbody: {size: 1}\nhouse: {roman_suffix: x}\n"
    )
    assert faults(tmp_path, text) == [
        (1, 9, "profile/rule-without-reason"),
        (2, 18, "data/wrong-type"),
        (2, 22, "profile/unknown-property"),
        (3, 14, "profile/bad-value"),
        (4, 23, "data/unknown-value"),
    ]


@pytest.mark.parametrize(
    ("typed", "near"),
    [("issuer: {symbl: x}", "symbol"), ("issuer: {bolt: true}", "bold"), ("house: {bases_frm: lines}", "bases_form")],
)
def test_an_unknown_name_is_told_with_the_nearest(tmp_path: Path, typed: str, near: str) -> None:
    (fault,) = told(layers(tmp_path, {CELL: typed}))
    assert near in (fault.hint or "")


def test_a_fault_of_syntax_is_told_once(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "issuer: {symbol: ĐU\nhouse: {roman_suffix: dot}\n")) == 1


def test_a_file_may_say_all_of_a_units_record_but_what_the_roster_keeps() -> None:
    assert {*issuer_fields()} == {*Organization.model_fields} - {*THE_ROSTERS}


# One upon another


@pytest.mark.parametrize(
    ("typed", "field", "wanted"),
    [
        ("symbol: CB", "symbol", "CB"),
        ("header: {name: Chi bộ Một}", "header", Header(parent=("Đảng bộ cấp trên",), name=("Chi bộ Một",))),
        ("aliases: [Chi bộ 1]", "aliases", ("Chi bộ 1",)),
        ("signers: []", "signers", ()),
        ("drafting_unit: ~", "drafting_unit", ""),
    ],
)
def test_what_a_unit_says_of_itself_is_laid_over_the_roster(
    tmp_path: Path, typed: str, field: str, wanted: object
) -> None:
    found = settled(layers(tmp_path, {CELL: f"issuer: {{{typed}}}\n"})).unit
    assert getattr(found, field) == wanted
    assert found.name == organization(CELL).name


def test_recipients_are_laid_over_kind_by_kind(tmp_path: Path) -> None:
    found = settled(layers(tmp_path, {CELL: "issuer: {recipients: {plan: [{text: Đảng ủy}]}}\n"})).unit
    assert {kind.value: lines[0].text for kind, lines in found.recipients.items()} == {
        "plan": "Đảng ủy",
        "report": "Thành ủy",
    }


def test_what_a_unit_says_of_itself_is_not_its_subordinates(tmp_path: Path) -> None:
    found = layers(tmp_path, {WARD: "issuer: {symbol: PH}\n"})
    assert settled(found, WARD).unit.symbol == "PH"
    assert settled(found, CELL).unit.symbol == "ĐU"


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (("symbol",), 2),
        (("signers", 0, "position"), 3),
        (("header", "name"), 4),
        (("header", "parent"), None),
        (("place",), None),
        (("recipients", "plan"), 5),
        (("recipients", "report"), None),
        ((), None),
    ],
)
def test_a_field_is_where_it_was_said_last(tmp_path: Path, steps: tuple[str | int, ...], line: int | None) -> None:
    text = "issuer:\n  symbol: CB\n  signers: [{id: a, position: Bí thư}]\n  header: {name: Chi bộ}\n"
    text += "  recipients: {plan: [{text: Đảng ủy}]}\n"
    where = settled(layers(tmp_path, {CELL: text})).place(*steps)
    file = tmp_path / "units" / CELL / "profile.yaml" if line else Path("units.yaml")
    assert (where.file, where.line) == (file, line or 1)


@pytest.mark.parametrize(
    ("files", "size", "suffix"),
    [
        ({}, 14, None),
        ({PROVINCE: "body: {size: 15pt}\nhouse: {roman_suffix: dot}\n"}, 15, "dot"),
        ({WARD: "body: {size: 15pt}\n", PROVINCE: "house: {roman_suffix: dot}\n"}, 15, "dot"),
        ({CELL: "house: {roman_suffix: dash}\n", PROVINCE: "house: {roman_suffix: dot}\n"}, 14, "dash"),
        ({STATE: "body: {size: 13pt}\nhouse: {roman_suffix: dot}\n"}, 14, None),
        ({OFFICE: "body: {size: 15pt}\nhouse: {roman_suffix: dot}\n"}, 14, None),
    ],
)
def test_form_and_habits_come_down_from_the_superiors_of_a_side(
    tmp_path: Path, files: dict[str, str], size: int, suffix: str | None
) -> None:
    found = layers(tmp_path, files)
    cell = settled(found)
    assert found.profile("party-hd36", cell.line).length("body.size").pt == size
    assert found.house(Side.PARTY, cell.line).roman_suffix == suffix


def test_widening_a_superior_is_refused_with_the_clause_and_its_name(tmp_path: Path) -> None:
    files = {CELL: "body: {size: 14pt}\n", WARD: "star: {size: 14pt}\n", PROVINCE: "body: {size: 15pt}\n"}
    (fault,) = told(layers(tmp_path, files))
    assert (fault.code, fault.expected, fault.actual) == ("profile/widened", "15 pt", "14 pt")
    assert fault.where == Location(tmp_path / "units" / CELL / "profile.yaml", 1, 8)
    assert (fault.basis or "").startswith("HD36")
    assert PROVINCE in (fault.hint or "")


@pytest.mark.parametrize(("fixing", "size"), [(CELL, 14), (WARD, 14), (PROVINCE, 15)])
def test_who_fixes_a_regime_stands_upon_it_alone(tmp_path: Path, fixing: str, size: int) -> None:
    files = {CELL: "extends: auto\n", WARD: "rules: {}\n", PROVINCE: "body: {size: 15pt}\n"}
    files[fixing] = files[fixing].replace("extends: auto\n", "") + "extends: party-hd05\n"
    found = layers(tmp_path, files)
    profile = found.profile("party-hd36", settled(found).line)
    assert profile.layers[0] == "party-hd05"
    assert profile.length("body.size").pt == size


def test_a_units_file_needs_no_head(tmp_path: Path) -> None:
    found = layers(tmp_path, {CELL: "body: {size: 14pt}\n", WARD: "id: phuong\nrules: {}\n"})
    assert found.profile("party-hd36", settled(found).line).layers == ("party-hd36", "phuong", CELL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# extends: auto\n# house: {}\n",
        "---\n",
        "issuer:\nhouse:\nrules:\n",
        "body:\nissuer: {}\nhouse: {}\n",
    ],
)
def test_a_file_that_says_nothing_is_sound(tmp_path: Path, text: str) -> None:
    layer = layers(tmp_path, {CELL: text}).layer(CELL)
    assert layer is not None
    assert (dict(layer.issuer), dict(layer.house), dict(layer.form.values), layer.findings) == ({}, {}, {}, ())


def test_habits_of_the_office_are_those_of_its_side(tmp_path: Path) -> None:
    found = layers(tmp_path, {STATE: "house: {bases_form: lines}\n"}, house=HouseStyle(roman_suffix=RomanSuffix.DOT))
    assert found.house(Side.PARTY, ()).roman_suffix == "dot"
    assert found.house(Side.STATE, (STATE,)).roman_suffix is None
    assert found.house(Side.STATE, (STATE,)).bases_form == "lines"


# Folders


def test_folders_go_from_the_unit_over_its_superiors_to_the_office(tmp_path: Path) -> None:
    found = layers(tmp_path, {CELL: "rules: {}\n", PROVINCE: "rules: {}\n", STATE: "rules: {}\n"})
    line = settled(found).line
    assert line == (CELL, PROVINCE)
    own, above = (tmp_path / "units" / unit for unit in line)
    assert found.templates(line) == (own / "templates_docx", above / "templates_docx", tmp_path / "templates_docx")
    assert found.pictures(line) == (own / "pictures", above / "pictures", tmp_path / "pictures")


def test_the_offices_folder_is_its_own(tmp_path: Path) -> None:
    found = layers(tmp_path, {OFFICE: "issuer: {symbol: TU}\n"})
    office = found.settled(found.office_file.office, (), in_roster)
    assert (office.line, office.unit.symbol) == ((OFFICE,), "TU")
    assert found.line_of(organization(CELL), [organization(OFFICE)]) == ()


@pytest.mark.parametrize(
    ("path", "changes"),
    [
        (f"units/{CELL}/profile.yaml", True),
        (f"units/{CELL}/templates_docx/party/plan.docx", True),
        (f"units/{CELL}/pictures/a.png", True),
        (f"units/{WARD}/profile.yaml", True),
        ("templates_docx/party/plan.docx", True),
        ("pictures/a.png", True),
        (f"units/{STATE}/profile.yaml", False),
        (f"units/{CELL}/notes.txt", False),
        (f"units/{CELL}/templates_docx/party/~$plan.docx", False),
    ],
)
def test_the_key_is_of_every_file_that_documents_may_be_made_from(tmp_path: Path, path: str, changes: bool) -> None:
    files = dict.fromkeys((CELL, WARD, STATE), "rules: {}\n")
    before = layers(tmp_path, files)
    line = settled(before).line
    first = before.key(line)
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("khác", encoding="utf-8")
    assert (Layers(before.workspace, before.office_file).key(line) != first) is changes


def test_the_key_is_the_same_wherever_the_workspace_lies(tmp_path: Path) -> None:
    keys = {layers(tmp_path / root, {CELL: "rules: {}\n"}).key((CELL,)) for root in ("một", "hai")}
    assert len(keys) == 1


def test_layers_cross_processes(tmp_path: Path) -> None:
    found = layers(tmp_path, {CELL: "body: {size: 15pt}\n"})
    profile = found.profile("party-hd36", settled(found).line)
    sent: Layers = pickle.loads(pickle.dumps(found))
    assert sent.profile("party-hd36", settled(sent).line) == profile


def test_a_faulty_file_is_told_each_time_and_read_once(tmp_path: Path) -> None:
    found = layers(tmp_path, {WARD: "hous: {}\n"})
    first = told(found)
    (tmp_path / "units" / WARD / "profile.yaml").unlink()
    assert told(found) == first


def test_what_an_author_should_look_at_is_kept(tmp_path: Path) -> None:
    found = layers(tmp_path, {CELL: "issuer: {signers: [{id: a, name: TRẦN A}]}\n"})
    (one,) = (finding for layer in found.above_first((CELL,)) for finding in layer.findings)
    assert (one.code, one.severity) == ("data/name-in-capitals", Severity.WARNING)


def test_a_place_of_the_roster_crosses_processes() -> None:
    one = Settled(organization(CELL), (), partial(in_roster, "name"))
    assert pickle.loads(pickle.dumps(one)).place() == in_roster()
