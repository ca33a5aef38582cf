"""The example workspace: it loads, its names agree, and its plan says what the seed says, no more and no less."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from generator.model.content import Item, Passage, Titled
from generator.model.plan import Channel, Phase, Plan, PlanSection
from generator.model.reference import Reference
from generator.model.workspace_files import OfficeFile, UnitsFile
from generator.vietnamese.dates import short_date
from generator.vietnamese.numerals import roman

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "examples" / "cai-rang"
ROW = re.compile(r"^\| (\d+) \| `([^`]+)` \| `([^`]+)` \| (\d+) \|", re.MULTILINE)


def load(name: str) -> Any:
    # Scalars stay what was typed; the model types them.
    return yaml.load((EXAMPLE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.model_validate(load("plans/ke-hoach.yaml"))


@pytest.fixture(scope="module")
def office() -> OfficeFile:
    return OfficeFile.model_validate(load("vanthu.yaml"))


@pytest.fixture(scope="module")
def units() -> UnitsFile:
    return UnitsFile.model_validate(load("units.yaml"))


@pytest.fixture(scope="module")
def seed() -> str:
    text = (ROOT / "tests" / "data" / "ke-hoach-tuyen-truyen.txt").read_text(encoding="utf-8")
    return " ".join(text.split())


@pytest.fixture(scope="module")
def corrections() -> list[tuple[str, str, int]]:
    table = (ROOT / "docs" / "example.md").read_text(encoding="utf-8")
    rows = ROW.findall(table)
    assert [int(number) for number, *_ in rows] == list(range(1, len(rows) + 1))
    return [(typed, meant, int(times)) for _, typed, meant, times in rows]


class Print:
    """The plan's paragraphs in the order they are printed, markers and all; what the renderer must agree with."""

    def __init__(self, plan: Plan, office: OfficeFile, units: UnitsFile) -> None:
        self.plan = plan
        self.office = office.office
        self.names = {unit.id: unit.name for unit in units.units}
        self.names |= {group.id: group.name for group in units.groups}

    def body(self) -> Iterator[str]:
        yield "KẾ HOẠCH"
        yield self.plan.subject
        yield "-----"
        assert self.plan.aim
        yield self.plan.aim
        first, *others = self.plan.references
        cited = " và ".join(self.cited(reference) for reference in (first, *others))
        yield f"{first.lead_verb} {cited}."
        yield f"{self.office.issuing_body} xây dựng kế hoạch {self.plan.subject}, như sau:"
        for number, section in enumerate(self.plan.sections, 1):
            yield f"{roman(number)}- {section.title.upper()}"
            yield from self.section(section)

    def ending(self) -> Iterator[str]:
        yield "Nơi nhận:"
        for each in self.plan.recipients or ():
            yield f"- {each.text} ({each.purpose});" if each.purpose else f"- {each.text};"
        yield f"- Lưu {self.office.archive}."
        signer = next(each for each in self.office.signers if each.id == self.plan.signer)
        yield from (f"T/M {each.of.upper()}" for each in signer.authority)
        yield signer.position.upper()
        yield signer.name

    @staticmethod
    def cited(reference: Reference) -> str:
        assert reference.issued_on
        day = short_date(reference.issued_on)
        return f"{reference.kind} số {reference.number}, ngày {day} của {reference.issuer} {reference.title}"

    def section(self, section: PlanSection) -> Iterator[str]:
        yield from self.passages(section.lead)
        number = 0
        for part, title in ((section.purposes, "Mục đích"), (section.requirements, "Yêu cầu")):
            if part:
                number += 1
                yield from self.titled(number, part, title)
        for order, phase in enumerate(section.phases, 1):
            number += 1
            yield from self.phase(number, order, phase)
        if section.cross_phase_content:
            yield section.cross_phase_content
        for channel in section.channels:
            number += 1
            yield from self.channel(number, channel)
        yield from self.passages(section.content)
        for each in section.assignments:
            number += 1
            yield f"{number}. {self.names[each.unit]} {each.lead}"
            yield from (f"- {task.text}" for task in each.tasks)
        if section.reporting:
            yield section.reporting.text
        yield from self.passages(section.closing)

    def titled(self, number: int, part: Titled, title: str) -> Iterator[str]:
        yield f"{number}. {part.title or title}"
        yield from self.passages(part.content, number)

    def phase(self, number: int, order: int, phase: Phase) -> Iterator[str]:
        heading = ", ".join(filter(None, (phase.title, phase.lead_in)))
        yield f"{number}. Đợt {order}: {heading}"
        yield from self.items(phase.items, "({})", number)
        for group in phase.subgroups:
            yield group.lead
            yield from self.items(group.items, "({})", number)

    def channel(self, number: int, channel: Channel) -> Iterator[str]:
        yield f"{number}. {channel.title}"
        yield from self.passages(channel.content, number)
        yield from channel.notes

    def passages(self, passages: Iterable[Passage], number: int = 0) -> Iterator[str]:
        for passage in passages:
            if passage.text:
                yield passage.text
            yield from self.items(passage.sections or (), f"{number}.{{}}.", number)
            yield from self.items(passage.numbered or (), "({})", number)
            yield from self.items(passage.points or (), "-", number)
            other = passage.lettered or passage.subpoints or passage.table
            assert other is None, "the walker knows no such list"

    def items(self, items: Iterable[Item], marker: str, number: int) -> Iterator[str]:
        for place, item in enumerate(items, 1):
            yield f"{marker.format(place)} {item.text or item.title}"
            yield from self.passages(item.content, number)


