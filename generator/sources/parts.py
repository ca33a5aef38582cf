"""The parts that a plan and a guidance cannot do without, looked for in the data as typed, beside all other faults."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.messages import _
from generator.sources.field_names import named
from generator.sources.yaml_text import Loc, YamlText

_OF_A_PLAN = ("purposes", "requirements", "channels", "assignments")
_OF_A_GUIDANCE = ("content_points", "forms_channels", "implementation", "reporting")


def check_parts(source: YamlText) -> Iterator[Diagnostic]:
    yield from _plan(source)
    yield from _in_sections(("guidance",), _OF_A_GUIDANCE, source)


def _plan(source: YamlText) -> Iterator[Diagnostic]:
    free = any(section.get("content") for section in _sections((), source))
    if not source.get(("references",)):
        hint = _("thêm vào đầu tệp; mỗi căn cứ một mục: kind, number, issued_on, issuer, title")
        yield _missing(["references"], (), source, hint, Severity.WARNING if free else Severity.ERROR)
    if not free:
        yield from _in_sections((), _OF_A_PLAN, source)


def _sections(document: Loc, source: YamlText) -> list[dict[str, object]]:
    found = source.get((*document, "sections"))
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _in_sections(document: Loc, needed: tuple[str, ...], source: YamlText) -> Iterator[Diagnostic]:
    sections = _sections(document, source)
    missing = [name for name in needed if not any(section.get(name) for section in sections)]
    # Without any section, that is the fault to tell.
    if sections and missing:
        hint = _("thêm các trường đó trong một mục của sections")
        if not document:
            hint = _("thêm các trường đó trong một mục của sections, hoặc viết tự do bằng content")
        yield _missing(missing, document, source, hint)


def _missing(
    names: list[str], where: Loc, source: YamlText, hint: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    message = _("văn bản này còn thiếu phần: {parts}").format(parts=", ".join(map(named, names)))
    return Diagnostic("data/missing-part", message, source.value_at(where), severity, hint=hint)
