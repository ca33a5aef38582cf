"""Every rule is explained in Vietnamese too."""

from __future__ import annotations

import re

import pytest

from generator.check.documentation import documentation, vietnamese
from generator.check.registry import RULES
from generator.check.rule import HEADINGS, Rule
from generator.messages import LANGUAGES, SOURCE_LANGUAGE, speak

PARTS = ("checks", "why", "example", "remedy")
VIETNAMESE = re.compile("[ăâđêôơưạ-ỹàáãèéìíòóõùúý]", re.IGNORECASE)


def test_no_rule_is_left_out_and_none_is_made_up() -> None:
    assert set(vietnamese()) == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.id))
def test_the_four_parts_are_told(rule: Rule) -> None:
    told = vietnamese()[rule.id]
    assert tuple(told) == PARTS
    assert VIETNAMESE.search(told["checks"])
    for text in told.values():
        assert isinstance(text, str)
        assert "\n" not in text
        assert text.endswith((".", "”", "…"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_own(language: str) -> None:
    rule = RULES[0]
    try:
        speak(language)
        shown = documentation(rule)
    finally:
        speak(SOURCE_LANGUAGE)
    assert shown.startswith(HEADINGS[0]) == (language != SOURCE_LANGUAGE)
