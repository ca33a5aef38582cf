"""Files that are no DOCX, or a damaged or hostile one: how each is made.

It expects nothing: `cases` says what should come of each.
"""

from __future__ import annotations

import io
import os
import random
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.docx_files import DECLARED, docx, p, paragraphs, run, style, table, write, zipped

Make = Callable[[Path], Path]
"""Writes one file into a folder."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORDS = [
    "Tuyên",
    "truyền",
    "sâu",
    "rộng",
    "tạo",
    "sự",
    "thống",
    "nhất",
    "về",
    "nhận",
    "thức",
    "tư",
    "tưởng",
    "và",
    "hành",
    "động",
    "trong",
    "Đảng",
]


def holds(data: bytes) -> Make:
    """A file of these bytes."""

    def make(folder: Path) -> Path:
        file = folder / "a.docx"
        file.write_bytes(data)
        return file

    return make


def parts(**changes: bytes | None) -> Mapping[str, bytes]:
    """A small document with parts replaced, or left out where None; `__` is a slash and `_dot_` a dot."""
    found = docx(p("một"), p("hai"), styles=style("A", "A"))
    for name, content in changes.items():
        name = name.replace("__", "/").replace("_dot_", ".")
        if content is None:
            del found[name]
        else:
            found[name] = content
    return found


def package(changed: Mapping[str, bytes]) -> Make:
    return holds(zipped(changed))


def document(body: str | Callable[[], str], **more: object) -> Make:
    """A document of this body; a large one is made only when it is wanted."""

    def make(folder: Path) -> Path:
        text = body if isinstance(body, str) else body()
        return write(folder / "a.docx", docx(text, **more))  # type: ignore[arg-type]

    return make


def main_part(text: str, *, encoding: str = "utf-8") -> Make:
    """A document whose main part is exactly this text."""
    return package(docx() | {"word/document.xml": text.encode(encoding)})


def body_of(inside: str, before: str = "") -> str:
    return f"{before}<w:document {DECLARED}><w:body>{inside}</w:body></w:document>"


def zip_of(*names: str, content: bytes = b"x") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return stream.getvalue()


def cut(share: float) -> Make:
    whole = zipped(parts())
    return holds(whole[: round(len(whole) * share)])


def flipped(seed: int, count: int = 3) -> Make:
    """Some bytes of the file are others."""
    changed, chance = bytearray(zipped(parts())), random.Random(seed)
    for _time in range(count):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return holds(bytes(changed))


def mutated(seed: int) -> Make:
    """Some bytes of one XML part are others, and the package around it is sound."""
    whole, chance = dict(parts()), random.Random(seed)
    name = chance.choice(sorted(whole))
    changed = bytearray(whole[name])
    for _time in range(chance.randrange(1, 6)):
        place = chance.randrange(len(changed))
        changed[place : place + chance.randrange(3)] = bytes(
            chance.randrange(256) for _byte in range(chance.randrange(3))
        )
    return package(whole | {name: bytes(changed)})


def encrypted() -> Make:
    changed = bytearray(zipped(parts()))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = changed.find(mark)
        while place >= 0:
            changed[place + offset] |= 1
            place = changed.find(mark, place + 4)
    return holds(bytes(changed))


def twice(name: str, other: str) -> Make:
    """Two members of one name."""
    whole = parts()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for each, content in whole.items():
            archive.writestr(each, content)
            if each == name:
                archive.writestr(other.swapcase() if other == name else other, content)
    return holds(stream.getvalue())


def overlapping() -> Make:
    """Many members that are all the same bytes of the file: each is small, all together are not."""
    name, large = b"a000.xml", bytes(20 << 20)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = deflate.compress(large) + deflate.flush()
    checksum, size = zlib.crc32(large), len(large)
    packed, plain = len(raw).to_bytes(4, "little"), size.to_bytes(4, "little")
    common = b"\x14\0\0\0\x08\0\0\0\x21\0" + checksum.to_bytes(4, "little") + packed + plain
    local = b"PK\3\4" + common + len(name).to_bytes(2, "little") + b"\0\0" + name + raw
    directory = b"".join(
        b"PK\1\2\x14\0" + common + len(name).to_bytes(2, "little") + bytes(12) + b"\0\0\0\0" + b"a%03d.xml" % number
        for number in range(100)
    )
    end = b"PK\5\6\0\0\0\0\x64\0\x64\0" + len(directory).to_bytes(4, "little") + len(local).to_bytes(4, "little")
    return holds(local + directory + end + b"\0\0")


def lying_size() -> Make:
    """A directory that says of a large part that it is small."""
    data = bytearray(zipped(parts() | {"word/document.xml": body_of(paragraphs(*["a"] * 9_000)).encode()}))
    place = data.find(b"PK\1\2")
    while b"word/document.xml" not in data[place : place + 70]:
        place = data.find(b"PK\1\2", place + 4)
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    return holds(bytes(data))


def folder_instead(folder: Path) -> Path:
    made = folder / "a.docx"
    made.mkdir()
    return made


def pipe_instead(folder: Path) -> Path:
    made = folder / "a.docx"
    os.mkfifo(made)
    return made


def ring_of_links(folder: Path) -> Path:
    made = folder / "a.docx"
    made.symlink_to(made)
    return made


# Large ones


def said(count: int, chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _word in range(count))


def long_document(count: int = 50_000) -> str:
    """A real text of so many paragraphs, each of three runs."""
    chance = random.Random(1)
    return "".join(
        p(said(30, chance), run(said(5, chance), "<w:b/>"), said(20, chance), properties='<w:jc w:val="both"/>')
        for _number in range(count)
    )


def unlike_looks(count: int) -> str:
    """So many paragraphs, no two of which look alike."""
    return "".join(
        p(run(str(number), f'<w:sz w:val="{number % 3000 + 1}"/>'), properties=f'<w:ind w:left="{number}"/>')
        for number in range(count)
    )


def large_table(rows: int, columns: int) -> str:
    chance = random.Random(2)
    return table(*([said(3, chance) for _column in range(columns)] for _row in range(rows)))


def many_tables(count: int) -> str:
    chance = random.Random(3)
    return "".join(table((said(2, chance),)) for _number in range(count))


def deep_runs(count: int) -> str:
    """Many words as deep as a part may go."""
    deep = 200
    chance = random.Random(4)
    inside = "".join(run(said(1, chance) + str(number)) for number in range(count))
    return f"<w:p>{'<w:smartTag>' * deep}{inside}{'</w:smartTag>' * deep}</w:p>"


def many_sections(count: int) -> str:
    return "".join(
        f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="{number}"/></w:sectPr></w:pPr></w:p>' for number in range(count)
    )


def many_lines(count: int) -> str:
    """So many lines drawn in one paragraph."""
    drawn = "".join(f'<w:r><w:pict><v:line from="0,0" to="{number}pt,0"/></w:pict></w:r>' for number in range(count))
    return f"<w:p>{drawn}</w:p>"


def tab_stops(count: int) -> str:
    return "".join(f'<w:tab w:val="left" w:pos="{number}"/>' for number in range(count))


def many_styles(count: int) -> str:
    return "".join(
        style(f"S{number}", f"S{number}", based_on=f"S{number - 1}", body=f'<w:rPr><w:sz w:val="{number}"/></w:rPr>')
        for number in range(count)
    )
