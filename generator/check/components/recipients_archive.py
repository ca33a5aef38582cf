"""The line of the archive at the end of the recipients. The other lines are other rules'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.components.archives import PARTY_ARCHIVE, STATE_ARCHIVE, archive_words
from generator.check.components.signs import lead_of
from generator.check.components.texts import is_party
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.recognise.component import Component


@rule(
    "components/recipients-archive",
    title=mark("dòng lưu"),
    enforces=["recipients_archive.template", "recipients_archive.pattern", "recipients_archive.last"],
)
def recipients_archive(subject: Subject) -> Iterator[Finding]:
    """What it checks: that the list ends with the line of the archive, in the form of its regime and with a full stop:
    “- Lưu: VT, TCCB.” in the State, “- Lưu Văn phòng Tỉnh uỷ.” in the Party. The form of the other side is named by the
    rule on mixed regimes.

    Why: the copy that is kept is part of the list.
    Example: “- Lưu VT” in the State, “- Lưu: VPĐU.” in the Party.
    What to do: write the last line as expected.
    """
    recipients, path = subject.recognised.recipients, "recipients_archive.pattern"
    if recipients is None:
        return
    expected = f"- {subject.profile.text('recipients_archive.template')}."
    line = recipients.archive
    if line is None:
        where = (recipients.items[-1] if recipients.items else recipients.label) or None
        if where is not None:
            yield Finding(_("thiếu dòng lưu"), where.where, expected=expected, path="recipients_archive.template")
        return
    words = archive_words(line.text)
    if (STATE_ARCHIVE if is_party(subject) else PARTY_ARCHIVE).match(words):
        return
    typed = f"{lead_of(line)}{words}"
    if not re.fullmatch(subject.profile.text(path), _without_code(subject, typed, line)):
        yield Finding(_("dòng lưu viết sai"), line.where, expected=expected, actual=line.text, path=path)


def _without_code(subject: Subject, typed: str, line: Component) -> str:
    # The code of who drafted it may hang behind on the same line.
    code = re.search(r"[.\s]+(?P<code>\S+)$", typed)
    pattern = subject.profile.text("drafter_code.pattern")
    return f"{typed[: code.start()]}." if code and re.fullmatch(pattern, code["code"]) else typed
