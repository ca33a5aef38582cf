"""What a run was asked for, as its journal keeps it, so that `--resume` goes on with just that.

It does not judge whether there is such a thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError
from generator.messages import _
from generator.model.kinds import Kind
from generator.pipeline.batch.files import own_folder
from generator.pipeline.batch.journal_file import FILE, opened
from generator.pipeline.batch.order import Checking, Order


@dataclass(frozen=True, slots=True)
class Asked:
    plan: Path
    order: Order
    units: tuple[str, ...] | None = None
    """Units and groups; None is all."""
    with_zip: bool = False
    with_number: bool = False

    def written(self) -> dict[str, Any]:
        order = self.order
        return {
            "plan": self.plan.name,
            "kind": [kind.value for kind in order.kinds],
            "units": list(self.units) if self.units is not None else None,
            "phase": order.phase,
            "regime": order.regime,
            "draft": order.draft,
            "check": order.checking.value,
            "pdf": order.with_pdf,
            "zip": self.with_zip,
            "number": self.with_number,
        }


def continued(asked: Asked, given: frozenset[str]) -> tuple[Asked, tuple[str, ...]]:
    """The last order of the output folder, and what of the options that were `given` now differs from it.

    GeneratorError where there is nothing to go on with, or where that is another plan's. Reads: the journal.
    """
    folder = own_folder(asked.order.output)
    last: Mapping[str, Any] | None = None
    order: Asked | None = None
    note = ""
    if (folder / FILE).is_file():
        # An order that cannot be read, or that a newer program wrote, is none.
        with opened(folder) as (journal, note), suppress(ValueError, KeyError, TypeError, AttributeError):
            last = journal.last_order()
            order = _of(asked, last) if last is not None else None
    if last is None or order is None:
        raise GeneratorError(
            note or _("thư mục {folder} chưa có lượt chạy nào để tiếp tục").format(folder=asked.order.output),
            _("bỏ --resume để chạy từ đầu, hoặc chỉ đúng thư mục bằng -o"),
        )
    if last["plan"] != asked.plan.name:
        raise GeneratorError(
            _("lượt chạy trước của thư mục này là của kế hoạch {plan}").format(plan=last["plan"]),
            _("chạy tiếp với kế hoạch đó, hoặc bỏ --resume"),
        )
    return order, tuple(_differences(asked.written(), last, given))


def _of(asked: Asked, last: Mapping[str, Any]) -> Asked:
    order = replace(
        asked.order,
        kinds=tuple(Kind(kind) for kind in last["kind"]),
        phase=last["phase"],
        regime=last["regime"],
        draft=last["draft"],
        checking=Checking(last["check"]),
        with_pdf=last["pdf"],
    )
    units = tuple(last["units"]) if last["units"] is not None else None
    return replace(asked, order=order, units=units, with_zip=last["zip"], with_number=last.get("number", False))


def _differences(now: Mapping[str, Any], last: Mapping[str, Any], given: frozenset[str]) -> Iterator[str]:
    for name in now:
        if name in given and now[name] != last.get(name, False):
            was = last.get(name, False)
            shown = _("mọi đơn vị") if name == "units" and was is None else _shown(was)
            yield _("--{name} khác lượt trước ({last}); vẫn làm tiếp theo lượt trước").format(name=name, last=shown)


def _shown(value: Any) -> str:
    if value is None or value is False:
        return _("không có")
    if value is True:
        return _("có")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
