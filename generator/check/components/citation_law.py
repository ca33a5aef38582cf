"""How laws are cited among the bases: without number. Other documents are another rule's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import main
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part

_LAW = re.compile(r"\b(?:Luật|Bộ luật|Pháp lệnh)\b[^;.]{0,120}?\bsố\s+\d+/\d{4}/(?:QH|UBTVQH|PL)\S*")


@rule(
    "components/citation-law",
    title=mark("dẫn luật, pháp lệnh"),
    enforces=["citation.law_template", "bases.law_by_name_and_date"],
)
def citation_law(subject: Subject) -> Iterator[Finding]:
    """What it checks: that laws and ordinances among the bases are named without their number.

    Why: both regulations cite a law by its name and its date or year.
    Example: “Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15”.
    What to do: leave the number out.
    """
    for component in main(subject, Part.BASES):
        if match := _LAW.search(component.text):
            yield Finding(
                _("luật, pháp lệnh dẫn kèm số"),
                component.where,
                expected=subject.profile.text("citation.law_template"),
                actual=match[0],
                path="bases.law_by_name_and_date",
            )
