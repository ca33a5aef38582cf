"""What a template changes, in words; what stands in a block; which fields its tags ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.templates.described import described
from generator.templates.differences import differences, lines_of, since_ejected
from generator.templates.flatten import flat
from generator.templates.record import Record
from generator.templates.used_fields import fields_used
from tests.docx_files import docx, p, paragraphs, picture, png, run, style, table, write

STYLES = style("VtBody", "VT Nội dung") + style("La", "Kiểu lạ")


def styled(text: str, identifier: str = "VtBody", look: str = "", more: str = "") -> str:
    return p(run(text, look), properties=f'<w:pStyle w:val="{identifier}"/>{more}')


def block(name: str, *inside: str) -> str:
    shown = "".join(each if each.startswith("<") else styled(each) for each in inside)
    return p(f"{{%p block {name} %}}") + shown + p("{%p endblock %}")


BASE = block("a", "Mở đầu {{ subject }}.", "Hết.") + block("b", "Nội dung.")


def compared(folder: Path, child: str, base: str = BASE) -> list[str]:
    files = [
        write(folder / "con.docx", docx(p('{%p extends "base" %}') + child, styles=STYLES, **PICTURE)),  # type: ignore[arg-type]
        write(folder / "base.docx", docx(base, styles=STYLES)),
    ]
    chain = [(file.stem, file) for file in files]
    return list(differences(flat(chain), flat(chain[1:]), is_whole=False))


PICTURE = {
    "links": {"rIdP": ("image", "media/a.png")},
    "parts": {"word/media/a.png": png(1)},
    "types": {"png": "image/png"},
}
REST = "Giữ như mẫu gốc: b"
CASES = {
    "words": (
        block("a", "Mở đầu {{ kind_title }}.", "Hết."),
        """Khối a: thay
  - VT Nội dung: Mở đầu {{ subject }}.
  + VT Nội dung: Mở đầu {{ kind_title }}.
  thêm trường: kind_title
  bỏ trường: subject
Giữ như mẫu gốc: b""",
    ),
    "added before what stands there": (
        block("a", "Thêm.", p("{{p super() }}")),
        """Khối a: thay
  + VT Nội dung: Thêm.
Giữ như mẫu gốc: b""",
    ),
    "emptied": (
        block("b"),
        """Khối b: thay
  - VT Nội dung: Nội dung.
  bỏ kiểu: VT Nội dung
Giữ như mẫu gốc: a""",
    ),
    "copied": (BASE, "Chép nguyên, không khác mẫu gốc, xóa cũng được: a, b"),
    "style": (
        block("b", styled("Nội dung.", "La")),
        """Khối b: thay
  - VT Nội dung: Nội dung.
  + Kiểu lạ: Nội dung.
  thêm kiểu: Kiểu lạ
  bỏ kiểu: VT Nội dung
Giữ như mẫu gốc: a""",
    ),
    "look": (
        block("b", styled("Nội dung.", look="<w:b/>")),
        """Khối b: chữ và kiểu như mẫu gốc; định dạng riêng, bảng hay hình khác
Giữ như mẫu gốc: a""",
    ),
    "indent": (
        block("b", styled("Nội dung.", more='<w:ind w:left="720"/>')),
        """Khối b: chữ và kiểu như mẫu gốc; định dạng riêng, bảng hay hình khác
Giữ như mẫu gốc: a""",
    ),
    "table and picture": (
        block("b", "Nội dung.", table(["x", "y"]), p(picture("rIdP"))),
        """Khối b: thay
  + (trong bảng) Normal: x
  + (trong bảng) Normal: y
  + Normal: (hình)
  thêm bảng: 1
  thêm hình: 1
