"""Sound values put straight into the context: each comes out exactly in every part that a template may print it in."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import strategies as st

from generator.model.content import Passage, Table
from generator.model.house import HouseStyle
from generator.render.engine import fill
from generator.render.outline import Outline
from tests.docx_files import docx, opened, p, root, table, texts, write
from tests.unit.templates.filling import compiled, context, profile
from tests.values.strategies import composed, is_sound, values, without_pairs

A_TIME = 25
"""Values in one document."""
QUICK = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.explicit, Phase.reuse, Phase.generate),
}
CONTROL = 120
SOUND = values().filter(is_sound).map(composed)
MANY = st.lists(SOUND, min_size=A_TIME, max_size=A_TIME)
Printed = Callable[[Sequence[str]], list[tuple[str, list[str]]]]


def template(folder: Path) -> Path:
    body = p("{%p for one in data.typed %}") + p("{{ one }}") + p("Về {{ one }} này") + p("{{r one | formatted }}")
    body += table(("{{ one }}",)) + p("{%p endfor %}")
    body += p("{%p for block in outline %}") + p("{{p block | typeset }}") + p("{%p endfor %}")
    beside = {
        "header1": p("{{ subject }}"),
        "footer1": p("{{ issuer.name }}"),
        "footnotes": f'<w:footnote w:id="1">{p("{{ aim }}")}</w:footnote>',
    }
    return write(folder / "mẫu.docx", docx(body, beside=beside, title="{{ subject }}"))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """What a reader finds of each value, beside what must be found."""
    made = compiled(template(tmp_path_factory.mktemp("values")))

    def of(typed: Sequence[str]) -> list[tuple[str, list[str]]]:
        outline = Outline(profile(), HouseStyle())
        for one in typed:
            outline.paragraph(one)
            outline.heading(7, one)
            whole = Table(columns=(one,), rows=((one,), (one,)), total=(one,), note=one)
            outline.passages([Passage(table=whole)], parent=0)
        first = typed[0]
        own: dict[str, Any] = {"data": {"typed": list(typed)}, "outline": outline.blocks}
        own |= {"subject": first, "aim": first, "issuer": context()["issuer"] | {"name": first}}
        data = fill(made, context() | own)
        found = texts(data)
        head, rest = found[: 4 * len(typed)], found[4 * len(typed) :]
        beside = [texts(data, f"word/{name}.xml")[0] for name in ("header1", "footer1", "footnotes")]
        (title,) = root(data, "docProps/core.xml").iter("{http://purl.org/dc/elements/1.1/}title")
        seen = [(first, [*beside, title.text or ""])]
        for number, one in enumerate(typed):
            (plain, about, emphasised, cell), block = head[4 * number : 4 * number + 4], rest[7 * number :]
            marked = [emphasised, block[0], block[1].removeprefix("7. "), *block[2:6]]
            seen.append((one, [plain, about.removeprefix("Về ").removesuffix(" này"), cell, block[6]]))
            seen.append((without_pairs(one), marked))
        return seen

    return of


def prove(printed: Printed, typed: Sequence[str]) -> None:
    for wanted, found in printed(typed):
        assert found == [wanted] * len(found)


@settings(max_examples=20, **QUICK)
@given(MANY)
def test_exactly_in_every_part(printed: Printed, typed: list[str]) -> None:
    prove(printed, typed)


@pytest.mark.slow
@settings(max_examples=820, **QUICK)
@given(MANY)
def test_exactly_in_every_part_at_length(printed: Printed, typed: list[str]) -> None:
    prove(printed, typed)


EMPHASIS = [
    # typed, the words, which of them are bold, which italic
    ("**a** b", "a b", ["a"], []),
    ("*a* b", "a b", [], ["a"]),
    ("**a** và **b**", "a và b", ["a", "b"], []),
    ("**a *b* c**", "a *b* c", ["a *b* c"], []),
    ("“**a**”, (*b*)", "“a”, (b)", ["a"], ["b"]),
    ("2*3*4", "2*3*4", [], []),
    ("a*b*c", "a*b*c", [], []),
    ("*a", "*a", [], []),
    ("a**", "a**", [], []),
    ("** a **", "** a **", [], []),
    ("* a *", "* a *", [], []),
    ("****", "****", [], []),
    ("*a*b", "*a*b", [], []),
    ("** a ** b**", "** a ** b**", [], []),
]


@pytest.mark.parametrize(("typed", "words", "bold", "italic"), EMPHASIS)
def test_the_law_of_emphasis(tmp_path: Path, typed: str, words: str, bold: list[str], italic: list[str]) -> None:
    """A pair encloses words, without a space inside of it and without a letter or figure outside; all else stays."""
    made = fill(compiled(write(tmp_path / "mẫu.docx", p("{{r aim | formatted }}"))), context() | {"aim": typed})
    runs = opened(made).paragraphs[0].runs
    assert "".join(run.text for run in runs) == words == without_pairs(typed)
    assert [run.text for run in runs if run.bold] == bold
    assert [run.text for run in runs if run.italic] == italic


def naively(file: Path, value: str) -> list[str] | None:
    """What plain docxtpl prints in body and header, used as its manual begins; None where it says that it cannot."""
    from docxtpl import DocxTemplate

    stream = io.BytesIO()
    try:
        made = DocxTemplate(file)
        made.render({"subject": value})
        made.save(stream)
        document = opened(stream.getvalue())
    except Exception:
        return None
    return [document.paragraphs[0].text, document.sections[0].header.paragraphs[0].text]


@pytest.mark.filterwarnings("ignore")
def test_plain_docxtpl_changes_some_of_the_same_values_silently(tmp_path: Path) -> None:
    """The control: the same values, by the engine that everybody would take."""
    file = write(tmp_path / "mẫu.docx", docx(p("{{ subject }}"), beside={"header1": p("{{ subject }}")}))
    seen: list[bool] = []

    @settings(max_examples=CONTROL, derandomize=True, database=None, verbosity=Verbosity.quiet, **QUICK)
    @given(values())
    def tried(value: str) -> None:
        found = naively(file, value)
        wanted = unicodedata.normalize("NFC", value)
        seen.append(found is not None and any(unicodedata.normalize("NFC", one) != wanted for one in found))

    tried()
    assert len(seen) >= CONTROL * 0.9
    assert sum(seen) / len(seen) >= 0.05
