"""Margins that change sides on the backs of sheets. The front's are another rule's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.page.sheet import MARGINS, TOLERANCE, millimetres
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text
from generator.profile.values import written


@rule(
    "page/mirrored-margins",
    title=mark("lề mặt sau"),
    enforces=("page.duplex", "page.back_left", "page.back_right"),
)
def mirrored_margins(subject: Subject) -> Iterator[Finding]:
    """What it checks: whether margins change sides on even pages where the profile wants it, and only there; and
    what they are then.

    Why: a sheet printed on both sides is bound at the left of its front and the right of its back.
    Example: a unit that prints on both sides, and a document with the same left margin on every page.
    What to do: Layout → Margins → Multiple pages: “Mirror margins”, or “Normal” for prints on one side.
    """
    constraint = subject.profile.constraint("page.duplex")
    mirrored = subject.view.settings.mirror_margins
    if not constraint.accepts(mirrored):
        yield Finding(
            _("lề đối xứng (Mirror margins) không đúng"),
            expected=accepted_text(constraint),
            actual=written(mirrored),
            path="page.duplex",
        )
        return
    if not mirrored:
        return
    # Word keeps the inner margin under the name of the left one: on the back it stands at the right.
    for section in subject.view.sections:
        if section.is_landscape:
            continue
        for path, name in (("page.back_left", "right"), ("page.back_right", "left")):
            actual = getattr(section, name)
            is_known = not subject.profile.constraint(f"page.{name}").accepts(actual, tolerance=TOLERANCE)
            back = subject.profile.constraint(path)
            if not is_known and not back.accepts(actual, tolerance=TOLERANCE):
                side = MARGINS[path.removeprefix("page.back_")]
                yield Finding(
                    _("{margin} của mặt sau không đúng").format(margin=_(side)),
                    subject.start_of(section),
                    expected=accepted_text(back),
                    actual=millimetres(actual),
                    path=path,
                )
