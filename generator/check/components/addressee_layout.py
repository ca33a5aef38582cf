"""How the names of the addressees are set out. Who should be addressed is no matter here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.components.signs import end_of, lead_of, shown
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.messages import _, mark
from generator.profile.constraint import accepted_text
from generator.recognise.pieces import Addressee


@rule(
    "components/addressee-layout",
    title=mark("cách ghi các nơi gửi"),
    enforces=[f"addressee_names.{key}" for key in ("lead", "separator", "last", "single_on_label_line")],
)
def addressee_layout(subject: Subject) -> Iterator[Finding]:
    """What it checks: that one name stands on the line of the label; that several stand below it, each on a line with
    a dash, with the signs behind that the regulation gives.

    Why: the regulations set both forms out.
    Example: two names on one line; names that end with commas in a document of 2026.
    What to do: set the names out as expected.
    """
    addressee = subject.recognised.addressee
    if addressee is None or not addressee.names:
        return
    names = addressee.names
    if len(names) == 1:
        path = "addressee_names.single_on_label_line"
        if not subject.profile.constraint(path).accepts(_is_on_label_line(addressee)):
            yield Finding(_("một nơi nhận thì ghi cùng dòng với “Kính gửi”"), names[0].where, path=path)
        return
    for name in names:
        last = "last" if name is names[-1] else "separator"
        for key, typed in (("lead", lead_of(name)), (last, end_of(name))):
            constraint = subject.profile.constraint(f"addressee_names.{key}")
            if not constraint.accepts(typed):
                yield Finding(
                    _("dấu đầu dòng sai") if key == "lead" else _("dấu cuối dòng sai"),
                    name.where,
                    expected=accepted_text(constraint),
                    actual=shown(typed),
                    path=f"addressee_names.{key}",
                )


def _is_on_label_line(addressee: Addressee) -> bool:
    return addressee.names[0].first.index == addressee.label.first.index
