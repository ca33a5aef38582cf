"""The word before the number. Codes and signs after it are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark


@rule("components/number-word", title=mark("chữ “Số”"), enforces=["number_format.template"])
def number_word(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the line begins with “Số” as written there: with a colon in State documents, with none in
    those of the Party (a colon there is named by the rule on mixed regimes).

    Why: the regulations show the line letter by letter.
    Example: “Số 12/QĐ-UBND”, “SỐ: 12/QĐ-UBND”.
    What to do: write “Số:” in a State document, “Số” in one of the Party.
    """
    number = subject.recognised.number
    if number is None:
        return
    expected = subject.profile.text("number_format.template").partition("{")[0].strip()
    actual = number.word.strip() + (":" if number.has_colon else "")
    is_other_side = is_party(subject) and number.has_colon
    wrong_word = number.word.strip() != expected.rstrip(":")
    if wrong_word or (actual != expected and not is_other_side and number.side in (None, subject.profile.side)):
        yield Finding(
            _("chữ trước số văn bản viết sai"),
            number.component.where,
            expected=f"“{expected}”",
            actual=f"“{actual}”",
            path="number_format.template",
        )
