"""The signer's name: bare and with its capitals. Whether it is spelt right only a roster knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import folded, is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part
from generator.vietnamese.names import person_name, strip_titles, title_prefix

# NĐ30 I.II.7 lets the heads of these fields allow the titles of their people.
_EXEMPT = re.compile(r"\b(?:TRƯỜNG|HỌC VIỆN|VIỆN|BỆNH VIỆN|TRUNG TÂM Y TẾ|CÔNG AN|QUÂN SỰ|BỘ ĐỘI|ĐẠI HỌC)\b")


@rule(
    "components/signer-name",
    title=mark("họ tên người ký"),
    enforces=["signer_name.with_academic_title", "signer_name.case"],
)
def signer_name(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the name stands without academic, military or honorary titles and with a capital at each
    syllable. State schools, hospitals and armed forces, whose fields may allow titles, are left alone.

    Why: both regulations ask for the bare name in full.
    Example: “ThS. Nguyễn Văn A”, “NGUYỄN VĂN A”.
    What to do: write Nguyễn Văn A.
    """
    issuer = subject.recognised.first(Part.ISSUER)
    exempt = not is_party(subject) and issuer is not None and bool(_EXEMPT.search(folded(issuer.text).upper()))
    for component in (each.name for each in subject.recognised.signatures if each.name is not None):
        title, bare = title_prefix(component.text), strip_titles(component.text)
        if title and not exempt:
            path = "signer_name.with_academic_title"
            message = _("họ tên người ký kèm “{title}”").format(title=title)
            yield Finding(message, component.where, expected=person_name(bare), actual=component.text, path=path)
        elif (bare and bare == bare.upper() and bare != person_name(bare)) or re.search(r"(?<!\S)[a-zà-ỹđ]", bare):
            message = _("họ tên người ký viết hoa sai")
            yield Finding(
                message, component.where, expected=person_name(bare), actual=component.text, path="signer_name.case"
            )
