"""What LibreOffice can do wrong, one fault a case: the right verdict on that file, and the others are converted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.publish.conversion import CHUNK, Conversion, PdfOptions
from generator.publish.pdf import convert
from generator.publish.process import apart
from tests.unit.publish.conftest import Desk
from tests.unit.publish.fake_office import VERSION, install, paper

NOT_MADE, BROKEN, LOST, TYPEFACE = "pdf/not-made", "pdf/broken", "pdf/lost-text", "pdf/other-typeface"
FAULTS = {
    **dict.fromkeys(("nothing", "crash", "killed", "exit", "other-name", "folder"), NOT_MADE),
    **dict.fromkeys(("empty", "half", "half-with-end", "no-end", "garbage", "html", "bad-table", "no-pages"), BROKEN),
    **dict.fromkeys(("other-document", "other-number", "lost-end", "blank", "plain-letters"), LOST),
    **dict.fromkeys(("liberation", "dejavu"), TYPEFACE),
    "not-carried": "pdf/font-not-embedded",
}
"""What happens to a document, by the word that asks for it, and the verdict."""
HANGS = ("hang", "hang-half-written")
OVERCOME = ("crash-once", "nothing-once", "noise", "orphan", "daemon")
QUICK = PdfOptions(seconds=3)
ALL = 4


def batch(desk: Desk, faults: dict[int, str], count: int = ALL) -> list[Path]:
    """So many documents, some of which ask for a fault."""
    return [paper(desk.papers / f"{number}.docx", faults.get(number, "")) for number in range(count)]


def errors(conversion: Conversion) -> list[str]:
    return [found.code for found in conversion.findings if found.severity is Severity.ERROR]


def verdicts(made: tuple[Conversion, ...]) -> list[list[str]]:
    """The errors of each, after a look at what lies there: a PDF with its name exactly where there is no error."""
    for conversion in made:
        assert conversion.order.target.is_file() == (conversion.pdf is not None) == (not errors(conversion))
    return [errors(conversion) for conversion in made]


@pytest.mark.parametrize("fault", FAULTS)
def test_one_faulty_file_among_others(fault: str, desk: Desk) -> None:
    made = convert(batch(desk, {1: fault}), desk.out)
    assert verdicts(made) == [[], [FAULTS[fault]], [], []]


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_file_alone(fault: str, desk: Desk) -> None:
    assert verdicts(convert(batch(desk, {0: fault}, 1), desk.out)) == [[FAULTS[fault]]]


@pytest.mark.slow
@pytest.mark.parametrize("position", [0, ALL - 1])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_file_at_either_end(fault: str, position: int, desk: Desk) -> None:
    expected: list[list[str]] = [[] for _number in range(ALL)]
    expected[position] = [FAULTS[fault]]
    assert verdicts(convert(batch(desk, {position: fault}), desk.out)) == expected


def test_many_faulty_files_in_one_run(desk: Desk) -> None:
    faults = {1: "nothing", 2: "crash", 3: "other-document", 5: "half", 6: "exit"}
    made = convert(batch(desk, faults, 8), desk.out)
    assert verdicts(made) == [[], [NOT_MADE], [NOT_MADE], [LOST], [], [BROKEN], [NOT_MADE], []]


@pytest.mark.slow
def test_a_file_that_hangs_is_given_up_and_the_others_are_made(desk: Desk) -> None:
    made = convert(batch(desk, {1: "hang"}), desk.out, options=QUICK)
    assert verdicts(made) == [[], ["pdf/timeout"], [], []]


@pytest.mark.slow
@pytest.mark.parametrize("position", [0, ALL - 1])
@pytest.mark.parametrize("fault", HANGS)
def test_a_file_that_hangs_anywhere(fault: str, position: int, desk: Desk) -> None:
    expected: list[list[str]] = [[] for _number in range(ALL)]
    expected[position] = ["pdf/timeout"]
    assert verdicts(convert(batch(desk, {position: fault}), desk.out, options=QUICK)) == expected


@pytest.mark.slow
def test_a_file_that_is_skipped_is_not_blamed_for_one_that_hangs(desk: Desk) -> None:
    made = convert(batch(desk, {1: "nothing", 2: "hang"}), desk.out, options=QUICK)
    assert verdicts(made) == [[], [NOT_MADE], ["pdf/timeout"], []]


@pytest.mark.parametrize("fault", OVERCOME)
def test_what_can_be_overcome_is(fault: str, desk: Desk) -> None:
    if fault == "daemon" and "--pid" not in apart():
        pytest.skip("no namespaces of processes here: a child in a session of its own cannot be found")
    assert verdicts(convert(batch(desk, {1: fault}), desk.out)) == [[], [], [], []]


@pytest.mark.parametrize("fault", ["nothing", "exit", "crash", "half", "garbage", "other-document", "liberation"])
def test_a_program_that_makes_nothing_right_is_told_once_and_not_asked_for_ever(fault: str, desk: Desk) -> None:
    install(desk.office, breaks=fault)
    made = convert(batch(desk, {}, CHUNK + 5), desk.out)
    codes = [code for conversion in made for code in errors(conversion)]
    assert codes == ["pdf/office-broken"] * CHUNK + ["pdf/not-tried"] * 5
    assert not list(desk.out.iterdir())


def test_a_program_that_hangs_whatever_it_is_given(desk: Desk) -> None:
    install(desk.office, breaks="hang")
    made = convert(batch(desk, {}, 2), desk.out, options=PdfOptions(seconds=1))
    assert verdicts(made) == [["pdf/office-broken"]] * 2


@pytest.mark.parametrize(("archival", "verdict"), [(True, ["pdf/not-archival"]), (False, [])])
def test_a_pdf_that_is_not_the_archival_one_that_was_asked_for(archival: bool, verdict: list[str], desk: Desk) -> None:
    made = convert(batch(desk, {0: "not-archival"}, 1), desk.out, options=PdfOptions(archival=archival))
    assert verdicts(made) == [verdict]


def test_a_sound_pdf_says_its_pages_and_the_version_that_made_it(desk: Desk) -> None:
    (made,) = convert(batch(desk, {}, 1), desk.out)
    assert (made.pages, made.office, made.findings) == (1, VERSION, ())


@pytest.mark.parametrize("jobs", [2, 5])
def test_several_programs_at_a_time(jobs: int, desk: Desk) -> None:
    made = convert(batch(desk, {3: "nothing", 7: "crash"}, 11), desk.out, jobs=jobs)
    assert [conversion.source.stem for conversion in made if errors(conversion)] == ["3", "7"]
    assert len(list(desk.out.iterdir())) == 9


def test_each_is_told_when_it_is_settled_and_only_once(desk: Desk) -> None:
    told: list[Conversion] = []
    made = convert(batch(desk, {1: "nothing", 2: "half"}), desk.out, told=told.append)
    assert sorted(conversion.source for conversion in told) == [conversion.source for conversion in made]


def test_who_interrupts_leaves_nothing_running(desk: Desk) -> None:
    def interrupt(_conversion: Conversion) -> None:
        raise KeyboardInterrupt

    faults = dict.fromkeys(range(1, ALL), "hang")
    with pytest.raises(KeyboardInterrupt):
        convert(batch(desk, faults), desk.out, jobs=ALL, told=interrupt)
    # the desk sees to it that no process and no folder is left
