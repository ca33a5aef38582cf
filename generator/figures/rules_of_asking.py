"""An answer beside what was asked: silence, codes and questions that nobody asked, another version, impossible days."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.figures.rules_case import Case
from generator.figures.totals import answered_on
from generator.messages import _
from generator.model.indicator import Aggregation
from generator.vietnamese.dates import short_date
from generator.vietnamese.unicode import nearest

_MOST_NAMED = 6
_FEW = 3
"""So few zeros may all be true."""


def check(case: Case) -> Iterator[Diagnostic]:
    yield from _codes(case)
    yield from _questions(case)
    yield from _version(case)
    yield from _day(case)
    yield from _silence(case)
    yield from _all_zero(case)


def _codes(case: Case) -> Iterator[Diagnostic]:
    for code in case.answer.figures:
        if code in case.codes:
            continue
        near = nearest(code, case.codes)
        guess = _("có phải là “{name}”?").format(name=near) + " " if near else ""
        if code not in case.catalogue:
            message = _("danh mục không có chỉ tiêu “{code}”").format(code=code)
            hint = guess + _("sửa mã; chưa sửa thì số này không được cộng")
            yield case.found("data/unknown-indicator", message, "figures", code, hint=hint)
        else:
            message = _("biểu không hỏi đơn vị này “{name}” ({code})").format(name=case.named(code), code=code)
            hint = guess + _("bỏ dòng này, hoặc thêm đơn vị vào asks của biểu; chưa làm thì số này không được cộng")
            yield case.found("data/not-asked", message, "figures", code, severity=Severity.WARNING, hint=hint)


def _questions(case: Case) -> Iterator[Diagnostic]:
    known = [question.id for question in case.form.questions]
    for question in case.answer.texts:
        if question not in known:
            near = nearest(question, known)
            hint = _("sửa mã câu hỏi, hoặc bỏ mục này; chưa sửa thì câu trả lời không được in")
            hint = (_("có phải là “{name}”?").format(name=near) + " " if near else "") + hint
            message = _("biểu không có câu hỏi “{question}”").format(question=question)
            yield case.found("data/unknown-question", message, "texts", question, severity=Severity.WARNING, hint=hint)


def _version(case: Case) -> Iterator[Diagnostic]:
    typed, asked = case.answer.version, case.form.version
    if typed != asked:
        yield case.found(
            "data/other-version",
            _("trả lời theo biểu lần {typed}, biểu hiện nay là lần {asked}").format(typed=typed, asked=asked),
            "version",
            severity=Severity.WARNING,
            expected=str(asked),
            actual=str(typed),
            hint=_("hỏi lại đơn vị những chỉ tiêu đã đổi, rồi sửa version"),
        )


def _day(case: Case) -> Iterator[Diagnostic]:
    on = answered_on(case.answer)
    steps = ("answered_on",) if case.answer.answered_on else ("received", "at")
    if on and on > case.today:
        message = _("ngày trả lời {day} còn chưa đến").format(day=short_date(on))
        hint = _("sửa ngày trả lời")
        yield case.found("data/answered-in-future", message, *steps, severity=Severity.WARNING, hint=hint)
    elif on and on < case.form.period_from:
        message = _("ngày trả lời {day} trước khi kỳ báo cáo bắt đầu, {start}").format(
            day=short_date(on), start=short_date(case.form.period_from)
        )
        hint = _("sửa ngày trả lời, hoặc xem có phải là trả lời của đợt khác")
        yield case.found("data/answered-before-period", message, *steps, severity=Severity.WARNING, hint=hint)


def _silence(case: Case) -> Iterator[Diagnostic]:
    """A unit that answered left some of it out: never a zero (data-model: empty is not zero)."""
    asked = [code for code in case.codes if case.catalogue[code].aggregation is not Aggregation.PERCENT]
    silent = [code for code in asked if case.is_silent(code)]
    if not silent or (len(silent) == len(asked) and not case.answer.texts):
        return  # who says nothing at all has not answered, and is told as such
    names = ", ".join(f"“{case.named(code)}”" for code in silent[:_MOST_NAMED])
    names += _(" và {count} chỉ tiêu nữa").format(count=len(silent) - _MOST_NAMED) if silent[_MOST_NAMED:] else ""
    yield case.found(
        "data/figure-not-reported",
        _("chưa báo cáo {names}").format(names=names),
        "figures",
        severity=Severity.WARNING,
        hint=_("hỏi lại đơn vị; không có việc này thì ghi not_applicable, không phát sinh thì ghi 0"),
    )


def _all_zero(case: Case) -> Iterator[Diagnostic]:
    amounts = [given.value for code, given in case.answer.figures.items() if code in case.codes]
    if len(amounts) > _FEW and all(amount is not None and not amount for amount in amounts):
        yield case.found(
            "data/all-zero",
            _("mọi số đều là 0"),
            "figures",
            severity=Severity.WARNING,
            hint=_("hỏi lại đơn vị: không phát sinh thật, hay chưa có số liệu (not_reported)"),
        )