Giữ như mẫu gốc: a""",
    ),
    "nowhere": (block("c", "x"), "Khối c: mẫu gốc không có\nGiữ như mẫu gốc: a, b"),
    "nothing": ("", "Giữ như mẫu gốc: a, b"),
}


@pytest.mark.parametrize(("child", "wanted"), CASES.values(), ids=CASES)
def test_what_a_template_changes_in_words(child: str, wanted: str, tmp_path: Path) -> None:
    assert "\n".join(compared(tmp_path, child)) == wanted


@pytest.mark.parametrize(
    "same",
    [
        p(run("Nội ") + run("dung."), properties='<w:pStyle w:val="VtBody"/>'),
        styled("Nội dung.", look='<w:lang w:val="en-US"/>'),
        styled("Nội dung.", look="<w:noProof/>"),
    ],
)
def test_what_word_writes_anew_is_no_change(same: str, tmp_path: Path) -> None:
    assert compared(tmp_path, block("b", same))[0] == "Chép nguyên, không khác mẫu gốc, xóa cũng được: b"


OTHERWISE = "Khối b: chữ và kiểu như mẫu gốc; định dạng riêng, bảng hay hình khác"


def test_another_picture_of_the_same_name_is_a_change(tmp_path: Path) -> None:
    base = block("b", p(picture("rIdP")))
    for shade, wanted in ((1, "Chép nguyên, không khác mẫu gốc, xóa cũng được: b"), (2, OTHERWISE)):
        theirs = PICTURE | {"parts": {"word/media/a.png": png(shade)}}
        files = [
            write(tmp_path / "con.docx", docx(p('{%p extends "base" %}') + base, **PICTURE)),  # type: ignore[arg-type]
            write(tmp_path / "base.docx", docx(base, **theirs)),  # type: ignore[arg-type]
        ]
        chain = [(file.stem, file) for file in files]
        assert list(differences(flat(chain), flat(chain[1:]), is_whole=False)) == [wanted]


def test_another_width_of_a_table_is_a_change(tmp_path: Path) -> None:
    base, child = (block("b", table(["x"], width=width)) for width in (2000, 3000))
    assert compared(tmp_path, child, base) == [OTHERWISE]


def test_what_a_whole_template_leaves_out(tmp_path: Path) -> None:
    own = write(tmp_path / "a.docx", docx(block("a", "x"), styles=STYLES))
    base = write(tmp_path / "b.docx", docx(BASE, styles=STYLES))
    found = list(differences(flat([("a", own)]), flat([("b", base)]), is_whole=True))
    assert found[-1] == "Khối không có trong mẫu này: b"
    assert "Chép nguyên" not in " ".join(found)


# Since it was ejected


def test_what_has_changed_above_since(tmp_path: Path) -> None:
    before = flat([("base", write(tmp_path / "base.docx", docx(BASE + block("c", "x"), styles=STYLES)))])
    record = Record("party/plan", lines_of(before, before.names))
    now = BASE.replace("Hết.", "Hết thật.")
    after = flat([("base", write(tmp_path / "base.docx", docx(now, styles=STYLES)))])
    assert (
        "\n".join(since_ejected(record, after))
        == """Từ khi lấy ra từ party/plan:
Khối a: mẫu gốc đã đổi
  - VT Nội dung: Hết.
  + VT Nội dung: Hết thật.
Khối c: mẫu gốc không còn khối này
Mẫu gốc không đổi: b"""
    )


# What is in a block


def test_a_block_is_described_with_what_it_inherits(tmp_path: Path) -> None:
    child = p('{%p extends "base" %}') + block("a", "Con.", p("{{p super() }}"))
    files = [("con", write(tmp_path / "con.docx", docx(child, styles=STYLES)))]
    files += [("base", write(tmp_path / "base.docx", docx(BASE, styles=STYLES)))]
    found = described(flat(files), "a")
    assert found.lines == ("VT Nội dung: Con.", "VT Nội dung: Mở đầu {{ subject }}.", "VT Nội dung: Hết.")
    assert found.fields == {"subject"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{{ subject }} {{r aim | formatted }}", {"subject", "aim"}),
        ("{%p for line in bases.lines %}{{ line }}{{ loop.index }}{%p endfor %}", {"bases.lines", "bases.lines[]"}),
        ("{% for b in outline | selectattr('keep') %}{{ b.text }}{% endfor %}", {"outline", "outline[].text"}),
        ("{% for k, v in data.x | items %}{{ k }}{{ v }}{% else %}{{ subject }}{% endfor %}", {"data.x", "subject"}),
        ("{% set x = subject %}{{ x }}", {"subject"}),
        ("{% macro m(x) %}{{ x }}{{ aim }}{% endmacro %}{{ m(subject) }}", {"subject", "aim"}),
        ("{% if draft and number == “Số” %}{{p super() }}{% endif %}", {"draft", "number"}),
        ("{%p block a fixed %}{% cellbg data.colour %}{% vm %}{%p endblock %}", {"data.colour"}),
        ("{{ range(3) | join }} {# {{ no }} #} x.y", set()),
        ("{{ subject", set()),
        ("{% if x %}", set()),
        ("{{ " + "(" * 30 + "1" + ")" * 30 + " }}", set()),
        ("{% if draft %}" * 3000, set()),
    ],
)
def test_the_fields_that_tags_ask_for(text: str, wanted: set[str]) -> None:
    assert fields_used(text) == wanted


def test_blocks_of_every_level_are_described(tmp_path: Path) -> None:
    body = table(["{%tr block r %}"], ["x"], ["{%tr endblock %}"]) + p("{% block i %}chữ{% endblock %}")
    found = flat([("a", write(tmp_path / "a.docx", docx(body + paragraphs("y"), styles=STYLES)))])
    assert described(found, "r").lines == ("(trong bảng) Normal: x",)
    assert described(found, "i").lines == ("Normal: chữ",)
