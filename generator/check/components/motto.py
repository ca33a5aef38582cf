"""The wording of the motto, its hyphens included. That it is there, and how it looks, are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.profile.constraint import accepted_text

_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")


@rule("components/motto", title=mark("lời của Tiêu ngữ"), enforces=["motto.text"])
def motto(subject: Subject) -> Iterator[Finding]:
    """What it checks: the three phrases of the motto, capitals only at the beginning of each, joined by hyphens with
    one space on both sides.

    Why: it is a fixed text; Word turns its hyphens into dashes by itself.
    Example: “Độc Lập – Tự Do – Hạnh Phúc”.
    What to do: write Độc lập - Tự do - Hạnh phúc.
    """
    constraint = subject.profile.constraint("motto.text")
    for component in subject.recognised.of(Part.MOTTO):
        if constraint.accepts(component.text):
            continue
        same_words = constraint.accepts(_DASHES.sub(" - ", component.text))
        yield Finding(
            _("gạch nối trong Tiêu ngữ viết sai") if same_words else _("Tiêu ngữ viết sai"),
            component.where,
            expected=accepted_text(constraint),
            actual=component.text,
            hint=_("dùng dấu gạch nối “-” có một dấu cách ở hai bên") if same_words else None,
            path="motto.text",
        )
