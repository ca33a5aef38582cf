"""Words, totals and dashes around page numbers. The digits are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.numbering import in_headers
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_PATH = "page_number.numerals"


@rule(
    "page/number-decorated",
    title=mark("chữ kèm theo số trang"),
    enforces=(_PATH,),
    severity=Severity.WARNING,
)
def number_decorated(subject: Subject) -> Iterator[Finding]:
    """What it checks: beside the number nothing stands in its line.

    Why: the regulation asks for the digits; words and totals are habits from elsewhere.
    Example: “Trang 2/10”, “- 2 -”.
    What to do: leave only the number in the header.
    """
    yield from once(_wrong(subject))


def _wrong(subject: Subject) -> Iterator[Finding]:
    for number in in_headers(subject):
        text = number.paragraph.text
        start = number.field.start
        around = f"{text[:start]} {text[start + len(number.field.result) :]}".strip()
        dashed = any(subject.view.sections[index].page_format == "numberInDash" for index in number.sections)
        if around or dashed:
            yield Finding(
                _("số trang có chữ hay dấu kèm theo"),
                number.paragraph.where,
                actual=text.strip(),
                hint=_("chỉ để chữ số"),
                path=_PATH,
            )
