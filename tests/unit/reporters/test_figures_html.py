"""The page of figures: whole, safe whatever units typed, without the network, sortable, readable by everyone."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.figures import PhaseFigures
from generator.reporters.figures_html import page
from generator.reporters.figures_html_charts import MOST_BARS
from generator.reporters.figures_html_style import SCRIPT, STYLE
from tests.unit.reporters.figure_pages import (
    HOSTILE,
    NOBODY,
    ORDINARY,
    RATE,
    SCRIPTED,
    amount,
    figures,
    shown,
    total,
    unit,
)
from tests.unit.reporters.test_reporters_html import Page

PAGES = {"ordinary": ORDINARY, "hostile": SCRIPTED, "nobody": NOBODY, "empty": figures()}


def html_of(counted: PhaseFigures, blank: str = "") -> str:
    return page(shown(counted, blank))


def rows_of(html: str, number: int) -> list[list[str]]:
    """The texts of the cells of a table's rows."""
    table = re.findall(r"<table.*?</table>", html, re.DOTALL)[number]
    rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows)
    return [[re.sub(r"<[^>]+>", " ", cell).strip() for cell in row] for row in cells]


@pytest.mark.parametrize("name", PAGES)
def test_it_is_whole_and_needs_nothing_from_outside(name: str) -> None:
    html = html_of(PAGES[name])
    read = Page(html)
    assert not read.wrong
    assert not read.open
    assert not read.addresses
    assert not {"link", "iframe", "object", "form", "img", "input"} & read.tags.keys()
    assert not re.search(r"https?:|url\(|@import", html)


@pytest.mark.parametrize("name", PAGES)
def test_its_policy_lets_run_what_it_has_itself_and_nothing_else(name: str) -> None:
    html = html_of(PAGES[name])
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
    allowed = dict(each.strip().split(" ", 1) for each in policy.split(";"))
    assert allowed.pop("default-src") == "'none'"
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert allowed.pop(directive) == f"'sha256-{digest}'"
    assert not allowed
    assert " style=" not in html


def test_what_units_typed_stays_text() -> None:
    html = html_of(SCRIPTED, HOSTILE)
    read = Page(html)
    assert not read.handlers
    assert read.tags["script"] == 1
    assert not re.search("[\x00\u202e]", html)
    assert html.count("&lt;script&gt;") >= 9
    assert "{{ 7*7 }}" in html


def test_an_answer_in_words_begins_no_formula_where_it_is_pasted() -> None:
    said = re.findall(r"<dd>(.*?)</dd>", html_of(SCRIPTED))
    assert len(said) == 3
    assert [text.count("“=cmd") for text in said] == [1, 1, 1]


def test_silence_not_applicable_and_not_asked_are_three_things_and_none_is_zero() -> None:
    column = [row[2] for row in rows_of(html_of(ORDINARY), 1)[1:6]]
    assert column == ["1.250", "khoảng 250", "chưa báo cáo", "không có việc này", ""]


def test_the_total_says_of_how_many_units_it_is_and_what_it_is_compared_with() -> None:
    foot = rows_of(html_of(ORDINARY), 1)[6:]
    assert [row[1:] for row in foot] == [
        ["Cộng", "1.500"],
        ["Số đơn vị có số/được hỏi", "2/3"],
        ["Đợt trước", "900"],
        ["Lũy kế", "2.400"],
        ["Chỉ tiêu giao", "4.800"],
        ["Đạt so với chỉ tiêu giao", "50%"],
    ]


def test_nothing_is_compared_where_there_is_nothing() -> None:
    assert [row[1:] for row in rows_of(html_of(NOBODY), 1)[2:]] == [["Cộng", "–"], ["Số đơn vị có số/được hỏi", "0/1"]]


