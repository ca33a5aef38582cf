"""A small office with any number of units below it, and what a run has left in its folder.

Nothing here runs a batch but `run`, which is the command itself.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.commands.main import main

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
TITLES = (
    *("id", "name", "side", "level", "header.parent", "header.name", "issuing_body", "symbol", "place", "archive"),
    *("signer.name", "signer.position", "signer.authority", "recipients.guidance", "recipients.plan"),
)
OFFICE = """\
office:
  id: dang-uy-xa
  name: Đảng ủy xã Thạnh Lộc
  side: party
  level: commune
  header: {parent: Đảng bộ huyện Thạnh Phú, name: Đảng ủy xã Thạnh Lộc}
  issuing_body: Đảng ủy xã Thạnh Lộc
  symbol: ĐU
  place: Thạnh Lộc
  archive: Văn phòng Đảng ủy
  signers:
    - {id: bi-thu, name: Lê Văn Ba, authority: [{form: on_behalf, of: Đảng ủy}], position: Bí thư}
    - {id: pho, name: Trần Thị Tư, authority: [{form: on_behalf, of: Đảng ủy}], position: Phó Bí thư}
  recipients:
    plan: [{text: Huyện ủy Thạnh Phú, purpose: để b/c}]
    guidance: [{text: Huyện ủy Thạnh Phú, purpose: để b/c}]
"""
_PLAN = """
subject: trồng cây đầu xuân
issued_on: 2025-01-06
aim: Nhằm giữ màu xanh của làng quê.
references:
  - kind: Kế hoạch
    number: 12-KH/HU
    issued_on: 2024-12-20
    issuer: Huyện ủy
    title: về trồng cây
    lead_verb: Thực hiện
sections:
  - title: Mục đích
    content: [Mỗi chi bộ trồng một hàng cây bên đường làng.]
guidance:
  subject: trồng cây đầu xuân
  issued_on: 2025-01-08
  sections:
    - title: Cách làm
      content_points: [Đào hố trước một tuần, trồng vào buổi sáng.]
      forms_channels: [Họp chi bộ, nhắn tin.]
      implementation: [Mỗi chi bộ cử một người lo cây giống.]
      reporting: Báo cáo sau khi trồng xong.
"""
PLAN = "plans/trong-cay.yaml"
_TEXTS = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")


@dataclass(frozen=True)
class Folder:
    """An output folder."""

    path: Path

    def documents(self) -> dict[str, str]:
        """The hash of every document by its name; all of them are whole."""
        found = {}
        for file in sorted(self.path.glob("*.docx")):
            data = file.read_bytes()
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert archive.testzip() is None
            found[file.name] = hashlib.sha256(data).hexdigest()
        return found

    def times(self) -> dict[str, int]:
        return {file.name: file.stat().st_mtime_ns for file in self.path.glob("*.docx")}

    def manifest(self) -> list[dict[str, str]]:
        text = (self.path / "manifest.csv").read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    def statuses(self) -> dict[str, str]:
        """By file, or by unit and kind where there is none."""
        rows = self.manifest()
        return {row["Tệp"] or f"{row['Mã đơn vị']} {row['Loại văn bản']}": row["Tình trạng"] for row in rows}

    def strays(self) -> list[str]:
        """Files that are neither results nor the program's own books."""
        known = {"manifest.csv", "manifest.xlsx", "documents.zip", "journal.sqlite", "lock"}
        files = (file for file in self.path.rglob("*") if file.is_file())
        return [file.name for file in files if file.name not in known and file.suffix not in (".docx", ".pdf")]

    def is_as_told(self) -> bool:
        """The manifest names every document that is there, with its hash, and no other."""
        told = {row["Tệp"]: row["SHA-256"] for row in self.manifest() if row["Tệp"]}
        return told == self.documents()


def text_of(document: Path, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(document) as archive:
        return b" ".join(_TEXTS.findall(archive.read(part))).decode()


def unit(number: int, **cells: str) -> dict[str, str]:
    """A row of the roster; every value names the unit."""
    name = f"Chi bộ ấp {number}"
    return {
        "id": f"chi-bo-{number:04}",
        "name": name,
        "side": "party",
        "level": "cell",
        "header.parent": "Đảng bộ xã Thạnh Lộc",
        "header.name": name,
        "issuing_body": name,
        "symbol": f"CB{number}",
        "place": f"Ấp {number}",
        "archive": f"Tủ {number}",
        "signer.name": f"Nguyễn Thị Số {number}",
        "signer.position": "Bí thư",
        "signer.authority": "on_behalf: Chi bộ",
        "recipients.guidance": f"Đảng ủy xã [để b/c]; Đảng viên ấp {number}",
        "recipients.plan": f"Đảng ủy xã [để b/c]; Đảng viên ấp {number}",
    } | cells


def write_units(root: Path, units: Iterable[Mapping[str, str]]) -> None:
    with (root / "units.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, TITLES)
        writer.writeheader()
        writer.writerows(units)


def office(root: Path, units: Iterable[Mapping[str, str]]) -> Path:
    """A workspace. Writes: the folder."""
    (root / "plans").mkdir(parents=True)
    (root / "vanthu.yaml").write_text(OFFICE, encoding="utf-8")
    (root / PLAN).write_text(_PLAN, encoding="utf-8")
    write_units(root, units)
    return root


def run(*arguments: str, kinds: tuple[str, ...] = ("guidance",)) -> int:
    """`vanthu batch` in the current folder, in this process."""
    chosen = [piece for kind in kinds for piece in ("--kind", kind)]
    return main(["batch", PLAN, *chosen, "-o", "ra", "--check", "none", "--jobs", "1", *arguments])
