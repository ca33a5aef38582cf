"""What a template may see: every key, for every kind, and nothing but plain values."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from generator.model.kinds import Kind
from generator.render.context import DocumentContext, build_context
from tests.documents import REGIMES, job, plan_of

CASES = [(kind, regime) for regime in REGIMES for kind in Kind]


def context(kind: Kind, regime: str) -> DocumentContext:
    wanted = job(kind, regime=regime)
    return build_context(wanted.request, wanted.profile)


def impure(value: Any, path: str) -> Iterator[str]:
    """The paths of what is no plain text, number, flag, list or mapping."""
    if type(value) is dict:
        for key, inner in value.items():
            if type(key) is not str:
                yield f"{path}: key {key!r}"
            # A paragraph has no table and no chart; everything else that is not there is empty.
            if not (key in ("table", "chart") and inner is None):
                yield from impure(inner, f"{path}.{key}")
    elif type(value) is list:
        for place, inner in enumerate(value):
            yield from impure(inner, f"{path}[{place}]")
    elif type(value) not in (str, int, bool):
        yield f"{path}: {type(value).__name__}"


def unlike(value: Any, declared: Any, path: str) -> Iterator[str]:
    """The paths where a value is not what its type says."""
    if is_typeddict(declared):
        hints = get_type_hints(declared)
        if set(value) != set(hints):
            yield f"{path}: {set(value) ^ set(hints)}"
            return
        for key, hint in hints.items():
            yield from unlike(value[key], hint, f"{path}.{key}")
    elif get_origin(declared) is list:
        (inner,) = get_args(declared)
        for place, each in enumerate(value):
            yield from unlike(each, inner, f"{path}[{place}]")
    elif get_origin(declared) is types.UnionType:
        if value is not None:
            yield from unlike(value, get_args(declared)[0], path)
    elif not isinstance(value, get_origin(declared) or declared):
        yield f"{path}: {type(value).__name__}"


@pytest.mark.parametrize(("kind", "regime"), CASES)
def test_the_context_is_of_plain_values(kind: Kind, regime: str) -> None:
    assert list(impure(context(kind, regime), "")) == []


@pytest.mark.parametrize(("kind", "regime"), CASES)
def test_the_context_is_what_its_type_says(kind: Kind, regime: str) -> None:
    assert list(unlike(context(kind, regime), DocumentContext, "")) == []


def test_a_bare_plan_has_every_key_too() -> None:
    bare = plan_of(["Lời."], aim=None, references=(), recipients=(), issued_on=None, slogans=None, reports=())
    wanted = job(plan=bare, regime="party-hd05")
    made = build_context(wanted.request, wanted.profile)
    assert list(impure(made, "")) == []
    assert list(unlike(made, DocumentContext, "")) == []
    assert made["aim"] == made["bases"]["sentence"] == made["properties"]["created"] == ""


@pytest.mark.parametrize(
    ("regime", "sentence", "lines"),
    [("party-hd36", True, False), ("party-hd05", True, False), ("state-nd30", False, True)],
)
def test_bases_are_a_sentence_or_lines(regime: str, sentence: bool, lines: bool) -> None:
    bases = context(Kind.PLAN, regime)["bases"]
    assert bool(bases["sentence"]) is sentence
    assert bool(bases["lines"]) is lines


@pytest.mark.parametrize("kind", [Kind.GUIDANCE, Kind.SLOGANS, Kind.REPORT])
def test_what_follows_from_the_plan_cites_it_once(kind: Kind) -> None:
    made = context(kind, "party-hd05")
    assert made["bases"]["sentence"].count(made["plan"]["later"]) == 1
    assert made["plan"]["first"].startswith(made["plan"]["later"])


def test_only_the_last_block_of_the_body_is_kept_with_the_signature() -> None:
    kept = [block["keep"] for block in context(Kind.PLAN, "party-hd05")["outline"]]
    assert kept == [False] * (len(kept) - 1) + [True]


def test_the_same_request_gives_the_same_context() -> None:
    assert context(Kind.REPORT, "party-hd05") == context(Kind.REPORT, "party-hd05")
