"""Holes refuse whatever would let a unit's value into another's document; expressions and pieces are what they say."""

from __future__ import annotations

import copy
import functools
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from generator.render.filters import FILTERS
from generator.render.joining import MOST_PACKAGES, Packages, Plainly
from generator.render.shape import flattened, with_holes
from generator.templates.archive import member
from generator.templates.environment import TemplateEnvironment
from generator.templates.expressions import MOST_STEPS, Reader
from generator.templates.holes import NotPrintable
from generator.templates.pieced import Package, package_of, part_of, printed_leaves, repacked
from generator.templates.tracing import Trace

LEAVES = ["Đảng ủy xã A & B", 7]


def reader() -> Reader:
    return Reader(TemplateEnvironment(FILTERS), len(LEAVES))


def trace() -> Trace:
    return Trace(LEAVES, reader())


REFUSED: dict[str, Callable[[Any], object]] = {
    "str": str,
    "repr": repr,
    "hash": hash,
    "len": len,
    "iter": list,
    "int": int,
    "float": float,
    "index": lambda hole: range(hole),
    "abs": abs,
    "negative": lambda hole: -hole,
    "divided": lambda hole: hole / 2,
    "rest": lambda hole: hole % 2,
    "power": lambda hole: hole**2,
    "from the right": lambda hole: 2**hole,
    "format": lambda hole: f"{hole:>5}",
    "join": lambda hole: hole.join(["a"]),
    "attribute": lambda hole: hole.name,
    "called": lambda hole: hole(),
    "a key": lambda hole: {"a": 1}[hole],
    "by name": lambda hole: hole["a"],
    "reversed": lambda hole: list(reversed(hole)),
    "copied": copy.copy,
    "set": lambda hole: {hole},
    "bytes": lambda hole: bytes(hole),
    "beside an object": lambda hole: hole == object(),
}


@pytest.mark.parametrize("index", range(len(LEAVES)))
@pytest.mark.parametrize("case", REFUSED)
def test_a_hole_refuses(case: str, index: int) -> None:
    made = trace()
    with pytest.raises(NotPrintable):
        REFUSED[case](made.leaf(index))
    assert made.refused is not None


ASKED: dict[str, tuple[Callable[[Any, Any], object], object]] = {
    "equal": (lambda text, _number: text == "Đảng ủy xã A & B", True),
    "unequal": (lambda _text, number: number != 7, False),
    "less": (lambda _text, number: number < 10, True),
    "in": (lambda text, _number: "xã" in text, True),
    "in a list": (lambda text, _number: text in ["a", "b"], False),
    "what is derived": (lambda _text, number: bool(number - 7), False),
}


@pytest.mark.parametrize("case", ASKED)
def test_a_question_is_answered_and_noted(case: str) -> None:
    made = trace()
    function, answer = ASKED[case]
    assert function(made.leaf(0), made.leaf(1)) is answer
    assert made.guards
    assert made.refused is None


def test_whether_a_leaf_is_there_is_known() -> None:
    made = trace()
    assert made.leaf(0)
    assert made.guards == []


def test_what_doubles_each_time_is_refused() -> None:
    hole: Any = trace().leaf(0)
    with pytest.raises(NotPrintable):
        functools.reduce(lambda text, _time: text + text, range(MOST_STEPS), hole)


def test_tokens_are_found_again_and_nothing_else_is_one() -> None:
    made, other = trace(), trace()
    text = f"a{made.token(made.leaf(1))}b{other.token(other.leaf(0))}c{made.token(made.leaf(0))}"
    assert made.pieces(text)[1::2] == [("leaf", 1), ("leaf", 0)]


BROKEN_EXPRESSIONS = [
    *(None, (), ("leaf", 2), ("leaf", -1), ("leaf", "0"), ["leaf", 0], ("plain", object()), ("what", 1)),
    *(("call", "|picture", (), ()), ("call", "|attr", (), ()), ("call", "?callable", (), ()), ("call", "eval", (), ())),
    *(("call", "|upper"), ("call", "|upper", [("leaf", 0)], ()), ("slice", "a", 1, 1), ("dict", (1,)), ("text", 5)),
    ("list", *[("leaf", 0)] * (MOST_STEPS + 1)),
]


