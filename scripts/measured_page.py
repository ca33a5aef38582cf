"""Write docs/measured.md: what the pages of one plan in each regime measure, beside what the regime wants.

Run by hand after the look of a plan changes; it needs LibreOffice and the Tinos font.
Reads: data. Writes: docs/measured.md.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.check.layout.lengths import bounds
from generator.check.layout.sheet import box_of, head_number, line_under
from generator.check.printed import PrintedLine
from generator.check.subject import Subject
from generator.docview.opening import open_view
from generator.measures import Length
from generator.messages import speak, spoken
from generator.model.kinds import Kind
from generator.model.parts import Part
from generator.paper.page import around
from generator.paper.reading import read_pages
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import make
from generator.profile import load_regime, regimes
from generator.profile.constraint import Constraint, accepted_text
from generator.profile.profile import Profile
from generator.publish import pdf
from generator.recognise.recognising import recognise
from generator.sources.load import open_plan
from generator.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "data" / "examples" / "cai-rang"
UNITS = {"state": "ubnd-quan-cai-rang"}
"""Who issues in the regimes of a side; nobody named: the office."""
PAGE = ROOT / "docs" / "measured.md"
POINT = 25.4 / 72
TOLERANCE = 0.5
"""Millimetres: so far may another LibreOffice lie from what stands in the page."""
HEAD = f"""# Measured on the page

The example's plan (`data/examples/cai-rang`) made in each regime and printed by LibreOffice with Tinos, measured
in the PDF with the reader of `vanthu check --layout`. *Wanted* is what the regime accepts at the path, *Clause* where
that stands (none: no text rules it, or it was measured on the printed guidance itself); *Printed* is what lies on the
paper, in millimetres. Ink is measured: words reach from their first to their last dark point.

Made by `python scripts/measured_page.py`; a test prints the plan again and holds every number to ±{TOLERANCE} mm.
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that was measured."""

    what: str
    path: str
    value: float
    """In millimetres."""
    beside: float | None = None
    """What it is to be compared with, where the regime gives a share."""


def main() -> None:
    PAGE.write_text(page(measured()), encoding="utf-8", newline="\n")


def measured() -> dict[str, tuple[Measure, ...]]:
    """The measures of each regime's plan. Makes documents and PDFs in a folder for the while."""
    with tempfile.TemporaryDirectory() as name:
        files = []
        for regime in regimes():
            files.append(Path(name) / f"{regime}.docx")
            files[-1].write_bytes(_plan(regime))
        made = pdf.convert(files, Path(name))
        return {each.source.stem: tuple(_measures(_subject(each.source, each.pdf))) for each in made if each.pdf}


def page(of: Mapping[str, tuple[Measure, ...]]) -> str:
    """The Markdown page."""
    language = spoken()
    speak("en")
    try:
        return "\n".join([HEAD, *(line for regime, rows in of.items() for line in _table(load_regime(regime), rows))])
    finally:
        speak(language)


def _plan(regime: str) -> bytes:
    workspace, plan = open_plan(Workspace(EXAMPLE), EXAMPLE / "plans" / "ke-hoach.yaml")
    unit = UNITS.get(load_regime(regime).side)
    (job,) = prepare(workspace, plan, Wish((Kind.PLAN,), unit, None, regime, None, Path("nowhere")))
    return make(job)[0]


def _subject(file: Path, printed: Path) -> Subject:
    profile = load_regime(file.stem)
    view = open_view(file)
    return Subject(view, recognise(view, side=profile.side, regime=profile.id), profile, read_pages(printed))


def _table(profile: Profile, rows: tuple[Measure, ...]) -> Iterator[str]:
    yield f"## {profile.id}\n"
    yield "| What | Path | Wanted | Clause | Printed |"
    yield "|---|---|---|---|---:|"
    for row in rows:
        constraint = profile.constraint(row.path)
        of = "" if row.beside is None else f" of {row.beside:.1f} mm"
        clause = constraint.source.clause or "none"
        yield f"| {row.what} | `{row.path}` | {_wanted(constraint)}{of} | {clause} | {row.value:.1f} |"
    yield ""


def _wanted(constraint: Constraint) -> str:
    """What is accepted, lengths in points in millimetres too."""
    said = accepted_text(constraint)
    if not isinstance(constraint.default, Length) or " pt" not in said:
        return said
    ends = [f"{end / Length.from_mm(1):.1f}" for end in bounds(constraint) if 0 < end != float("inf")]
    return f"{said} ({'–'.join(ends)} mm)" if ends else said


