"""A small catalogue, forms and answers for tests of figures."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.answers import AnswerFile
from generator.model.collection import CollectionForm
from generator.model.indicator import Indicator

CATALOGUE = {
    each.code: each
    for each in (
        Indicator.model_validate(fields)
        for fields in (
            {"code": "sessions", "name": "Buổi", "unit": "buổi"},
            {"code": "crowd", "name": "Buổi đông nhất", "unit": "người", "aggregation": "max"},
            {"code": "screens", "name": "Màn hình", "unit": "cái", "aggregation": "last"},
            {"code": "so_far", "name": "Lũy kế", "unit": "cái", "counting": "cumulative"},
            {"code": "part", "name": "Dự", "unit": "người"},
            {"code": "whole", "name": "Tổng", "unit": "người", "counting": "cumulative"},
            {"code": "rate", "name": "Tỷ lệ", "unit": "%", "aggregation": "percent", "part": "part", "whole": "whole"}
            | {"decimals": "2"},
            {"code": "done", "name": "Xong", "unit": "cái", "counting": "cumulative"},
            {"code": "done_rate", "name": "Tỷ lệ xong", "unit": "%", "aggregation": "percent", "part": "done"}
            | {"whole": "whole", "decimals": "1"},
        )
    )
}
Typed = Mapping[str, Mapping[str, object]]
"""By unit the figures as they are typed."""


def form_of(phase: int = 1, units: str = "a b c", codes: str = "sessions", **more: object) -> CollectionForm:
    fields = {
        "phase": phase,
        "title": "Số liệu",
        "period_from": "2025-05-01",
        "period_to": "2025-05-31",
        "due": "2025-06-05",
        "units": units.split(),
        "asks": [{"indicators": codes.split()}],
    }
    return CollectionForm.model_validate(fields | more)


def answer(unit: str, figures: Mapping[str, object], **more: object) -> AnswerFile:
    typed = {code: str(value) if isinstance(value, int) else value for code, value in figures.items()}
    return AnswerFile.model_validate({"unit": unit, "phase": 1, "figures": typed, **more})