@pytest.mark.parametrize(
    ("text", "printed"), [("97.56", "97,56"), ("100", "100"), ("0", "0"), ("1234567.5", "1.234.567,5")]
)
def test_figures_have_the_digits_that_were_counted(text: str, printed: str) -> None:
    counted = figures(unit(1, rate=amount(text)), totals=(total(RATE, text),))
    assert [row[2] for row in rows_of(html_of(counted), 1)[1:3]] == [printed, printed]


@pytest.mark.parametrize(
    "said",
    [
        "<b>5</b> phải báo cáo",
        "<b>2</b> đúng hạn",
        "<b>1</b> trễ hạn",
        "<b>1</b> chưa báo cáo",
        "<b>1</b> không có việc",
        "Số liệu minh họa",
        "tình hình don-vi-3",
        "<dt>Đơn vị 1</dt><dd>“Loa nhỏ.”</dd>",
        "<dt>Đơn vị 2</dt><dd>Số buổi (buổi): “ước tính”</dd>",
        "Xem ngày 10/06/2025.",
    ],
)
def test_what_it_says(said: str) -> None:
    assert said in html_of(ORDINARY)


def test_figures_that_are_nobodys_are_not_called_an_illustration() -> None:
    assert "Số liệu minh họa" not in html_of(SCRIPTED)


def test_every_table_is_named_and_its_titles_have_a_scope() -> None:
    html = html_of(ORDINARY)
    assert html.count("<table") == html.count("<caption>") == 2
    assert not re.search(r"<th(?![^>]*scope=)[ >]", html)
    assert len(re.findall(r'<th scope="row">Đơn vị', html)) == 10
    assert len(re.findall(r'<div class="wide" role="region" aria-label="[^"]+" tabindex="0">', html)) == 2


# Bars


def test_the_bars_are_as_long_as_their_figures_the_longest_first() -> None:
    html = html_of(ORDINARY)
    (drawn,) = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    long = [float(each) for each in re.findall(r'class="bar"[^>]*width="([\d.]+)"', drawn)]
    assert long[1] / long[0] == pytest.approx(250 / 1250, abs=0.001)
    (thin,) = re.findall(r'class="before"[^>]*width="([\d.]+)"', drawn)
    assert float(thin) / long[0] == pytest.approx(900 / 1250, abs=0.001)
    assert "1 đơn vị chưa có số" in html


def test_a_picture_is_named_by_its_caption() -> None:
    read = Page(html_of(ORDINARY))
    (named,) = re.findall(r'role="img" aria-labelledby="([^"]+)"', html_of(ORDINARY))
    assert read.ids[named] == 1


@pytest.mark.parametrize(("count", "bars"), [(1, 0), (2, 2), (MOST_BARS + 5, MOST_BARS)])
def test_units_are_compared_where_there_are_some_and_not_by_the_thousand(count: int, bars: int) -> None:
    units = [unit(1, name=f"Đơn vị {number}", sessions=amount(str(number))) for number in range(count)]
    html = html_of(figures(*units, totals=(total(asked=count, answered=count),)))
    assert html.count('class="bar"') == bars
    assert ("còn 5 đơn vị" in html) == (count > MOST_BARS)


def test_bars_of_nothing_have_no_length() -> None:
    html = html_of(figures(unit(1, sessions=amount("0")), unit(2, sessions=amount("0"))))
    assert re.findall(r'class="bar"[^>]*width="([\d.]+)"', html) == ["0.0", "0.0"]


def test_a_per_cent_is_drawn_out_of_a_hundred() -> None:
    html = html_of(figures(unit(1, rate=amount("50")), unit(2, rate=amount("25")), totals=(total(RATE, "40"),)))
    widths = [float(each) for each in re.findall(r'class="bar"[^>]*width="([\d.]+)"', html)]
    whole = html_of(figures(unit(1, rate=amount("100")), unit(2, rate=amount("25")), totals=(total(RATE, "40"),)))
    assert widths[0] * 2 == float(re.findall(r'class="bar"[^>]*width="([\d.]+)"', whole)[0])


