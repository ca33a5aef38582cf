"""No message lacks a translation: ours into English, click's into Vietnamese."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages import Catalog

from generator import messages
from generator.messages import LANGUAGES, SOURCE_LANGUAGE, _, speak
from scripts import messages as script

MODULES = sorted((script.ROOT / "generator").rglob("*.py"))


@pytest.fixture(autouse=True)
def _spoken_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "")
    yield
    speak(SOURCE_LANGUAGE)


def test_our_catalogue_is_complete() -> None:
    assert list(script.problems(script.catalogues()[0])) == []


def test_clicks_catalogue_is_complete() -> None:
    if not script.click_is_known():
        pytest.skip("this click is newer than the newest whose strings were translated")
    assert list(script.problems(script.catalogues()[1])) == []


def test_texts_are_looked_up_before_they_are_filled_in() -> None:
    assert [fault for module in MODULES for fault in script.misuses(module)] == []


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ('_("một {tên}").format(tên=1)', 0),
        ("_(TITLES[kind])", 0),
        ('mark("một")', 0),
        ('_(f"một {name}")', 1),
        ('_("một {name}".format(name=1))', 1),
        ('_("một" + name)', 1),
        ("mark(TITLE)", 1),
        ('_("một {name}").format(nam=1)', 1),
        ('_("một {name}").format(**all)', 0),
    ],
)
def test_a_misuse_is_found(source: str, faults: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "ROOT", tmp_path)
    module = tmp_path / "module.py"
    module.write_text(source, encoding="utf-8")
    assert len(list(script.misuses(module))) == faults


def kept(folder: Path, monkeypatch: pytest.MonkeyPatch, *asked: str) -> script.Kept:
    monkeypatch.setattr(script, "LOCALES", folder)
    template = Catalog()
    for message in asked:
        template.add(message)
    return script.Kept("en", "vanthu", "Messages", template)


def translate(one: script.Kept, old: str, new: str) -> None:
    text = one.po.read_text(encoding="utf-8")
    one.po.write_text(text.replace(f'msgid "{old}"\nmsgstr ""', f'msgid "{old}"\nmsgstr "{new}"'), encoding="utf-8")


def test_every_sort_of_fault_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = kept(tmp_path, monkeypatch, "tệp {name}", "dòng {line}", "chưa dịch")
    script.update(one)
    translate(one, "tệp {name}", "file {nam}")
    translate(one, "dòng {line}", "line {line}")
    now = kept(tmp_path, monkeypatch, "tệp {name}", "dòng số {line}", "chưa dịch", "mới")
    assert list(script.problems(now)) == [
        "vanthu.po: missing: 'dòng số {line}'",
        "vanthu.po: missing: 'mới'",
        "vanthu.po: other {fields} than the source: 'tệp {name}'",
        "vanthu.po: left over: 'dòng {line}'",
        "vanthu.po: not translated: 'chưa dịch'",
        "vanthu.mo: is not what vanthu.po compiles to",
    ]
    script.update(now)
    assert list(script.problems(now)) == [
        "vanthu.po: other {fields} than the source: 'tệp {name}'",
        "vanthu.po: fuzzy: 'dòng số {line}'",
        "vanthu.po: not translated: 'chưa dịch'",
        "vanthu.po: not translated: 'mới'",
    ]


def test_updating_twice_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = kept(tmp_path, monkeypatch, "tệp {name}")
    script.update(one)
    translate(one, "tệp {name}", "file {name}")
    script.update(one)
    first = one.po.read_bytes(), one.mo.read_bytes()
    script.update(one)
    assert (one.po.read_bytes(), one.mo.read_bytes()) == first
    assert list(script.problems(one)) == []


def test_each_language_speaks() -> None:
    speak("en")
    assert _("lỗi") == "error"
    assert gettext.gettext("Usage:") == "Usage:"
    speak("vi")
    assert _("lỗi") == "lỗi"
    assert gettext.gettext("Usage:") == "Cách dùng:"


def test_click_speaks_vietnamese_in_plurals() -> None:
    speak("vi")
    context = click.Context(click.Command("thử"))
    with pytest.raises(click.UsageError) as caught:
        click.Choice(["a", "b"]).convert("c", None, context)
    assert caught.value.format_message() == "Giá trị không hợp lệ: 'c' không nằm trong: 'a', 'b'."


def test_every_language_has_its_catalogue() -> None:
    for language in LANGUAGES:
        assert list((messages.CATALOGUES / language / "LC_MESSAGES").glob("*.mo"))


VIETNAMESE = re.compile("[ăâđêôơưĩũạ-ỹàáãèéìíòóõùúý]")
SPEAKING = ("commands", "reporters", "pipeline", "machine.py", "workspace.py")
"""What these say in Vietnamese, they say to a person; the others also know Vietnamese as language and as print."""


def outside(module: Path) -> Iterator[str]:
    """Vietnamese texts that are neither looked up nor marked nor documentation."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    fine: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "mark"):
            fine.update(ast.walk(node))
        elif isinstance(node, ast.Expr):
            fine.add(node.value)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node in fine:
            continue
        if VIETNAMESE.search(node.value.lower()):
            yield f"{module.relative_to(script.ROOT).as_posix()}:{node.lineno}: {node.value!r}"


def test_what_people_read_is_looked_up() -> None:
    package = script.ROOT / "generator"
    speaking = [module for module in MODULES if module.relative_to(package).parts[0] in SPEAKING]
    assert [text for module in speaking for text in outside(module)] == []
