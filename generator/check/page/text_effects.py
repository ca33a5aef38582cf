"""Words with effects: struck through, outlined, with shadows. Bold, italic and underline are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import everywhere
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import readable
from generator.diagnostics import Severity
from generator.messages import _, mark

_EFFECTS = {
    "strike": mark("gạch ngang chữ"),
    "double_strike": mark("gạch ngang hai nét"),
    "outline": mark("chữ rỗng"),
    "shadow": mark("chữ có bóng"),
    "emboss": mark("chữ nổi"),
    "imprint": mark("chữ chìm"),
}


@rule("page/text-effects", title=mark("hiệu ứng chữ"), severity=Severity.WARNING)
def text_effects(subject: Subject) -> Iterator[Finding]:
    """What it checks: words that are struck through, outlined, embossed or with a shadow.

    Why: the regulation knows upright, bold and italic; what is struck through is a change that nobody finished.
    Example: an old deadline struck through, the new one beside it.
    What to do: delete what is no longer meant, and clear the effect (Ctrl+Space).
    """
    yield from once(
        Finding(_("chữ có hiệu ứng"), paragraph.where, actual=_(label))
        for paragraph in everywhere(subject)
        for run in readable(paragraph.runs)
        for effect, label in _EFFECTS.items()
        if getattr(run.look, effect)
    )