def test_each_correction_is_found_as_often_as_it_says(seed: str, corrections: list[tuple[str, str, int]]) -> None:
    assert len(corrections) > 30
    wrong = [(typed, seed.count(typed), times) for typed, _, times in corrections if seed.count(typed) != times]
    assert not wrong


def test_the_plan_says_the_corrected_seed_and_nothing_else(
    plan: Plan, office: OfficeFile, units: UnitsFile, seed: str, corrections: list[tuple[str, str, int]]
) -> None:
    for typed, meant, times in corrections:
        # Counted again: no correction may eat the words of another.
        assert seed.count(typed) == times, typed
        seed = seed.replace(typed, meant)
    body, ending = seed.split(" Nơi nhận: ")
    ending, stamp = ending.split(" Trần Hải Long ")
    paper = Print(plan, office, units)

    assert "\n".join(body.split()) == "\n".join(" ".join(paper.body()).split())
    assert f"Nơi nhận: {ending} Trần Hải Long" == " ".join(paper.ending())
    assert stamp.startswith("2024-11-25T09:13:50+0700")


def test_no_correction_is_needed_in_the_example(
    plan: Plan, office: OfficeFile, units: UnitsFile, corrections: list[tuple[str, str, int]]
) -> None:
    printed = " ".join(Print(plan, office, units).body())
    assert not [typed for typed, _, _ in corrections if typed in printed]


def identifiers(record: BaseModel, names: set[str]) -> Iterator[str]:
    """The values of all fields of these names, anywhere inside a record."""
    for name, value in record:
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from identifiers(each, names)
            elif name in names and isinstance(each, str):
                yield each


def test_every_unit_that_is_named_is_in_the_roster(plan: Plan, units: UnitsFile) -> None:
    units_known = {each.id for each in units.units}
    known = units_known | {each.id for each in units.groups}
    assert len(known) == len(units.units) + len(units.groups)
    assert set(identifiers(plan, {"unit", "covers", "lead_unit"})) <= known
    assert set(identifiers(units, {"members", "parent"})) <= units_known | {"all"} | header_names(units)


def header_names(units: UnitsFile) -> set[str]:
    # `parent` is also the name of the superior line in a header.
    return {each.header.parent for each in units.units}


def test_every_assigned_unit_is_among_the_recipients(plan: Plan) -> None:
    covered = {each for recipient in plan.recipients or () for each in recipient.covers}
    assert {each.unit for each in plan.assignments} <= covered


def test_everyone_can_issue_every_kind(office: OfficeFile, units: UnitsFile) -> None:
    for each in (office.office, *units.units):
        assert each.signers, each.id
        assert len(each.recipients) == 4, each.id


def test_no_people_but_the_signer_of_the_seed(units: UnitsFile) -> None:
    assert not [signer for unit in units.units for signer in unit.signers if signer.name]


def test_the_report_words_carry_the_totals_of_its_table(plan: Plan) -> None:
    (report,) = plan.reports
    assert report.sample_figures
    assert report.figures
    assert len(report.figures.rows) == 7
    totals: dict[str, Decimal] = dict.fromkeys(report.figures.indicators, Decimal(0))
    for row in report.figures.rows:
        assert tuple(each.indicator for each in row.figures) == report.figures.indicators
        for each in row.figures:
            totals[each.indicator] += each.value or 0
    words = " ".join(passage.text or "" for result in report.results for passage in result.content)
    said = re.findall(r"(?<![\d/])\d[\d.]*(?= (?:lượt|bài|buổi|băng))", words)
    assert sorted(said) == sorted(f"{total:,}".replace(",", ".") for total in totals.values())


def test_the_report_cites_items_of_its_phase(plan: Plan) -> None:
    (report,) = plan.reports
    phase = plan.phases[report.phase - 1]
    assert {each for result in report.results for each in result.plan_items} <= {item.id for item in phase.items}


def test_slogans_belong_to_phases_of_the_plan(plan: Plan) -> None:
    assert plan.slogans
    phases = {each for group in plan.slogans.groups for slogan in group.slogans for each in slogan.phases}
    assert phases == set(range(1, len(plan.phases) + 1))
