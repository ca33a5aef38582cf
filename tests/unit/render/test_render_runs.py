"""Plain text with two kinds of emphasis, in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.runs import literal, runs, without_emphasis


def marked(text: str) -> str:
    return "".join(f"<{'b' * run['bold']}{'i' * run['italic']}:{run['text']}>" for run in runs(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("thường", "<:thường>"),
        ("**đậm**", "<b:đậm>"),
        ("*nghiêng*", "<i:nghiêng>"),
        ("a **b c** d *e* f", "<:a ><b:b c><: d ><i:e><: f>"),
        ("**a****b**", "<b:a><b:b>"),
        ("2 * 3 * 4", "<:2 * 3 * 4>"),
        ("2*3", "<:2*3>"),
        ("7*7 và 7*7", "<:7*7 và 7*7>"),
        ("a*b c*d", "<:a*b c*d>"),
        ("** không đậm **", "<:** không đậm **>"),
        ("*", "<:*>"),
        ("", "<:>"),
    ],
)
def test_pieces(text: str, wanted: str) -> None:
    assert marked(text) == wanted


@pytest.mark.parametrize("name", ["**A**", "*A*", "A * B", "A", ""])
def test_what_is_literal_has_no_marks(name: str) -> None:
    assert marked(literal(name)) == f"<:{name}>"
    assert marked(f"**a {literal(name)} b**") == f"<b:a {name} b>"
    assert without_emphasis(f"*a* {literal(name)}") == f"a {name}"


texts = st.text(st.sampled_from("* ab.ế"), max_size=24)


@given(texts)
def test_the_words_are_the_runs_joined_and_nothing_but_stars_is_lost(text: str) -> None:
    words = without_emphasis(text)
    assert words == "".join(run["text"] for run in runs(text))
    assert words.replace("*", "") == text.replace("*", "")
    assert len(words) <= len(text)


@given(texts)
def test_no_piece_is_empty_but_that_of_an_empty_text(text: str) -> None:
    assert all(run["text"] for run in runs(text)) or text == ""
    assert not any(run["bold"] and run["italic"] for run in runs(text))


@given(texts.filter(lambda text: "*" not in text))
def test_text_without_stars_is_one_plain_run(text: str) -> None:
    assert runs(text) == [{"text": text, "bold": False, "italic": False}]
