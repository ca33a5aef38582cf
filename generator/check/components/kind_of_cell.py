"""Kinds of document that a party cell does not issue. Of other bodies the name does not tell their rank."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.texts import folded, kind_named, main
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.messages import _, mark
from generator.model.parts import Part

_CELL = "CHI BỘ"


@rule(
    "components/kind-of-cell",
    title=mark("thể loại chi bộ được ban hành"),
    enforces=["kind_authority.cell"],
    severity=Severity.WARNING,
)
def kind_of_cell(subject: Subject) -> Iterator[Finding]:
    """What it checks: that a document of a cell (CHI BỘ …) is of a kind that cells may issue.

    Why: the Secretariat's regulation lists the kinds for each rank of body.
    Example: “HƯỚNG DẪN” of “CHI BỘ TRƯỜNG …”.
    What to do: take another kind: a plan, a notice.
    """
    issuer = subject.recognised.first(Part.ISSUER)
    if issuer is None or not folded(issuer.text).upper().startswith(_CELL):
        return
    path = "kind_authority.cell"
    for title in main(subject, Part.KIND_TITLE)[:1]:
        kinds = kind_named(subject, title.text)
        if kinds and not set(kinds) & set(subject.profile.texts(path)):
            yield Finding(_("chi bộ không ban hành thể loại này"), title.where, actual=title.text, path=path)
