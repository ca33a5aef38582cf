"""The reports of a plan: the parts that each kind needs, and how several of one phase are told apart.

It works on the data as typed; figures are the matter of `figures` and `figure_references`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.model.report import CLOSING, SHORT, ReportKind
from generator.sources.field_names import named
from generator.sources.yaml_text import Loc, YamlText

_WORDS = {ReportKind.QUICK: "nhanh", ReportKind.FINAL: "tổng kết"}
"""By which a reader knows the kind: the name of the document is "báo cáo" in all of them."""
_LIKE_A_COPY = re.compile(r"(?:.*-)?copy-\d+")


def check_reports(source: YamlText) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], Loc] = {}
    reports = source.get(("reports",))
    for number, report in enumerate(reports if isinstance(reports, list) else ()):
        if isinstance(report, dict):
            at: Loc = ("reports", number)
            yield from _parts(at, report, source)
            yield from _subject(at, report, source)
            yield from _name(at, report, first, source)


def _kind(report: dict[str, Any]) -> ReportKind | None:
    typed = str(report.get("report_kind") or ReportKind.PHASE).strip()
    return ReportKind(typed) if typed in tuple(ReportKind) else None


def _parts(at: Loc, report: dict[str, Any], source: YamlText) -> Iterator[Diagnostic]:
    kind = _kind(report)
    if kind is None:
        return
    short, final = (
        _("thêm vào báo cáo; chỉ báo cáo nhanh (quick) và báo cáo tuần (week) không cần"),
        _("thêm vào báo cáo; báo cáo tổng kết thì không cần"),
    )
    needed = {} if kind in SHORT else {"leadership": short, "strengths": short}
    needed |= {} if kind is ReportKind.FINAL else {"next_tasks": final}
    for name, hint in needed.items():
        if not report.get(name):
            message = _("văn bản này còn thiếu phần: {parts}").format(parts=named(name))
            where = source.value_at((*at, name) if name in report else at)
            yield Diagnostic("data/missing-part", message, where, hint=hint)
    if report.get("lessons") and kind not in CLOSING:
        yield Diagnostic(
            "data/part-of-another-kind",
            _("bài học kinh nghiệm chỉ có trong báo cáo sơ kết, tổng kết"),
            source.key_at((*at, "lessons")),
            Severity.WARNING,
            hint=_("bỏ lessons, hoặc đặt report_kind là interim (sơ kết) hay final (tổng kết)"),
        )


def _subject(at: Loc, report: dict[str, Any], source: YamlText) -> Iterator[Diagnostic]:
    kind, subject = _kind(report), report.get("subject")
    word = _WORDS.get(kind) if kind else None
    if word and isinstance(subject, str) and word not in subject.casefold():
        message = _("trích yếu không cho biết đây là báo cáo {word}").format(word=word)
        hint = _("bắt đầu trích yếu bằng “{word} …”").format(word=word)
        yield Diagnostic("data/subject-form", message, source.value_at((*at, "subject")), Severity.WARNING, hint=hint)


def _name(at: Loc, report: dict[str, Any], first: dict[tuple[str, str], Loc], source: YamlText) -> Iterator[Diagnostic]:
    """Two reports of a phase would be one file."""
    phase, name = (str(report.get(key) or "").strip() for key in ("phase", "id"))
    if _LIKE_A_COPY.fullmatch(name):
        message = _("mã “{name}” làm tên tệp lẫn với văn bản của đơn vị hoặc bản sao").format(name=name)
        yield Diagnostic("data/unclear-id", message, source.value_at((*at, "id")), hint=_("đặt mã khác"))
    key = (phase.lstrip("0"), name.casefold())
    if key in first:
        line = source.value_at(first[key]).line
        yield Diagnostic(
            "data/duplicate-id",
            _("đợt {phase} đã có một báo cáo cùng mã ở dòng {line}").format(phase=phase, line=line)
            if name
            else _("đợt {phase} đã có một báo cáo không có mã ở dòng {line}").format(phase=phase, line=line),
            source.value_at((*at, "id") if name else at),
            hint=_("thêm dòng “id: …”, chữ thường không dấu; tên tệp là report-dot-{phase}-<mã>.docx").format(
                phase=phase
            ),
        )
    first.setdefault(key, at)
