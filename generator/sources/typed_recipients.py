"""Recipients and signers typed as they are printed: the heading, the archive, punctuation, two persons in one place.

All of it is printed by the program itself, so it would stand there twice. It changes no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.sources.identifiers import ends_with
from generator.sources.yaml_text import Loc, YamlText

_HEADING = re.compile(r"n[oơ]i nhận\s*:?", re.IGNORECASE)
_ARCHIVE = re.compile(r"lưu(?:\s*[:,]|\s+(?:vt|văn thư|văn phòng|hồ sơ|hs|vp)\b)", re.IGNORECASE)
_END = re.compile(r"(?<!\.)(?<!v)[,;.]$")
_SEVERAL = re.compile(r"[;/&]|,\s")


def check_recipients(source: YamlText) -> Iterator[Diagnostic]:
    """What the program would print a second time, in the lines of `Nơi nhận`."""
    for loc, text in source.texts():
        if "recipients" not in loc or not ends_with(loc, (int, "text")):
            continue
        line = text.strip()
        if _HEADING.match(line):
            hint = _("bỏ chữ “Nơi nhận:”, chương trình tự in; mỗi nơi một dòng: Thường trực Quận ủy (để b/c)")
            yield _typed(_("dòng nơi nhận có chữ “Nơi nhận”"), loc, source, hint)
        elif _ARCHIVE.match(line):
            hint = _("bỏ dòng này: nơi lưu ghi ở trường archive (cột “Nơi lưu”), chương trình tự in dòng “Lưu”")
            yield _typed(_("dòng nơi nhận là dòng lưu: “{text}”").format(text=line), loc, source, hint)
        elif end := _END.search(line):
            hint = _("viết “{text}”: chương trình tự in dấu ở cuối; mỗi nơi một dòng").format(text=line[:-1].rstrip())
            yield _typed(_("dòng nơi nhận có dấu “{mark}” ở cuối").format(mark=end[0]), loc, source, hint)


def check_single_signers(source: YamlText) -> Iterator[Diagnostic]:
    """Two persons where one is meant."""
    for loc, text in source.texts():
        if ends_with(loc, ("signers", int, "name")) and _SEVERAL.search(text.strip()):
            hint = _("mỗi người ký một mục trong signers; trong bảng: người thứ hai ở các cột “… người ký 2”")
            message = _("ô họ tên người ký có nhiều người: “{text}”").format(text=text.strip())
            yield Diagnostic("data/several-signers", message, source.value_at(loc), Severity.WARNING, hint=hint)


def _typed(message: str, loc: Loc, source: YamlText, hint: str) -> Diagnostic:
    return Diagnostic("data/typed-recipient", message, source.value_at(loc), Severity.WARNING, hint=hint)
