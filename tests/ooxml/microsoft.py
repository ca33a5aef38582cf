"""Microsoft's own Open XML SDK as a program, found where a machine may have it.

It says nothing of how the program came there: `.ci/run` does.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

VARIABLE = "VANTHU_OOXML_VALIDATOR"
"""The environment variable that names the program."""
_TOOLS = Path(__file__).resolve().parents[2] / ".tools"
_NAME = "ooxml-validator"
_SECONDS = 60


@cache
def program() -> str | None:
    """By the variable, in `.tools` of the checkout, on the path; in this order."""
    named = os.environ.get(VARIABLE)
    if named:
        return named
    for found in sorted(_TOOLS.glob(f"node_modules/@xarsh/{_NAME}-*/{_NAME}*")):
        if os.access(found, os.X_OK):
            return str(found)
    return shutil.which(_NAME)


def faults(file: Path) -> list[str]:
    """All that it has against a document."""
    found = program()
    assert found is not None
    run = subprocess.run(
        [found, str(file), "Microsoft365"],
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
        # Without it, .NET wants a library of languages that a bare system has not.
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert run.stdout.strip(), f"the validator said nothing: {run.stderr[-500:]}"
    said = json.loads(run.stdout)
    return [str(error.get("description", error)) for error in said["errors"]] or ([] if said["ok"] else [run.stdout])