def _measures(subject: Subject) -> Iterator[Measure]:
    first, second = subject.printed.pages[:2]
    yield Measure("paper, width", "page.width", first.width)
    yield Measure("paper, height", "page.height", first.height)
    yield from _margins(subject)
    number = head_number(subject, second)
    if number:
        yield Measure("page number, top of the digits", "page_number.distance", number.box.top)
        yield Measure("page number, middle of the digits", "page_number.distance", number.box.middle)
    yield from _letterhead(subject)
    yield from _lines(subject)
    yield from _body(subject)
    yield from _closing(subject)


def _margins(subject: Subject) -> Iterator[Measure]:
    """What is left free on upright pages, at the least; of the last line its foot counts."""
    upright = {page.number: page for page in subject.printed.pages if page.width < page.height}
    spots = [spot for found in subject.printed.by_paragraph.values() for spot in found if spot.page in upright]
    text = around(spot.word.box for spot in spots)
    first = next(iter(upright.values()))
    foot = max(spot.word.baseline for spot in spots)
    yield Measure("left margin, to the first ink", "page.left", text.left)
    yield Measure("right margin, to the last ink", "page.right", first.width - text.right)
    yield Measure("top margin, to the first ink", "page.top", text.top)
    yield Measure("bottom margin, to the foot of the last line", "page.bottom", first.height - foot)


def _letterhead(subject: Subject) -> Iterator[Measure]:
    for part in (Part.PARTY_TITLE, Part.NATIONAL_TITLE, Part.MOTTO):
        if lines := _printed(subject, part):
            yield Measure(f"{part.replace('_', ' ')}, width", f"{part}.text", box_of(lines).width)
    number, day = _printed(subject, Part.NUMBER), _printed(subject, Part.DATELINE)
    if number and day and subject.profile.side == "state":
        yield Measure(
            "number and date, difference of level", "dateline.position", abs(number[0].baseline - day[0].baseline)
        )


def _lines(subject: Subject) -> Iterator[Measure]:
    for name, part in (
        ("party_title", Part.PARTY_TITLE),
        ("motto", Part.MOTTO),
        ("issuer", Part.ISSUER),
        ("subject", Part.SUBJECT),
    ):
        lines = _printed(subject, part)
        stroke = line_under(lines[-1], box_of(lines)) if lines else None
        if stroke is not None and subject.profile.has(f"{name}_rule.ratio"):
            # A subject's line stands under its last line of words, which may be short.
            words = max(line.box.width for line in (lines[-1:] if part is Part.SUBJECT else lines))
            yield Measure(
                f"line under the {name.replace('_', ' ')}, length", f"{name}_rule.ratio", stroke.box.width, words
            )
            yield Measure(
                "the same, below the foot of the words", f"{name}_rule.gap", stroke.box.top - lines[-1].baseline
            )
            yield Measure("the same, weight", f"{name}_rule.weight", stroke.weight * POINT)


def _body(subject: Subject) -> Iterator[Measure]:
    paragraphs = [
        lines
        for component in subject.recognised.of(Part.BODY)
        if len(lines := subject.printed.lines(component)) > 1 and len({line.page.number for line in lines}) == 1
    ]
    indents = [lines[0].box.left - lines[1].box.left for lines in paragraphs]
    pitches = [after.baseline - before.baseline for lines in paragraphs for before, after in pairwise(lines)]
    gaps = [
        after[0].baseline - before[-1].baseline - statistics.median(pitches)
        for before, after in pairwise(paragraphs)
        if before[0].page is after[0].page and after[0].baseline - before[-1].baseline < 2 * statistics.median(pitches)
    ]
    yield Measure("first line, indent", "body.first_line_indent", statistics.median(indents))
    yield Measure("from line to line", "body.line_spacing", statistics.median(pitches))
    if gaps:
        yield Measure("between paragraphs, more than between lines", "body.paragraph_gap", statistics.median(gaps))


def _closing(subject: Subject) -> Iterator[Measure]:
    label, authority = _printed(subject, Part.RECIPIENTS_LABEL), _printed(subject, Part.AUTHORITY)
    above, name = _printed(subject, Part.POSITION) or authority, _printed(subject, Part.SIGNER_NAME)
    if label and authority:
        off = abs(label[0].baseline - authority[0].baseline)
        yield Measure("recipients and authority, difference of level", "signature.level_with_recipients", off)
    if above and name:
        gap = name[0].baseline - above[-1].baseline
        yield Measure("from the signer's position to the name", "signature.gap", gap)


def _printed(subject: Subject, part: Part) -> tuple[PrintedLine, ...]:
    component = subject.recognised.first(part)
    return subject.printed.lines(component) if component else ()


if __name__ == "__main__":
    main()
