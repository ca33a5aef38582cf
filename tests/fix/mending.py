"""Documents put right for tests, with what was found before and after."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.fix.change import Fixed
from generator.fix.repairing import fix
from generator.profile.profile import Profile


@dataclass(frozen=True)
class Mended:
    """A document and what came of it."""

    given: bytes
    done: Fixed

    @property
    def codes(self) -> set[str]:
        return {finding.code for finding in self.done.findings}


def mend(document: bytes, folder: Path, profile: Profile | None = None, regime: str | None = None) -> Mended:
    file = folder / "van-ban.docx"
    file.write_bytes(document)
    return Mended(document, fix(file, regime=regime, profile=profile))
