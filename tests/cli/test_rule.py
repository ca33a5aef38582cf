"""`vanthu rule`: every rule is listed, and each can be read."""

from __future__ import annotations

import pytest

from generator.check.registry import RULES
from generator.commands.main import main
from generator.profile.regimes import regimes

DONE, COULD_NOT_RUN = 0, 2


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["rule", "list", *arguments]) == DONE
    return [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]


def test_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys) == [rule.id for rule in RULES]


def test_a_family(capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys, "--family", "page") == [rule.id for rule in RULES if rule.family == "page"]


@pytest.mark.parametrize(
    ("regime", "rule", "is_there"),
    [
        ("party-hd05", "page/margins", True),
        ("party-hd05", "components/party-title", True),
        ("state-nd30", "components/party-title", False),
    ],
)
def test_a_regime_has_its_own_rules(regime: str, rule: str, is_there: bool, capsys: pytest.CaptureFixture[str]) -> None:
    assert (rule in listed(capsys, "--regime", regime)) is is_there


@pytest.mark.parametrize("rule", ["page/margins", "page/paper"])
def test_a_rule_is_shown_with_its_clauses(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "show", rule]) == DONE
    said = capsys.readouterr().out
    assert said.startswith(f"{rule}: ")
    for words in ("Mức: lỗi", "Soát gì:", "Cách sửa:", *regimes(), "HD05 II.IV"):
        assert words in said


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_can_be_shown(rule: object, capsys: pytest.CaptureFixture[str]) -> None:
    name = getattr(rule, "id", "")
    assert main(["rule", "show", name]) == DONE
    assert f"{name}: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "page/margin"], "có phải là “page/margins”?"),
        (["show", "zzz"], "vanthu rule list"),
        (["list", "--family", "pag"], "các nhóm: page"),
        (["list", "--regime", "khong"], "không có bộ quy định"),
    ],
)
def test_what_there_is_not(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", *arguments]) == COULD_NOT_RUN
    assert said in capsys.readouterr().err
