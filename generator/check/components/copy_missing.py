"""That the block or stamp of a copy is whole. How its parts are worded is other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import folded
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.model.parts import Part


@rule(
    "components/copy-missing",
    title=mark("thiếu thành phần của bản sao"),
    enforces=["copy_stamp.rows", "copy_form.position"],
)
def copy_missing(subject: Subject) -> Iterator[Finding]:
    """What it checks: that a copy names its form, the body that made it, its number, place and date, and who gets it.

    Why: without them the copy is worth no more than a photograph.
    Example: “SAO Y” without number and date.
    What to do: add what is named.
    """
    copy = subject.recognised.copy
    if copy is None:
        return
    where = next(
        each.where for each in (copy.stamp, copy.form, copy.number, copy.issuer, copy.dateline) if each is not None
    )
    if subject.profile.has("copy_stamp.rows"):
        text = folded(" ".join(each.text for each in subject.recognised.of(Part.COPY_STAMP, Part.COPY_FORM)))
        wanted = {row: folded(row) in text for row in subject.profile.texts("copy_stamp.rows")}
        path = "copy_stamp.rows"
    else:
        parts = (copy.form, copy.issuer, copy.number, copy.dateline, copy.recipients)
        labels = (
            _("hình thức sao"),
            _("cơ quan sao"),
            _("số, ký hiệu bản sao"),
            _("địa danh, ngày sao"),
            _("nơi nhận bản sao"),
        )
        wanted = {label: bool(each) for label, each in zip(labels, parts, strict=True)}
        path = "copy_form.position"
    for label, is_there in wanted.items():
        if not is_there:
            yield Finding(_("bản sao thiếu {component}").format(component=label.lower()), where, path=path)
