"""That Roman headings of one document are marked in one way. Which way is another rule's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.profile.constraint import Exactly
from generator.recognise.pieces import Heading
from generator.vietnamese.numbering import MarkerStyle


@rule(
    "components/heading-mixed",
    title=mark("hai cách đánh số lẫn lộn"),
    enforces=["heading_roman.marker"],
    severity=Severity.WARNING,
)
def heading_mixed(subject: Subject) -> Iterator[Finding]:
    """What it checks: that Roman headings of one document have one sign after them, where two are allowed.

    Why: “I-” and “I.” in one document look like two levels.
    Example: “I- …”, “II. …”.
    What to do: write all as most of them are.
    """
    if isinstance(subject.profile.constraint("heading_roman.marker"), Exactly):
        return
    roman = [each for each in _main(subject) if each.style in (MarkerStyle.ROMAN_DASH, MarkerStyle.ROMAN_DOT)]
    styles = Counter(each.style for each in roman)
    if len(styles) < 2:
        return
    usual = next(each for each in roman if each.style == styles.most_common(1)[0][0])
    for heading in roman:
        if heading.style != usual.style:
            yield Finding(
                _("số La Mã đánh hai cách trong một văn bản"),
                heading.component.where,
                expected=_("như “{marker}”").format(marker=usual.marker),
                actual=heading.marker,
                path="heading_roman.marker",
            )


def _main(subject: Subject) -> list[Heading]:
    return [each for each in subject.recognised.headings if not subject.recognised.is_in_annex(each.component.first)]
