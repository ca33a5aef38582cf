"""YAML that is made to break a reader: refused, or read, in under a second and under 100 MB, in a process of its own.

The limits are the requirement, so they are measured. Seconds are the processor's: the machine may have other work.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SECONDS, MEGABYTES = 1.0, 100.0
REFUSED, READ = "refused", "read"
_ALIASES = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
_MERGES = "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
BOMBS = {
    # name: the file, what becomes of it
    "aliases": (_ALIASES, REFUSED),
    "merge keys": (_MERGES, REFUSED),
    "brackets": ("a: " + "[" * 900, REFUSED),
    "brackets to the limit": ("a: " + "[" * 1_000_000, REFUSED),
    "braces": ("a: " + "{b: " * 250_000, REFUSED),
    "dashes": ("a:\n  " + "- " * 500_000 + "x\n", REFUSED),
    "question marks": ("? " * 500_000 + "x\n", REFUSED),
    "keys ever deeper": ("".join(f"{' ' * n}k:\n" for n in range(1_200)), REFUSED),
    "ten megabytes": ("a: x\n" * 2_000_000, REFUSED),
    "ten megabytes of one line": ("a: " + "x" * 10_000_000, REFUSED),
    "a long text": ("a: " + "x" * 1_000_000, READ),
    "a long text of lines": ("a: >\n" + "  một hai ba bốn\n" * 45_000, READ),
    "a long text in quotes": ('a: "' + "\\u1ed9" * 170_000 + '"', READ),
    "a long text of invisible characters": ("a: '" + "\u200b" * 340_000 + "'", READ),
    "a million keys": ("".join(f"k{n}:\n" for n in range(1_000_000)), REFUSED),
    "many keys": ("".join(f"k{n}:\n" for n in range(120_000)), REFUSED),
    "keys that are one": ("k:\n" * 70_000, REFUSED),
    "keys that are one, deep inside": ("a: [" + "{k: {k: x}, k: {k: x}}, " * 12_000 + "x]", REFUSED),
    "entries": ("a: [" + "[]," * 300_000 + "]", REFUSED),
    "tags": ("a: " + "!a" * 400_000 + " x", REFUSED),
    "tags one by one": ("a:\n" + "- !!str x\n" * 90_000, REFUSED),
    "anchors": ("a:\n" + "- &a x\n" * 120_000, REFUSED),
    "directives": ("%TAG !a! tag:b,2000:\n" * 45_000 + "---\na: x\n", REFUSED),
    "documents": ("---\na: x\n" * 100_000, REFUSED),
    "comments": ("# x\n" * 200_000 + "a: x\n", READ),
    "empty lines": ("a: x\n" + "\n" * 1_000_000, READ),
    "spaces": ("a:" + " " * 1_000_000 + "x\n", READ),
    "illegal characters": ("a: '" + "\x07" * 1_000_000 + "'\n", READ),
    "escapes of illegal characters": ("a:\n" + '- "\\x07"\n' * 90_000, REFUSED),
    "invisible beginnings": ("a:\n" + "\u00a0b: c\n" * 100_000, REFUSED),
    "colons": ("a" + ": a" * 300_000, REFUSED),
    "quotes that do not close": ("a: '" + "x\n" * 400_000, REFUSED),
    "NUL": ("\0" * 1_000_000, REFUSED),
    "marks upon one letter": ("a: e" + "\u0301\u0323" * 250_000, READ),
    "escapes of marks upon one letter": ('a: "e' + "\\u0301\\u0323" * 85_000 + '"', READ),
}  # fmt: skip
MEASURE = """
import resource, sys, time
from pathlib import Path
from generator.diagnostics import Faulty
from generator.sources.yaml_text import read

def megabytes(name):
    # Not ru_maxrss: a new process begins with its parent's, and a large parent would hide everything.
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(name))) / 1024

# More than is allowed, so that a bomb that goes off is measured and does not take the machine along.
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
before, started = megabytes("VmRSS"), time.process_time()
try:
    read(Path(sys.argv[1]))
    found = "read"
except Faulty:
    found = "refused"
print(found, time.process_time() - started, megabytes("VmHWM") - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured by what Linux tells of a process")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_harmless(name: str, tmp_path: Path) -> None:
    content, becomes = BOMBS[name]
    bomb = tmp_path / "bomb.yaml"
    bomb.write_text(content, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(bomb)], capture_output=True, text=True, timeout=30, check=False
    )
    assert run.returncode == 0, run.stderr[-500:]
    found, seconds, megabytes = run.stdout.split()
    assert found == becomes
    assert float(seconds) < SECONDS
    assert float(megabytes) < MEGABYTES
