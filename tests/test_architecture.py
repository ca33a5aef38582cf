"""The house as it was meant: its storeys and doors (pyproject.toml) and the size of its rooms."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))
SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LONGEST_MODULE, LONGEST_FUNCTION = 250, 40
COMES_WITH = {"pydantic_core": "pydantic"}
"""Imported beside the library that brings it, in exactly the version which that library wants."""


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def named(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def imports() -> Iterator[tuple[str, Path]]:
    """Every library that a module imports, inside functions too."""
    own = {*sys.stdlib_module_names, "generator"}
    for module in MODULES:
        for node in ast.walk(parsed(module)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            yield from ((top, module) for name in names if (top := name.split(".")[0]) not in own)


def test_storeys_and_doors() -> None:
    lint = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    run = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_every_library_has_a_door() -> None:
    contracts = SETTINGS["tool"]["importlinter"]["contracts"]
    doors = {library for contract in contracts for library in contract.get("protected_modules", ())}
    assert not {f"{library} in {named(module)}" for library, module in imports() if library not in doors}


def test_the_libraries_in_use_are_the_declared_dependencies() -> None:
    declared = _names(SETTINGS["project"]["dependencies"])
    extras = SETTINGS["project"]["optional-dependencies"]
    optional = _names(one for extra, wanted in extras.items() if extra != "dev" for one in wanted)
    distributions = metadata.packages_distributions()
    libraries = {COMES_WITH.get(library, library) for library, _module in imports()}
    used = {distributions.get(library, [library])[0].lower() for library in libraries}
    assert used - optional == declared


def _names(requirements: Iterable[str]) -> set[str]:
    return {re.split(r"[><=~!\[; ]", one)[0].lower() for one in requirements}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_says_what_it_owns_and_stays_small(module: Path) -> None:
    tree = parsed(module)
    assert ast.get_docstring(tree), "no docstring"
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_MODULE, f"{lines} lines: it usually holds two ideas"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name}: {length} lines"
