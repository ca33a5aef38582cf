"""Sizes that do not belong together: those of a State document go up and down as one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.page.sheet import points
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.measures import Length
from generator.messages import _, mark
from generator.model.parts import Part

_SETS = ("size_sets.larger", "size_sets.smaller")
_PARTS = (Part.NATIONAL_TITLE, Part.MOTTO, Part.DATELINE)
"""In the order of the sets."""


@rule("page/size-set", title=mark("bộ cỡ chữ"), enforces=_SETS, severity=Severity.WARNING)
def size_set(subject: Subject) -> Iterator[Finding]:
    """What it checks: the sizes of the State's name, its motto and the date line are one of the sets of the regulation.

    Why: the sizes of a document grow and shrink together: 13, 14 and 14, or 12, 13 and 13.
    Example: the State's name of 12 pt over a motto of 14 pt.
    What to do: take one of the sets for the whole document.
    """
    components = [subject.recognised.first(part) for part in _PARTS]
    sizes = tuple(component.words[0].look.size for component in components if component and component.words)
    accepted = [tuple(map(Length.parse, subject.profile.texts(path))) for path in _SETS]
    each_fits = all(size in {sizes[at] for sizes in accepted} for at, size in enumerate(sizes))
    if len(sizes) == len(_PARTS) and each_fits and sizes not in accepted:
        first = components[0]
        assert first is not None
        yield Finding(
            _("cỡ chữ phần đầu không cùng một bộ"),
            first.where,
            expected=_(" hoặc ").join(", ".join(map(points, sizes)) for sizes in accepted),
            actual=", ".join(map(points, sizes)),
            path=_SETS[0],
        )
