"""How the rules on the page are made. Their lengths and weights are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.ruled import RULED
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.recognise.component import Line, LineKind

_TYPED = re.compile(r"[-–—_=*.~]{3,}")


@rule("components/line-made-otherwise", title=mark("cách kẻ đường"), enforces=[f"{part}_rule.line" for part in RULED])
def line_made_otherwise(subject: Subject) -> Iterator[Finding]:
    """What it checks: that lines are drawn (a border or a drawing). Underscores under the body and the subject count as
    drawn, for the Government's own forms have them; underlined words and typed hyphens do not.

    Why: an underline is as long as the words and sticks to them, typed signs have gaps, and neither has the length
    that the regulation gives.
    Example: the motto with the underline of Word (Ctrl+U).
    What to do: take the underline away and draw a line below the words.
    """
    for line in subject.recognised.lines:
        path = f"{line.of}_rule.line"
        if not subject.profile.has(path):
            continue
        typed = "".join(_TYPED.findall(line.paragraph.text)[:1])
        if line.kind is LineKind.UNDERLINE and not _is_of_words(subject, line):
            made = _("chữ gạch chân thay cho đường kẻ")
        elif line.kind is LineKind.CHARACTERS and not typed.endswith("_"):
            made = _("đường kẻ gõ bằng dấu")
        else:
            continue
        yield Finding(made, line.where, actual=typed[:40] or None, hint=_("kẻ bằng đường viền hoặc hình vẽ"), path=path)


def _is_of_words(subject: Subject, line: Line) -> bool:
    # Underlined words are named by the rule on underlines.
    return any(run.look.underline for each in subject.recognised.of(line.of) for run in each.words)