# Readable in light and in dark


def colours(text: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", text))


def themes() -> Iterator[tuple[str, dict[str, str]]]:
    light, rest = STYLE.split("@media (prefers-color-scheme: dark)", 1)
    dark, printed = rest.split("* { box-sizing", 1)[0], STYLE.split("@media print", 1)[1]
    yield from (("light", colours(light)), ("dark", colours(light) | colours(dark)), ("paper", colours(printed)))


def brightness(colour: str) -> float:
    full = colour if len(colour) == 7 else "#" + "".join(letter * 2 for letter in colour[1:])
    parts = [int(full[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("theme", "known"), list(themes()))
@pytest.mark.parametrize("ink", ["ink", "soft", "good", "late", "missing", "none"])
@pytest.mark.parametrize("ground", ["paper", "ground", "head"])
def test_every_colour_of_text_can_be_read(theme: str, known: dict[str, str], ink: str, ground: str) -> None:
    pair = sorted((brightness(known[ink]), brightness(known[ground])))
    assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, theme


# The script

NODE = shutil.which("node")
STAGE = """
const cell = (text, value) => ({ textContent: text, getAttribute: () => value === undefined ? null : value });
const rows = %s.map(cells => ({ cells: cells.map(each => cell(...each)), name: cells[0][0] }));
const body = { rows, appendChild(row) { rows.splice(rows.indexOf(row), 1); rows.push(row); } };
const titles = rows[0].cells.map(() => {
  const own = { firstChild: null, attributes: {}, appendChild(button) { own.button = button; } };
  own.getAttribute = name => own.attributes[name];
  own.setAttribute = (name, value) => { own.attributes[name] = value; };
  own.removeAttribute = name => { delete own.attributes[name]; };
  return own;
});
const table = { tBodies: [body], tHead: { rows: [{ cells: titles }] } };
globalThis.document = {
  querySelectorAll: () => [table],
  createElement: () => ({ addEventListener(name, action) { this.click = action; }, appendChild() {} }),
};
%s
for (const column of %s) { titles[column].button.click(); }
console.log(JSON.stringify([rows.map(row => row.name), titles.map(each => each.attributes['aria-sort'] || '')]));
"""
TABLE = [
    [["Đơn vị 2"], ["9", "9"]],
    [["An"], ["10", "10"]],
    [["Đơn vị 1"], ["chưa báo cáo", ""]],
    [["Bình"], ["9", "9"]],
]


@pytest.mark.skipif(NODE is None, reason="no node to run the script")
@pytest.mark.parametrize(
    ("clicks", "order", "sorted_"),
    [
        ([1], ["Đơn vị 2", "Bình", "An", "Đơn vị 1"], ["", "ascending"]),
        ([1, 1], ["An", "Đơn vị 2", "Bình", "Đơn vị 1"], ["", "descending"]),
        ([0], ["An", "Bình", "Đơn vị 1", "Đơn vị 2"], ["ascending", ""]),
        ([1, 0], ["An", "Bình", "Đơn vị 1", "Đơn vị 2"], ["ascending", ""]),
    ],
)
def test_a_click_sorts_and_what_is_not_there_stays_last(
    clicks: list[int], order: list[str], sorted_: list[str], tmp_path: Path
) -> None:
    script = tmp_path / "sort.js"
    script.write_text(STAGE % (json.dumps(TABLE), SCRIPT, clicks), encoding="utf-8")
    ran = subprocess.run([str(NODE), str(script)], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == [order, sorted_]


def test_large_figures_of_many_units_stay_exact() -> None:
    many = figures(*(unit(1, sessions=amount("9" * 20)) for _number in range(3)), totals=(total(text="9" * 20),))
    assert f'data-value="{"9" * 20}"' in html_of(many)
    assert Decimal("9" * 20) == many.totals["sessions"].amount
