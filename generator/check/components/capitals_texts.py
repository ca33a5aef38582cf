"""Capitals of the kind of a document that is cited by number. Other capitals are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.texts import STATE, decree_annex, found, spot
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark

_TEXTS = re.compile(
    r"(?<!\w)(?P<word>bộ luật|luật|pháp lệnh|nghị định|thông tư|nghị quyết|quyết định|chỉ thị|kế hoạch|công văn"
    r"|thông báo|báo cáo|kết luận|quy định|hướng dẫn|chương trình)(?= số \d+[-/])"
)


@rule("components/capitals-texts", title=mark("viết hoa tên loại được dẫn"), severity=Severity.WARNING)
def capitals_texts(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the kind of a document that is cited with its number has a capital. State only.

    Why: Decree 30, Annex II, V.6: a certain text is named, not the kind.
    Example: “theo nghị định số 30/2020/NĐ-CP”.
    What to do: write “theo Nghị định số 30/2020/NĐ-CP”.
    """
    if subject.profile.side != STATE:
        return
    for paragraph, match in found(subject, _TEXTS):
        message = _("tên loại văn bản được dẫn phải viết hoa")
        yield Finding(
            message,
            spot(paragraph, *match.span()),
            expected=match[0].capitalize(),
            actual=match[0],
            hint=decree_annex("V.6"),
        )
