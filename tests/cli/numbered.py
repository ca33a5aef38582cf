"""A small office whose documents are numbered, and what its commands say."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.commands.main import main
from generator.register.book import history, listing
from generator.register.ledger import Numbered
from generator.register.opening import open_register
from generator.register.records import Entry
from generator.sources.load import load_workspace
from generator.workspace import Workspace
from tests.batch.offices import OFFICE, PLAN

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
UNIT = "chi-bo-mot"
REGISTER = """\
register:
  terms:
    - {name: 2020 - 2025, start: congress, day: 14/8/2020}
    - {name: 2025 - 2030, start: first_meeting, day: 15/8/2025}
"""
UNITS = """\
units:
  - id: chi-bo-mot
    name: Chi bộ Một
    side: party
    level: cell
    header: {parent: Đảng bộ xã Thạnh Lộc, name: Chi bộ Một}
    issuing_body: Chi bộ Một
    symbol: CB
    place: Thạnh Lộc
    archive: Chi bộ
    signers: [{id: bi-thu, name: Võ Năm, authority: [{form: on_behalf, of: Chi bộ}], position: Bí thư}]
"""
PLAN_TEXT = """\
subject: trồng cây đầu xuân
issued_on: 2026-01-06
aim: Nhằm giữ màu xanh của làng quê.
references:
  - {kind: Kế hoạch, number: 12-KH/HU, issued_on: 2025-12-20, issuer: Huyện ủy, title: về trồng cây}
sections:
  - title: Mục đích
    content: [Mỗi chi bộ trồng một hàng cây bên đường làng.]
guidance:
  subject: trồng cây đầu xuân
  issued_on: 2026-01-08
  sections:
    - title: Cách làm
      content_points: [Đào hố trước một tuần, trồng vào buổi sáng.]
      forms_channels: [Họp chi bộ, nhắn tin.]
      implementation: [Mỗi chi bộ cử một người lo cây giống.]
      reporting: Báo cáo sau khi trồng xong.
copies:
  - {form: true_copy, copied_on: 2026-01-09}
"""


def office(root: Path, register: str = REGISTER) -> Path:
    """A workspace. Writes: the folder."""
    (root / "plans").mkdir(parents=True)
    for name, text in (("vanthu.yaml", OFFICE + register), ("units.yaml", UNITS), (PLAN, PLAN_TEXT)):
        (root / name).write_text(text, encoding="utf-8")
    return root


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = DONE) -> str:
    """What a command says, that ends so."""
    capsys.readouterr()
    ended = main(arguments)
    out = "".join(capsys.readouterr())
    assert ended == code, out
    return out


def book(root: Path) -> tuple[Entry, ...]:
    """Every line of the register."""
    file = load_workspace(Workspace(root)).office_file
    with open_register(root, file.register, file.office.id) as register:
        return listing(register)


def states(root: Path) -> dict[str, str]:
    """How each number stands, by its code."""
    return {f"{entry.particulars.code} {entry.series.issuer}": entry.state.value for entry in book(root)}


def why(root: Path, entry: Entry) -> list[tuple[str, str, str]]:
    file = load_workspace(Workspace(root)).office_file
    with open_register(root, file.register, file.office.id) as register:
        lines = history(register, Numbered(entry.series, entry.number))
    return [(line.who, line.action, line.why) for line in lines]


def words(document: Path) -> str:
    with zipfile.ZipFile(document) as archive:
        return text_of(archive.read("word/document.xml").decode())


def text_of(part: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", part.replace("</w:t>", "").replace("<w:t", "<w:t")).split())


def has_all(text: str, wanted: Iterable[str]) -> bool:
    squeezed = " ".join(text.split())
    return all(each in squeezed for each in wanted)
