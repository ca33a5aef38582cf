"""How leftovers are told: their codes, messages and ways out, and what a profile makes of them.

It finds none: `leftovers` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.profile.profile import RuleChange

WORD, BODY, PEERS = "leftover/superior-word", "leftover/superior-body", "leftover/peer-body"
CONGRESS, SLOT = "leftover/congress", "leftover/empty-number"
CODES = (WORD, BODY, PEERS, CONGRESS, SLOT)
_EXCERPT = 60


def diagnostic(code: str, words: str, where: Location) -> Diagnostic:
    message, hint = _said(code)
    return Diagnostic(code, message, where, Severity.WARNING, actual=words, hint=f"{hint}; {_kept(code)}")


def _said(code: str) -> tuple[str, str]:
    adapt = _("sửa câu này trong mẫu riêng của đơn vị, hoặc trong kế hoạch cho đúng với mọi đơn vị")
    said = {
        WORD: (_("văn bản nói về địa bàn, tổ chức của cấp trên như của mình"), adapt),
        BODY: (_("văn bản giao việc cho cơ quan cấp trên, hoặc để cấp trên đứng ra nói"), adapt),
        PEERS: (_("văn bản giao việc cho các cơ quan cùng cấp với đơn vị"), adapt),
        CONGRESS: (
            _("kỳ đại hội này không có trong bảng kỳ đại hội"),
            _("sửa lần thứ, nhiệm kỳ; đúng rồi thì thêm vào congresses"),
        ),
        SLOT: (_("trong lời văn còn chỗ trống chưa điền"), _("điền số, ngày hoặc lần thứ; không cần thì bỏ")),
    }
    return said[code]


def _kept(code: str) -> str:
    """What to do where the words are right."""
    line = f"{code}: {{severity: off, reason: …}}"
    return _("câu đúng thì ghi vào mục rules của profile.yaml trong thư mục của đơn vị: {line}").format(line=line)


def ruled(found: Sequence[Diagnostic], rules: Mapping[str, RuleChange]) -> Iterator[Diagnostic]:
    """With the severities that the profile sets."""
    for one in found:
        change = rules.get(one.code)
        if change is None:
            yield one
        elif change.severity != "off":
            reason = _("mức do hồ sơ {layer} đặt: {reason}").format(layer=change.layer, reason=change.reason)
            hint = (one.hint or "").replace(_kept(one.code), reason)
            yield replace(one, severity=Severity(change.severity), hint=hint)


def excerpt(text: str, words: str) -> str:
    """The words with a little around them."""
    start = max(text.find(words), 0)
    room = max(_EXCERPT - len(words), 0) // 2
    first, last = max(start - room, 0), min(start + len(words) + room, len(text))
    return ("…" if first else "") + text[first:last].strip() + ("…" if last < len(text) else "")
