"""Whole paragraphs of running text in bold, italics, underlined or in capitals. Single words are free."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.prose import prose
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.check.words import readable
from generator.diagnostics import Severity
from generator.docview.blocks import Paragraph
from generator.docview.words import Run
from generator.messages import _, mark
from generator.model.parts import Part

_STYLES = {
    "body.bold": mark("cả đoạn in đậm"),
    "body.italic": mark("cả đoạn in nghiêng"),
    "body.underline": mark("cả đoạn gạch chân"),
}
_CASE = "body.case"
_ASIDE = re.compile(r"\(.*\)[.;]?|Ghi chú:.*", re.DOTALL)
"""What stands in brackets, or under a table as a note, is set off in italics by custom."""
_A_SENTENCE = 20
"""Shorter texts in capitals are names and codes."""


@rule(
    "page/body-style",
    title=mark("kiểu chữ nội dung"),
    enforces=(*_STYLES, _CASE),
    severity=Severity.WARNING,
)
def body_style(subject: Subject) -> Iterator[Finding]:
    """What it checks: no paragraph of the text is bold, italic, underlined or in capitals from end to end.

    Why: the text is upright and in lower case; bold is for headings. A few words may be set off.
    Example: a whole paragraph in bold because the deadline in it is important.
    What to do: clear the style (Ctrl+B, Ctrl+I); if the paragraph is a heading, number it as one.
    """
    yield from once(finding for each in prose(subject, (Part.BODY,)) for finding in _wrong(subject, each.paragraph))


def _wrong(subject: Subject, paragraph: Paragraph) -> Iterator[Finding]:
    runs = list(readable(paragraph.runs))
    if not runs:
        return
    for path, message in _STYLES.items():
        name = path.partition(".")[2]
        if name == "italic" and _ASIDE.fullmatch(paragraph.text.strip()):
            continue
        if all(getattr(run.look, name) for run in runs) and not subject.profile.constraint(path).accepts(True):
            yield Finding(_(message), paragraph.where, path=path)
    text = "".join(_as_printed(run) for run in runs)
    if len(text) > _A_SENTENCE and text.isupper() and subject.profile.constraint(_CASE).accepts("sentence"):
        yield Finding(_("cả đoạn viết hoa"), paragraph.where, path=_CASE)


def _as_printed(run: Run) -> str:
    return run.text.upper() if run.look.caps else run.text
