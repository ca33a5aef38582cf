"""How long the register takes where it holds many numbers: to reserve and issue one, to list, to find the gaps.

    python benchmarks/register.py [--entries 100000] [--rounds 30] [--address postgresql+psycopg://…] [--markdown]

The book is a file in a temporary folder (`--folder`: on another disk), or on the server at `--address`, whose tables
must be empty. What is measured includes writing to the disk; how long that takes is the disk's affair, so the median
of a bare write that is synced stands beside it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tables import machine_line, printed
from generator.model.organization import Side
from generator.model.register import RegisterSettings
from generator.register.book import Wanted, gaps, listing, tallies
from generator.register.bringing import restore
from generator.register.clock import now
from generator.register.database import Register
from generator.register.life import issue
from generator.register.opening import open_register
from generator.register.records import Act, Entry, Particulars, Purpose, Series, State, Stream
from generator.register.reserving import reserve

ACT = Act("đo")
KINDS = ("dispatch", "report", "notice", "decision", "plan")
SHARES = (52, 16, 12, 12, 8)
"""Of a hundred documents of one office, as a register of a commune has them."""
AIMS = {"reserve": 5, "list": 200, "gaps": 200}


def filled(register: Register, count: int) -> None:
    """`count` numbers of this year's series, a hundredth of them void."""
    year, at = now().year, now()
    entries, firsts = [], {}
    for kind, share in zip(KINDS, SHARES, strict=True):
        series = Series("ubnd", Side.STATE, Stream.DOCUMENTS, kind, f"{year}", date(year, 1, 1))
        firsts[series] = 1
        entries += [_entry(series, kind, number, at, count) for number in range(1, count * share // 100 + 1)]
    restore(register, entries, firsts, ACT)


def _entry(series: Series, kind: str, number: int, at: object, count: int) -> Entry:
    state = State.VOID if number % 100 == 0 else State.ISSUED
    told = Particulars(
        code=f"{number:02d}/UBND",
        subject=f"về việc tuyên truyền kỷ niệm các ngày lễ lớn lần {number}",
        issued_on=series.starts + timedelta(days=min(number * 60 // count, 200)),
        signer="Chủ tịch",
        recipients="Các ban, ngành; các đơn vị trực thuộc; lưu VT",
        sha256="0" * 64,
    )
    reason = "ký nhầm" if state is State.VOID else ""
    return Entry(series, number, state, None, kind, f"{number}", "", "", "", at, reason=reason, particulars=told)  # type: ignore[arg-type]


def measured(work: Callable[[int], object], rounds: int) -> list[float]:
    """Milliseconds of each round."""
    found = []
    for number in range(rounds):
        start = time.perf_counter()
        work(number)
        found.append((time.perf_counter() - start) * 1000)
    return found


def works(register: Register, folder: Path) -> Iterator[tuple[str, str, Callable[[int], object]]]:
    """Each with its name, and what is compared with an aim."""

    def take(number: int) -> tuple[Entry, ...]:
        return reserve(register, [Purpose("ubnd", Side.STATE, "plan", f"new {number}")], ACT)

    def give(number: int) -> object:
        (entry,) = take(number)
        return issue(register, [(str(entry.key), Particulars(issued_on=now().date()))], ACT)

    def many(number: int) -> object:
        return reserve(register, [Purpose("ubnd", Side.STATE, "plan", f"{number} of {one}") for one in range(100)], ACT)

    yield "synced write of 4 KiB, for comparison", "", lambda _number: _synced(folder)
    yield "reserve one", "reserve", take
    yield "issue one that is reserved", "", give
    yield "reserve 100 in one transaction", "", many
    yield "list: the newest 200", "list", lambda _number: listing(register, limit=200, newest=True)
    yield "list: one month of one kind", "list", lambda _number: listing(register, _month())
    yield "list: what each series holds", "list", lambda _number: tallies(register)
    yield "gaps", "gaps", lambda _number: gaps(register)
    yield "list: everything", "", lambda _number: listing(register)


def _month() -> Wanted:
    year = now().year
    return Wanted(kind="plan", since=date(year, 1, 2), until=date(year, 1, 3))


def _synced(folder: Path) -> None:
    with (folder / "synced").open("wb") as file:
        file.write(bytes(4096))
        file.flush()
        os.fsync(file.fileno())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--address", default="")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--markdown", action="store_true")
    chosen = parser.parse_args()
    lines = [("", "median ms", "lowest", "highest", "aim")]
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        folder = Path(name)
        with open_register(folder, RegisterSettings(address=chosen.address), "ubnd") as register:
            filled(register, chosen.entries)
            for title, aim, work in works(register, folder):
                ms = measured(work, chosen.rounds)
                wanted = f"< {AIMS[aim]}" if aim else ""
                lines.append((title, f"{statistics.median(ms):.1f}", f"{min(ms):.1f}", f"{max(ms):.1f}", wanted))
    print(f"{chosen.entries} entries; {machine_line()}\n")
    print(printed(lines, markdown=chosen.markdown))


if __name__ == "__main__":
    main()
