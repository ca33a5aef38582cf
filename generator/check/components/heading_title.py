"""That parts, sections and articles have titles. How these look is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.recognise.names import Extra

_TITLED = {Extra.PART: Extra.PART_TITLE, Extra.SECTION: Extra.SECTION_TITLE}


@rule(
    "components/heading-title",
    title=mark("tên của phần, chương, mục, điều"),
    enforces=["*_title.below", "article.template"],
)
def heading_title(subject: Subject) -> Iterator[Finding]:
    """What it checks: that parts, chapters and sections have their title on the next line, articles behind the number.

    Why: the regulations give these levels a title.
    Example: “Chương II” with nothing but “Điều 5.” below.
    What to do: add the title.
    """
    components = subject.recognised.components
    for index, component in enumerate(components):
        for label, title in _TITLED.items():
            following = components[index + 1].part if index + 1 < len(components) else None
            if component.part == label and following != title:
                message = _("thiếu tên dưới “{label}”").format(label=component.text)
                yield Finding(message, component.where, path=f"{title}.below")
    for heading in subject.recognised.headings:
        if heading.component.part == Extra.ARTICLE and not heading.title.strip():
            message = _("thiếu tên sau “{label}”").format(label=heading.marker)
            yield Finding(message, heading.component.where, path="article.template")
