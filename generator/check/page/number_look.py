"""How page numbers look: alignment, size, upright and regular digits. Their place is another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.gathering import once
from generator.check.page.numbering import digits, in_headers, is_centred
from generator.check.page.sheet import points
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.looks import RunLook
from generator.messages import _, mark
from generator.profile.constraint import accepted_text
from generator.profile.values import written
from generator.recognise.pieces import PageNumber

_SWITCHES = {
    "page_number.bold": mark("số trang in đậm"),
    "page_number.italic": mark("số trang in nghiêng"),
    "page_number.underline": mark("số trang gạch chân"),
}


@rule(
    "page/number-look",
    title=mark("kiểu chữ của số trang"),
    enforces=("page_number.alignment", "page_number.size", *_SWITCHES),
)
def number_look(subject: Subject) -> Iterator[Finding]:
    """What it checks: page numbers in the header are centred, of their size, neither bold, italic nor underlined.

    Why: the regulation has a row of its own for the number of the page.
    Example: a page number of 11 pt at the right, as Word's “Header” style sets it.
    What to do: centre the number and give it the size that the finding names.
    """
    yield from once(finding for number in in_headers(subject) for finding in _wrong(subject, number))


def _wrong(subject: Subject, number: PageNumber) -> Iterator[Finding]:
    where = number.paragraph.where
    alignment = subject.profile.constraint("page_number.alignment")
    sections = [subject.view.sections[index] for index in number.sections] or list(subject.view.sections[:1])
    if alignment.accepts("center") and not is_centred(number.paragraph, sections[0]):
        yield Finding(
            _("số trang không ở giữa"),
            where,
            expected=accepted_text(alignment),
            path="page_number.alignment",
        )
    run = digits(number)
    look = run.look if run else number.paragraph.mark
    size = subject.profile.constraint("page_number.size")
    if not size.accepts(look.size):
        yield Finding(
            _("cỡ chữ của số trang không đúng"),
            where,
            expected=accepted_text(size),
            actual=points(look.size),
            path="page_number.size",
        )
    for path, message in _SWITCHES.items():
        constraint = subject.profile.constraint(path)
        is_on = _is_on(look, path)
        if not constraint.accepts(is_on):
            expected = accepted_text(constraint)
            yield Finding(_(message), where, expected=expected, actual=written(is_on), path=path)


def _is_on(look: RunLook, path: str) -> bool:
    value: object = getattr(look, path.partition(".")[2])
    return bool(value)
