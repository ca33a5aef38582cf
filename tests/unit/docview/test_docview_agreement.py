"""Two readers that share no line of code say the same of every document that the program makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.docview.blocks import Paragraph
from generator.docview.looks import LineRule
from generator.docview.opening import open_view
from tests.dump import dump
from tests.golden.test_golden import CASES

_LINE = re.compile(r" *(?P<style>\w+) (?P<size>[\d.]+)pt (?P<alignment>\w+) (?P<rest>.*?) ?\|(?: |$)")
_SPACING = re.compile(
    r"(?P<before>[\d.]+)\+(?P<after>[\d.]+) (?:(?P<multiple>[\d.]+)x|(?P<rule>\w+) (?P<line>[\d.]+)pt)"
)
_INDENT = re.compile(r"(left|right|firstLine|hanging)=(-?[\d.]+)")

Facts = tuple[object, ...]


def dumped(document: bytes) -> list[Facts]:
    """Of each paragraph of the body, by the dump: style, size, alignment, bold and italic, indents, spacing."""
    facts: list[Facts] = []
    for line in dump(document).splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        flags, spacing = match["rest"].split(" "), _SPACING.search(match["rest"])
        assert spacing is not None, line
        measured = {name: float(value) for name, value in _INDENT.findall(match["rest"])}
        first = measured.get("firstLine", 0.0) - measured.get("hanging", 0.0)
        indents = (measured.get("left", 0.0), measured.get("right", 0.0), first)
        line_height = spacing["multiple"] or f"{spacing['rule']} {spacing['line']}"
        shape = (float(match["size"]), match["alignment"], "b" in flags, "i" in flags, "keepNext" in flags)
        facts.append((match["style"], *shape, indents, spacing["before"], spacing["after"], line_height))
    return facts


def seen(paragraph: Paragraph) -> Facts:
    """The same of one paragraph, by the view."""
    look, words = paragraph.look, paragraph.mark
    indents = tuple(float(f"{measure.mm:.1f}") for measure in (look.left, look.right, look.first_line))
    if look.line_rule is LineRule.AUTO:
        line_height = f"{look.line_multiple:g}"
    else:
        line_height = f"{look.line_rule.value} {look.line_height.pt if look.line_height else 0:g}"
    shape = (words.size.pt, look.alignment.value, words.bold, words.italic, look.keep_next)
    return (paragraph.style_id, *shape, indents, f"{look.before.pt:g}", f"{look.after.pt:g}", line_height)


@pytest.mark.parametrize("name", CASES)
def test_view_and_dump_agree(name: str, tmp_path: Path) -> None:
    document = CASES[name]()
    file = tmp_path / "a.docx"
    file.write_bytes(document)
    # The dump leaves out what is in text boxes.
    found = [seen(each) for each in open_view(file).paragraphs if not each.seat.is_boxed]
    assert found == dumped(document)


@pytest.mark.parametrize("name", CASES)
def test_a_document_of_the_program_has_nothing_active(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(CASES[name]())
    assert open_view(file).findings == ()
