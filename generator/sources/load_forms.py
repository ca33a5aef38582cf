"""A plan opened for the sake of its forms: whoever collects figures does not wait for the wording of a report.

What forms and figures are, it does not know; a plan from which documents are made is opened by `load`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.model.collection import CollectionForm
from generator.model.plan import Plan
from generator.sources.yaml_text import YamlText

OTHER_FAULTS = "data/other-faults"
_FORMS = "forms"


def forms_beside_faults(
    plan: Plan | None, source: YamlText | None, findings: Sequence[Diagnostic], path: Path
) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """The plan with what is told of it; where it has errors outside `forms`, one warning in their place.

    As it was given where there is no error, or one that concerns the forms, or no form at all. Of a plan that could
    not be typed only the subject and the forms are there.
    """
    errors = [each for each in findings if each.severity is Severity.ERROR]
    if not errors or source is None or not source.get((_FORMS,)):
        return plan, tuple(findings)
    inside = [each for each in findings if _is_of_forms(each.where, source)]
    if any(each.severity is Severity.ERROR for each in inside) or any(each.where.line is None for each in errors):
        return plan, tuple(findings)
    found = plan or _reduced(source)
    if found is None:
        return plan, tuple(findings)
    return found, (*inside, _told(len(errors), path))


def _is_of_forms(where: Location, source: YamlText) -> bool:
    """Below the key `forms`, and before the one that follows it."""
    if where.line is None:
        return False
    place, first = (where.line, where.column or 1), source.keys[(_FORMS,)]
    return first < place < min(_following(source, first), default=(where.line + 1, 1))


def _following(source: YamlText, first: tuple[int, int]) -> Iterator[tuple[int, int]]:
    return (place for loc, place in source.keys.items() if len(loc) == 1 and place > first)


def _reduced(source: YamlText) -> Plan | None:
    """None where the forms cannot be typed after all."""
    try:
        forms = TypeAdapter(tuple[CollectionForm, ...]).validate_python(source.get((_FORMS,)))
    except ValidationError:
        return None
    subject = source.get(("subject",))
    return Plan.model_construct(subject=subject if isinstance(subject, str) else "", sections=(), forms=forms)


def _told(count: int, path: Path) -> Diagnostic:
    return Diagnostic(
        OTHER_FAULTS,
        _("kế hoạch còn {count} lỗi khác, ở ngoài phần forms").format(count=count),
        Location(path),
        Severity.WARNING,
        hint=_("xem bằng “vanthu validate”; biểu và số liệu vẫn làm được, văn bản thì chưa"),
    )
