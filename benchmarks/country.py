"""A workspace with as many units as are wanted: the example's office and plan, and a roster of composed names.

    python benchmarks/country.py FOLDER [--units 10000]

Communes and the party cells of their hamlets, as such bodies are named; no person is, and no place is meant. The
example's own units stand first, for its plan speaks of them, and have the office's templates like all others.
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
import sys
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.example import WORKSPACE
from generator.sources.columns import UNIT_COLUMNS, field_of
from generator.sources.load import open_plan
from generator.sources.write_table import csv_bytes
from generator.vietnamese.unicode import without_marks
from generator.workspace import open_workspace

_SYLLABLES = (
    *("Tân", "Phú", "Bình", "An", "Hòa", "Long", "Thạnh", "Mỹ", "Đông", "Tây", "Vĩnh", "Hưng", "Lộc", "Thuận", "Phước"),
    *("Trung", "Xuân", "Quảng", "Kim", "Sơn", "Nghĩa", "Thượng", "Hạ", "Yên", "Giang", "Khánh", "Điền", "Ngọc"),
)
_HAMLETS = ("ấp", "thôn", "khu vực", "khóm", "tổ dân phố")
_CELLS = 399
"""Of each commune."""
Row = dict[str, str]


def rows() -> Iterator[Row]:
    """Units without end, or nearly: every name is another."""
    for first, second in product(_SYLLABLES, _SYLLABLES):
        if first == second:
            continue
        place = f"{first} {second}"
        commune = f"xã {place}"
        yield _unit(
            f"Đảng ủy {commune}",
            level="Xã",
            parent="",
            above="Đảng bộ quận Cái Răng",
            body="Đảng ủy",
            symbol="ĐU",
            place=place,
            readers="Thường trực Quận ủy (để b/c)\nBan Tuyên giáo Quận ủy (để b/c)\nCác chi bộ trực thuộc Đảng ủy xã",
        )
        for number in range(_CELLS):
            hamlet = f"{_HAMLETS[number % len(_HAMLETS)]} {number // len(_HAMLETS) + 1}"
            yield _unit(
                f"Chi bộ {hamlet} {commune}",
                level="Chi bộ",
                parent=_slug(f"Đảng ủy {commune}"),
                above=f"Đảng bộ {commune}",
                body="Chi bộ",
                symbol="CB",
                place=place,
                readers=f"Thường trực Đảng ủy {commune} (để b/c)\nCác đ/c đảng viên trong chi bộ",
            )


def _unit(name: str, *, level: str, parent: str, above: str, body: str, symbol: str, place: str, readers: str) -> Row:
    return {
        "id": _slug(name),
        "name": name,
        "side": "Đảng",
        "level": level,
        "parent": parent,
        "header.parent": above,
        "header.name": name,
        "issuing_body": name,
        "symbol": symbol,
        "place": place,
        "archive": f"Văn phòng {body}" if body == "Đảng ủy" else body,
        "signer.position": "Bí thư",
        "signer.authority": f"thay mặt: {body}",
        "recipients.guidance": readers,
    }


def _slug(name: str) -> str:
    return without_marks(name).casefold().replace("đ", "d").replace(" ", "-")


def build(folder: Path, count: int) -> Path:
    """The plan of a workspace with so many units, the example's own among them. Writes: the folder, a new one."""
    shutil.copytree(WORKSPACE, folder)
    # Compiling templates that three units have changed is no part of what a document of the others costs.
    shutil.rmtree(folder / "units")
    plan = folder / "plans" / "ke-hoach.yaml"
    loaded, _plan = open_plan(open_workspace(folder), plan)
    units, groups = csv_bytes(loaded.roster)
    own = list(csv.reader(io.StringIO(units.decode("utf-8-sig"), newline="")))
    fields = list(dict.fromkeys([*(field_of(title, UNIT_COLUMNS) or title for title in own[0]), *next(rows())]))
    with (folder / "units.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([UNIT_COLUMNS[field].title for field in fields])
        table.writerows(line + [""] * (len(fields) - len(line)) for line in own[1 : count + 1])
        for row in islice(rows(), max(0, count - len(own) + 1)):
            table.writerow([row.get(field, "") for field in fields])
    if groups is not None:
        (folder / "groups.csv").write_bytes(groups)
    (folder / "units.yaml").unlink()
    return plan


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--units", type=int, default=10_000)
    options = parser.parse_args()
    print(build(options.folder, options.units))


if __name__ == "__main__":
    main()
