"""The register of rules: complete, without doubles, documented, and every rule enforces something that a regime has."""

from __future__ import annotations

import importlib
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from generator import check
from generator.check.registry import FAMILIES, RULES, chosen, unknown
from generator.check.rule import HEADINGS, Rule, matching
from generator.profile.regimes import load_regime, regimes

FOLDER = Path(check.__file__).parent
MODULES = sorted(path for path in FOLDER.glob("*/*.py") if path.name != "__init__.py")
LONGEST = 120
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def module_of(path: Path) -> ModuleType:
    return importlib.import_module(f"generator.check.{path.parent.name}.{path.stem}")


def own_rules(path: Path) -> list[Rule]:
    """Those written in the module, not those that it imports."""
    module = module_of(path)
    here = [each for each in vars(module).values() if isinstance(each, Rule)]
    return [rule for rule in here if rule.check.__module__ == module.__name__]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_rule_that_is_written_is_registered(path: Path) -> None:
    assert set(own_rules(path)) <= set(RULES)


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(ids) == sorted(set(ids))


def test_every_family_is_a_folder_and_every_folder_with_rules_a_family() -> None:
    folders = {path.parent.name for path in MODULES if own_rules(path)}
    assert folders == {rule.family for family in FAMILIES for rule in family}


@EVERY_RULE
def test_a_rule_lives_in_the_folder_of_its_family_and_in_a_small_file(rule: Rule) -> None:
    path = Path(importlib.import_module(rule.check.__module__).__file__ or "")
    assert path.parent.name == rule.family
    assert path.read_text(encoding="utf-8").count("\n") <= LONGEST


@EVERY_RULE
def test_a_rule_says_what_it_checks_why_with_an_example_and_what_to_do(rule: Rule) -> None:
    lines = rule.documentation.splitlines()
    places = [next((at for at, line in enumerate(lines) if line.startswith(each)), -1) for each in HEADINGS]
    assert places[0] == 0
    assert all(one < other for one, other in pairwise(places)), places
    assert rule.title.strip()


@EVERY_RULE
def test_all_that_a_rule_enforces_stands_in_a_regime(rule: Rule) -> None:
    paths = tuple({path for regime in regimes() for path in load_regime(regime).paths()})
    assert not [pattern for pattern in rule.enforces if not matching((pattern,), paths)]


@pytest.mark.parametrize(
    ("patterns", "fits"),
    [
        (["body.size"], {"body.size"}),
        (["*.size"], {"body.size", "number.size"}),
        (["body.*"], {"body.size", "body.bold"}),
        (["bod"], set()),
        (["*"], set()),
        ([], set()),
    ],
)
def test_a_pattern_fits_section_with_section_and_key_with_key(patterns: list[str], fits: set[str]) -> None:
    assert set(matching(tuple(patterns), ("body.size", "body.bold", "number.size"))) == fits


def test_rules_are_chosen_by_id_and_by_family() -> None:
    first = RULES[0]
    assert chosen(()) == RULES
    assert chosen((first.id,)) == (first,)
    assert {rule.family for rule in chosen((first.family,))} == {first.family}
    assert unknown((first.id, first.family, "page/marginz")) == ("page/marginz",)
