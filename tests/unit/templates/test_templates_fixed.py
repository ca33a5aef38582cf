"""What a higher template fixes cannot be replaced below, and what it did not make optional is not left empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.templates.catalog import Catalog
from tests.docx_files import p, paragraphs, run, table, texts, write
from tests.unit.templates.filling import compiled, fault, faults, filled


def block(name: str, *inside: str) -> str:
    return paragraphs(f"{{%p block {name} %}}", *inside, "{%p endblock %}")


FIXED = block("a fixed", "a gốc {{ subject }}") + block("b", "b gốc")
EXTENDS = p('{%p extends "base" %}')


def chain(folder: Path, *bodies: str) -> list[Path]:
    """Files from the most special to the base, which comes last in `bodies`."""
    *children, base = bodies
    files = [write(folder / f"con{number}.docx", EXTENDS + body) for number, body in enumerate(children)]
    return [*files, write(folder / "base.docx", base)]


def told(found: Diagnostic) -> tuple[str, str]:
    return found.code, found.message


def test_a_fixed_block_prints_as_ever(tmp_path: Path) -> None:
    assert texts(filled(*chain(tmp_path, block("b", "b con"), FIXED)))[1:] == ["b con"]


@pytest.mark.parametrize("tag", ["{%p block a %}", "{%p block a optional %}", "{%p block a fixed %}"])
def test_a_fixed_block_is_not_replaced(tag: str, tmp_path: Path) -> None:
    files = chain(tmp_path, p(tag) + paragraphs("a con", "{%p endblock %}"), FIXED)
    found = fault(*files)
    assert told(found) == (
        "template/fixed-block",
        f"khối “a” không được thay: {tmp_path / 'base.docx'} đã cố định khối này",
    )
    assert (found.where.file, found.where.paragraph, found.severity) == (files[0], 2, Severity.ERROR)


def test_the_file_that_fixed_it_is_named_wherever_it_stands(tmp_path: Path) -> None:
    base = block("a", "a gốc")
    files = chain(tmp_path, block("a", "đơn vị"), block("a fixed", "cơ quan", "{{p super() }}"), base)
    assert str(files[1]) in fault(*files).message
    assert texts(filled(*files[1:])) == ["cơ quan", "a gốc"]


@pytest.mark.parametrize(
    ("base", "child"),
    [
        (p("Gửi {% block a fixed %}ai{% endblock %}."), p("{% block a %}ông{% endblock %}")),
        (
            table(["{%tr block a fixed %}"], ["x"], ["{%tr endblock %}"]),
            table(["{%tr block a %}"], ["y"], ["{%tr endblock %}"]),
        ),
        (p(run("{%p block a fi", "<w:b/>") + run("xed %}")) + paragraphs("x", "{%p endblock %}"), block("a", "y")),
        (block("a scoped fixed", "x"), block("a", "y")),
    ],
)
def test_every_sort_of_block_can_be_fixed(base: str, child: str, tmp_path: Path) -> None:
    files = chain(tmp_path, child, base)
    assert fault(*files).code == "template/fixed-block"
    assert texts(filled(files[-1]))


def test_a_block_inside_a_fixed_one_is_the_part_that_may_be_replaced(tmp_path: Path) -> None:
    base = paragraphs("{%p block a fixed %}", "x", "{%p block b %}", "y", "{%p endblock %}", "{%p endblock %}")
    assert texts(filled(*chain(tmp_path, block("b", "z"), base))) == ["x", "z"]


@pytest.mark.parametrize(
    ("outside", "is_refused"),
    [
        (p("{%p set subject = 'khác' %}"), True),
        (paragraphs("{%p set subject %}", "khác", "{%p endset %}"), True),
        (p("{%p set khac = 'khác' %}"), False),
    ],
)
def test_a_name_that_a_fixed_block_prints_is_not_set_below(outside: str, is_refused: bool, tmp_path: Path) -> None:
    found = faults(*chain(tmp_path, outside + block("b", "b con"), FIXED))
    assert [told(one) for one in found] == (
        [("template/fixed-block", "“subject” đặt lại ở đây làm đổi khối “a” đã được cố định")] if is_refused else []
    )


# Empty blocks


@pytest.mark.parametrize(
    ("base", "child", "is_told"),
    [
        (block("a", "x"), block("a"), True),
        (block("a", "x"), block("a", "{%p if draft %}", "{%p endif %}"), True),
        (block("a", "x"), block("a", " "), True),
        (block("a optional", "x"), block("a"), False),
        (block("a", "x"), block("a optional"), False),
        (block("a"), block("a"), False),
        (block("a", "x"), block("a", "{{ subject }}"), False),
        (block("a", "x"), block("a", "{{p super() }}"), False),
        (block("a", "x"), p("{%p block a %}") + table([""]) + p("{%p endblock %}"), False),
    ],
)
def test_an_empty_block_is_a_warning_where_it_is_not_optional(
    base: str, child: str, is_told: bool, tmp_path: Path
) -> None:
    found = compiled(*chain(tmp_path, child, base)).warnings
    wanted = ("template/empty-block", "khối “a” để trống, nên phần này của văn bản không được in")
    assert [told(one) for one in found] == ([wanted] if is_told else [])
    assert all(one.severity is Severity.WARNING and one.where.paragraph == 2 for one in found)


# Templates that go around


def folders(tmp_path: Path, *bodies: str, name: str = "party/plan") -> tuple[Catalog, list[Path]]:
    """A template of one name in folders from the most special to the last."""
    files = [write(tmp_path / str(number) / f"{name}.docx", body) for number, body in enumerate(bodies)]
    return Catalog.of(*(tmp_path / str(number) for number in range(len(bodies)))), files


OFFICE = p('{%p extends "party/plan" %}') + block("opening fixed", "cơ quan")


@pytest.mark.parametrize(
    ("unit", "is_refused"),
    [
        (p("{{p outline | typeset }}"), True),
        (p('{%p extends "party/base" %}'), True),
        (p('{%p extends "party/plan" %}') + block("title", "x"), False),
    ],
)
def test_a_template_that_goes_around_a_fixed_block_is_refused(unit: str, is_refused: bool, tmp_path: Path) -> None:
    catalog, (mine, office) = folders(tmp_path, unit, OFFICE)
    if not is_refused:
        assert [file for _name, file in catalog.chain("party/plan")][:2] == [mine, office]
        return
    with pytest.raises(Faulty) as raised:
        catalog.chain("party/plan")
    (found,) = raised.value.diagnostics
    assert told(found) == ("template/fixed-block", f"{office} cố định khối “opening”, mà mẫu này thay cả mẫu đó")
    assert found.where.file == mine


def test_a_base_that_goes_around_one_is_refused_for_every_kind(tmp_path: Path) -> None:
    fixed = p('{%p extends "party/base" %}') + block("letterhead fixed", "{{p super() }}")
    catalog, _files = folders(tmp_path, p("{{p outline | typeset }}"), fixed, name="party/base")
    with pytest.raises(Faulty, match="letterhead"):
        catalog.chain("party/guidance")
    assert [name for name, _file in Catalog.of(tmp_path / "1").chain("party/guidance")] == [
        *("party/guidance", "party/base", "party/base")
    ]


@pytest.mark.parametrize("unit", [p("{{p outline | typeset }}"), p('{%p extends "state/guidance" %}')])
def test_a_kind_that_goes_around_a_fixed_base_is_refused(unit: str, tmp_path: Path) -> None:
    mine = write(tmp_path / "0" / "party" / "guidance.docx", unit)
    body = p('{%p extends "party/base" %}') + block("letterhead fixed", "{{p super() }}")
    base = write(tmp_path / "1" / "party" / "base.docx", body)
    with pytest.raises(Faulty) as raised:
        Catalog.of(tmp_path / "0", tmp_path / "1").chain("party/guidance")
    (found,) = raised.value.diagnostics
    assert told(found) == ("template/fixed-block", f"{base} cố định khối “letterhead”, mà mẫu này thay cả mẫu đó")
    assert found.where.file == mine


def test_what_fixes_nothing_may_be_gone_around(tmp_path: Path) -> None:
    catalog, (mine, _office) = folders(tmp_path, p("x"), OFFICE.replace(" fixed", ""))
    assert [file for _name, file in catalog.chain("party/plan")] == [mine]
