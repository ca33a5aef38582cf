"""Every folder under `units/` is looked at, with a plan and without one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.pipeline.folders import examine_folders
from generator.pipeline.rehearse import rehearse
from generator.sources.loaded import LoadedWorkspace
from generator.workspace import Workspace
from tests.documents import example

OFFICE, WARD = "quan-uy-cai-rang", "dang-uy-phuong-le-binh"
STATE, CHILD = "ubnd-quan-cai-rang", "trung-tam-van-hoa-the-thao-truyen-thanh"
ERROR, WARNING = Severity.ERROR, Severity.WARNING
CASES: tuple[tuple[dict[str, str], list[tuple[str, Severity]]], ...] = (
    ({}, []),
    ({WARD: "body: {size: 14pt}\n", STATE: "body: {size: 14pt}\n"}, []),
    ({WARD: "body: {size: 13pt}\n"}, [("profile/widened", ERROR)]),
    ({WARD: "issuer: {symbol: []}\n"}, [("data/wrong-type", ERROR)]),
    ({WARD: "issuer: {recipients: {plan: [{text: A, covers: [x]}]}}\n"}, [("data/unknown-unit", ERROR)]),
    ({CHILD: "body: {size: 14pt}\n", STATE: "body: {size: 13pt}\n"}, [("profile/widened", ERROR)]),
    ({WARD: "rules: {page/margin: {severity: 'off', reason: r}}\n"}, [("profile/unknown-rule", WARNING)]),
    ({WARD: "issuer: {signers: [{id: a, name: A B, position: Bí thư}]}\n"}, [("data/name-in-capitals", WARNING)]),
    ({WARD: "table: {border: 0.5pt}\n"}, [("profile/not-printed", WARNING)]),
    ({WARD[:-1]: "body: {size: 14pt}\n"}, [("data/unknown-folder", WARNING)]),
    ({OFFICE: "issuer: {symbol: []}\n"}, [("data/wrong-type", ERROR)]),
    ({OFFICE: "body: {size: 13pt}\n"}, [("profile/widened", ERROR)]),
)


def at(root: Path, files: dict[str, str]) -> LoadedWorkspace:
    """The example's office, at home in a folder with these profiles."""
    for unit, text in files.items():
        file = root / "units" / unit / "profile.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return replace(example()[0], workspace=Workspace(root))


def codes(found: Iterable[Diagnostic]) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in dict.fromkeys(found) if not one.code.startswith("template/")]


@pytest.mark.parametrize(("files", "expected"), CASES, ids=str)
def test_with_a_plan(tmp_path: Path, files: dict[str, str], expected: list[tuple[str, Severity]]) -> None:
    loaded = at(tmp_path, files)
    assert codes((*examine_folders(loaded, with_form=False), *rehearse(loaded, example()[1]))) == expected


@pytest.mark.parametrize(("files", "expected"), CASES, ids=str)
def test_without_a_plan(tmp_path: Path, files: dict[str, str], expected: list[tuple[str, Severity]]) -> None:
    assert codes(examine_folders(at(tmp_path, files), with_form=True)) == expected


def test_a_folder_of_nobody_is_told_with_the_nearest_id(tmp_path: Path) -> None:
    (found,) = examine_folders(at(tmp_path, {WARD[:-1]: ""}), with_form=True)
    assert found.where.file == tmp_path / "units" / WARD[:-1]
    assert WARD in (found.hint or "")
