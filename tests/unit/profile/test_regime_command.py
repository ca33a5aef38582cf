"""`regime list`, `show`, `diff`: plain aligned text where no terminal looks."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from generator.commands.regime import regime
from generator.errors import GeneratorError
from generator.profile import load_regime, regimes


def run(*arguments: str) -> list[str]:
    result: Result = CliRunner().invoke(regime, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output.splitlines()


def test_list_names_every_regime_with_its_dates() -> None:
    head, *lines = run("list")
    assert head.startswith("Mã")
    assert [line.split()[0] for line in lines] == list(regimes())
    assert "03/04/2018  26/05/2026" in lines[1]
    assert lines[0].endswith(str(len(load_regime("party-hd05").paths())))


def test_show_tells_value_clause_and_note() -> None:
    (line,) = run("show", "party-hd05", "body.line_spacing")[1:]
    assert line.split("  ")[0] == "body.line_spacing"
    assert "18–22 pt" in line
    assert "HD05 II.I.6.2.2" in line


@pytest.mark.parametrize("prefix", ["body", "body.", "body.size", "page", ""])
def test_show_a_section_a_value_or_everything(prefix: str) -> None:
    shown = [line.split()[0] for line in run("show", "party-hd05", prefix)[1:]]
    assert shown == [
        path
        for path in load_regime("party-hd05").paths()
        if not prefix or prefix.rstrip(".") in (path, path.partition(".")[0])
    ]


def test_columns_are_aligned() -> None:
    head, *lines = run("show", "state-nd30", "page")
    column = head.index("Căn cứ")
    assert all(line[column - 1] == " " and line[column] != " " for line in lines if "NĐ30" in line)


def test_diff_shows_only_what_differs() -> None:
    lines = {line.split()[0]: line for line in run("diff", "party-hd36", "party-hd05")[1:]}
    assert "từ 18 pt trở lên" in lines["body.line_spacing"]
    assert "18–22 pt" in lines["body.line_spacing"]
    assert "—" in lines["copy_stamp.width"]
    assert "body.size" not in lines
    assert run("diff", "party-hd05", "party-hd05")[1:] == []


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("show", "party-hd5"), "party-hd05"),
        (("show", "party-hd05", "bodi"), "body"),
        (("diff", "party-hd05", "nd30"), "state"),
    ],
)
def test_unknown_names_get_the_nearest(arguments: tuple[str, ...], hint: str) -> None:
    with pytest.raises(GeneratorError) as caught:
        run(*arguments)
    assert hint in caught.value.hint
