"""Many files judged: in order, in processes, and none takes the others with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.docview.opening import open_view
from generator.errors import GeneratorError
from generator.paper.page import Box, Page, Word
from generator.pipeline.checking import Errand, Wish, judge, judge_all, refuse
from generator.pipeline.sheets import spots_of
from tests.docx_files import docx, p, table, write
from tests.rules.documents import made

PLAN = "plan-party-hd05"
WISH = Wish(only=("page/margins",))


class Deadly(type(Path())):  # type: ignore[misc]
    """The name of a file that ends the process which unpacks it, as the system does with one that takes all memory."""

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (1,)


def documents(folder: Path, count: int) -> list[Path]:
    files = [folder / f"{number}.docx" for number in range(count)]
    for file in files:
        file.write_bytes(made(PLAN))
    return files


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_verdicts_do_not_depend_on_the_processes(jobs: int, tmp_path: Path) -> None:
    files = documents(tmp_path, 10)
    files[3].write_text("không phải Word", encoding="utf-8")
    verdicts = list(judge_all(files, WISH, jobs=jobs))
    assert verdicts == [judge(Errand(file), WISH) for file in files]
    assert [len(each.diagnostics) for each in verdicts] == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]


def test_files_are_taken_as_they_are_wanted(tmp_path: Path) -> None:
    files = documents(tmp_path, 3)
    verdicts = judge_all(files, WISH, jobs=1)
    assert next(verdicts).diagnostics == ()
    files[1].unlink()
    assert [each.code for each in next(verdicts).diagnostics] == ["file/missing"]
    verdicts.close()


def test_a_process_that_is_ended_costs_one_file(tmp_path: Path) -> None:
    files = [Deadly(file) if file.stem == "2" else file for file in documents(tmp_path, 7)]
    verdicts = list(judge_all(files, WISH, jobs=2))
    assert [each.file for each in verdicts] == files
    assert {each.file.stem: each.diagnostics[0].code for each in verdicts if each.diagnostics} == {"2": "check/ended"}


@pytest.mark.parametrize("wish", [Wish(only=("khong",)), Wish(regime="khong")])
def test_what_there_is_not_is_refused_before_any_file(wish: Wish) -> None:
    with pytest.raises(GeneratorError):
        refuse(wish)


@pytest.mark.parametrize(("keeps", "count"), [(False, 0), (True, 3)])
def test_the_text_is_kept_where_it_is_wanted(keeps: bool, count: int, tmp_path: Path) -> None:
    file = write(tmp_path / "a.docx", docx(p("một"), table(("hai", "ba")), p("bốn")))
    assert len(judge(Errand(file), Wish(regime="party-hd05", keeps_text=keeps)).pieces) == count


# Places on pages


def page(number: int, *words: tuple[str, float, float]) -> Page:
    """An upright A4 sheet with words of 20 × 5 mm at these places."""
    placed = tuple(Word(text, Box(left, top, left + 20, top + 5), top + 4, "Tinos", 14) for text, left, top in words)
    return Page(number, 200, 250, placed, (), (), ())


PAGES = (page(1, ("một", 30, 20), ("hai", 60, 20), ("ba", 30, 40)), page(2, ("bốn", 30, 20)))


@pytest.mark.parametrize(
    ("text", "spot"),
    [("một hai", (1, 0.145, 0.076, 0.405, 0.104)), ("bốn", (2, 0.145, 0.076, 0.255, 0.104)), ("năm", None)],
)
def test_where_a_finding_is_printed(text: str, spot: tuple[float, ...] | None, tmp_path: Path) -> None:
    view = open_view(write(tmp_path / "a.docx", docx(p("một hai"), p("ba"), p("bốn"), p("năm"))))
    where = next(each.where for each in view.paragraphs if each.text == text)
    (found,) = spots_of(view, PAGES, [Diagnostic("a/b", "c", where)])
    assert (found and astuple(found)) == (spot and pytest.approx(spot))
