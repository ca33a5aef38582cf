"""Cases of rules: read from YAML, and run as a person's document would be.

It does not know what a rule looks at, nor what an operation does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from generator.check.runner import check_document
from generator.diagnostics import Diagnostic
from generator.profile.constraint import Exactly, Source
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime, regimes
from generator.profile.schema import kind_of

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Case:
    """One change of one document, and the rules that then speak."""

    file: str
    number: int
    document: str
    change: Any
    expect: frozenset[str]
    profile: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"{self.file}-{self.number}-{self.document}"


def cases() -> tuple[Case, ...]:
    """All cases of all families."""
    return tuple(case for path in sorted(FOLDER.glob("*/*.yaml")) for case in _cases_of(path))


def _cases_of(path: Path) -> Iterable[Case]:
    for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
        profile = {key: str(value) for key, value in entry.get("profile", {}).items()}
        name = f"{path.parent.name}/{path.stem}"
        yield Case(name, number, entry["document"], entry["change"], frozenset(entry["expect"]), profile)


def regime_of(document: str) -> str:
    """`plan-party-hd05` is judged by `party-hd05`."""
    return next(regime for regime in regimes() if document.endswith(regime))


def narrowed(regime: str, values: Mapping[str, str]) -> Profile:
    """The regime with these exact values."""
    profile = load_regime(regime)
    constraints = dict(profile.constraints)
    for path, text in values.items():
        section, _dot, key = path.partition(".")
        kind = kind_of(section, key)
        assert kind is not None, path
        constraints[path] = Exactly(kind.read(text), profile.constraint(path).source if profile.has(path) else Source())
    return replace(profile, constraints=constraints)


def found_in(data: bytes, folder: Path, profile: Profile) -> tuple[Diagnostic, ...]:
    """What the rules say of a document."""
    file = folder / "van-ban.docx"
    file.write_bytes(data)
    return check_document(file, profile=profile).diagnostics


def told(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """One line each, for the message of a failing test."""
    return [
        f"{each.code}: {each.message} | {each.actual} → {each.expected} | {each.where.part} {each.where.paragraph}"
        f" “{each.where.excerpt}”"
        for each in diagnostics
    ]
