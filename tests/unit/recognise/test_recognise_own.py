"""Our own documents: by their styles all is known; with the styles hidden nearly all, by wording and position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.docview.opening import open_view
from generator.docview.view import DocView
from generator.docview.words import Story
from generator.model.kinds import Kind
from generator.model.parts import Part
from generator.recognise.recognised import Recognised
from generator.recognise.recognising import recognise
from tests.documents import REGIMES, document
from tests.forms import CASES

LEAST = 0.99
ALIKE = {"table_header": "table", "recipients_archive": "recipients"}
"""What a style does not tell apart."""
_STYLES = {part.style_id: part for part in Part}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


@cache
def views(folder: Path) -> dict[str, DocView]:
    made = {name: make() for name, make in CASES.items()}
    made |= {f"{kind}-{regime}": document(kind, regime=regime) for kind in Kind for regime in REGIMES}
    return dict(_opened(made, folder))


def _opened(made: dict[str, bytes], folder: Path) -> Iterator[tuple[str, DocView]]:
    for name, content in made.items():
        file = folder / f"{name}.docx"
        file.write_bytes(content)
        yield name, open_view(file)


def without_styles(view: DocView) -> DocView:
    bare = tuple(replace(paragraph, style_id="Normal", style="Normal") for paragraph in view.paragraphs)
    return replace(view, paragraphs=bare)


def places(recognised: Recognised) -> dict[tuple[int, int], str]:
    return {
        (span.paragraph.index, span.start): str(component.part)
        for component in recognised.components
        for span in component.spans
        if span.paragraph.seat.story is Story.BODY
    }


def test_every_styled_paragraph_is_what_its_style_says(folder: Path) -> None:
    wrong: list[tuple[str, str, str]] = []
    for name, view in views(folder).items():
        recognised = recognise(view)
        assert not recognised.unrecognised, name
        for paragraph in view.paragraphs:
            part = _STYLES.get(paragraph.style_id)
            if part is not None and paragraph.text.strip():
                found = {ALIKE.get(str(each.part), str(each.part)) for each in recognised.at(paragraph)}
                if str(part) not in found:
                    wrong.append((name, str(part), paragraph.text))
    assert not wrong


def test_nearly_all_is_recognised_without_the_styles(folder: Path) -> None:
    missed: Counter[tuple[str, str | None]] = Counter()
    count = 0
    for view in views(folder).values():
        expected, found = places(recognise(view)), places(recognise(without_styles(view)))
        for place, part in expected.items():
            count += 1
            if ALIKE.get(part, part) != ALIKE.get(found.get(place, ""), found.get(place)):
                missed[part, found.get(place)] += 1
    share = 1 - missed.total() / count
    print(f"{share:.1%} of {count}", missed)
    assert share >= LEAST


def test_what_each_document_is_shows_without_the_styles_too(folder: Path) -> None:
    for name, view in views(folder).items():
        styled, bare = recognise(view), recognise(without_styles(view))
        assert (styled.side, styled.kind, styled.regime) == (bare.side, bare.kind, bare.regime), name
        assert len(styled.annexes) == len(bare.annexes), name
        assert len(styled.signatures) == len(bare.signatures), name
        assert {line.of for line in styled.lines} == {line.of for line in bare.lines}, name


def test_the_same_document_is_recognised_the_same_twice(folder: Path) -> None:
    view = views(folder)["plan-party-hd36"]
    assert recognise(view) == recognise(view)