@pytest.mark.parametrize("expression", BROKEN_EXPRESSIONS, ids=lambda one: repr(one).partition(" at 0x")[0][:40])
def test_what_is_no_expression_is_refused(expression: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        reader().function(expression)


@pytest.mark.parametrize(
    "traced",
    [
        ((("what", "a", "b"),), (), ()),
        ((("filled", "word/document.xml", "a", ("leaf", 9), "b"),), (), ()),
        ((("ready", "a", 0, 5, zlib.compress(b"aaaaa")),), (), ()),
        ((("ready", "a", 1, 5, member("a", b"aaaaa").data),), (), ()),
        ((("filled", "a", "b"),), ((("leaf", 7), True),), ()),
        ((("filled", "a", "b"),), (), (("leaf", 7),)),
        ((5,), (), ()),
    ],
    ids=repr,
)
def test_a_trace_that_is_not_sound_is_not_learnt(traced: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        Packages().learn("t", LEAVES, traced)


# Shapes

SHAPES: list[dict[str, Any]] = [
    {"a": "x"}, {"a": ""}, {"b": "x"}, {"a": 1}, {"a": 0}, {"a": False}, {"a": True}, {"a": None}, {"a": []},
    {"a": ["x"]}, {"a": ["x", "y"]}, {"a": [["x"], "y"]}, {"a": [["x", "y"]]}, {"a": {}}, {"a": {"b": "x"}},
    {"a": "x", "b": "y"}, {"a": [{"b": "x"}]}, {"a": {"b": "x"}, "c": "y"}, {"a": {"b": "x", "c": "y"}},
]  # fmt: skip


def test_what_a_template_could_choose_by_is_in_the_shape() -> None:
    assert len({flattened(one)[0] for one in SHAPES}) == len(SHAPES)


@pytest.mark.parametrize("value", SHAPES, ids=repr)
def test_holes_are_numbered_as_leaves_are(value: dict[str, Any]) -> None:
    leaves = flattened(value)[1]
    assert with_holes(value, leaves.__getitem__) == value


def test_units_of_one_shape_differ_in_leaves_alone() -> None:
    one, other = {"a": "x", "b": [2, ""]}, {"a": "y", "b": [3, ""]}
    assert flattened(one)[0] == flattened(other)[0]


# Archives

SIZES = (0, 1, 3, 30, 700, 1_999, 2_001, 70_000, 140_000)


@pytest.mark.parametrize("seed", range(8))
def test_a_part_joined_is_the_part(seed: int) -> None:
    dice = random.Random(seed)

    def some() -> bytes:
        return bytes(dice.choices(b"<w:p>abc", k=dice.choice(SIZES)))

    count = dice.randrange(6)
    statics, texts = [some() for _each in range(count + 1)], [some().decode() for _each in range(count)]
    holes: list[Any] = [
        n if dice.random() < 0.5 else (lambda leaves, _printed, n=n: str(leaves[n]).encode()) for n in range(count)
    ]
    texts = [text.replace("<", "(").replace(">", ")") for text in texts]
    package = package_of([member("a", b"ready")], [part_of("b", statics, holes)], [], lambda piece: piece)
    document, _digest = package.joined(texts)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.testzip() is None
        wanted = b"".join(x + y for x, y in zip(statics, [*(one.encode() for one in texts), b""], strict=True))
        assert (archive.read("a"), archive.read("b")) == (b"ready", wanted)


@pytest.mark.parametrize("leaves", [["a", 5], ["<&>", "'\""], ["a\0b", "c"], [], ["\U0001f600"]], ids=repr)
def test_leaves_are_printed_as_tags_print_them(leaves: list[str | int]) -> None:
    template = TemplateEnvironment(FILTERS).from_string("{{ x }}")
    assert printed_leaves(leaves) == [template.render(x=one).encode() for one in leaves] or not leaves


def test_patience_makes_a_member_no_larger() -> None:
    one = member("a", bytes(range(256)) * 40)
    assert len(repacked(one).data) <= len(one.data)
    assert repacked(one).checksum == one.checksum


def test_too_many_packages_are_forgotten_and_learnt_again() -> None:
    packages = Packages()
    traced: Any = ((("filled", "a", "<", ("leaf", 0), ">"),), (), ())
    first = packages.learn("0", LEAVES, traced)
    assert packages.find("0", LEAVES) is first
    for number in range(MOST_PACKAGES):
        packages.learn(f"n{number}", LEAVES, Plainly(None))
    assert packages.find("0", LEAVES) is None
    again = packages.learn("0", LEAVES, traced)
    assert isinstance(first, Package)
    assert isinstance(again, Package)
    assert again.joined(LEAVES) == first.joined(LEAVES)
