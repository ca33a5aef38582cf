"""Finding and loading: the packaged regimes, a unit's own profile, and the regime in force on a date.

It does not know workspaces: whoever has profiles of its own passes `known`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from generator import resources
from generator.diagnostics import Diagnostic, Faulty, Location
from generator.errors import GeneratorError
from generator.messages import _
from generator.profile.layer import Layer, read_layer
from generator.profile.layers import ground, stack
from generator.profile.load import parse, read_text
from generator.profile.profile import Profile

AUTO = "auto"
"""In place of a regime's id: the one in force on the document's date."""
# The head of a regime file stands before its first section, so that choosing needs no whole file.
_HEAD = re.compile(r"(?:(?:[a-z_]+:[ ]\S.*|#.*)?\n)*")


def regimes() -> tuple[str, ...]:
    """The ids of the packaged regimes, sorted."""
    return tuple(sorted(path.stem for path in resources.data("regimes").glob("*.yaml")))


@cache
def load_regime(regime: str) -> Profile:
    """A packaged regime. GeneratorError with the nearest id when there is none."""
    if regime not in regimes():
        near = get_close_matches(regime, regimes(), n=1, cutoff=0.3)
        hint = _("có phải là “{near}”?").format(near=near[0]) if near else ""
        known = _("đang có: {ids}").format(ids=", ".join(regimes()))
        raise GeneratorError(_("không có bộ quy định “{id}”").format(id=regime), f"{hint} {known}".strip())
    return load_profile(_file(regime))


def load_profile(path: Path, *, on: date | None = None, known: Mapping[str, Path] | None = None) -> Profile:
    """The profile in the file, upon all that it extends.

    `extends` names a packaged regime, a profile in `known` (id → file), or `auto`: the regime of the file's
    `side` in force on `on` (today, when the document has no date yet). Faulty with every fault of a file.
    Reads: the file and its parents.
    """
    chain = [_read(path)]
    while chain[-1].extends is not None:
        chain.append(_parent(chain, on or date.today(), known or {}))
    profile = ground(chain.pop())
    while chain:
        profile = stack(profile, chain.pop())
    return profile


def lay(regime: Profile, layers: Iterable[Layer]) -> Profile:
    """The layers of a chain of units upon a regime, the farthest superior's first; each may only narrow.

    One that fixes a regime (`extends: party-hd36`) stands upon that alone: what its superiors say is for theirs. Faulty
    with every value that widens, and with a regime that there is not or that is not of the side.
    """
    profile = regime
    for layer in layers:
        if layer.extends not in (None, AUTO):
            profile = _fixed(layer, regime.side)
        profile = stack(profile, layer)
    return profile


def _fixed(layer: Layer, side: str) -> Profile:
    wanted = layer.extends or ""
    if wanted not in regimes():
        raise _unknown_parent(layer, (*regimes(), AUTO))
    regime = load_regime(wanted)
    if regime.side != side:
        message = _("bộ quy định {id} không dùng cho khối {side}").format(id=wanted, side=side)
        hint = _("ghi extends: auto để chương trình tự chọn theo khối và ngày văn bản")
        raise _fault(layer, "profile/wrong-side", message, hint)
    return regime


def choose(side: str, on: date) -> str:
    """The id of the regime of `side` (party, state) in force on the date; Faulty when none is known."""
    spans = {regime: _head(regime) for regime in regimes()}
    for regime, head in spans.items():
        if head.side == side and (head.valid_from or date.min) <= on <= (head.valid_to or date.max):
            return regime
    first = min((head.valid_from or date.min for head in spans.values() if head.side == side), default=None)
    message = _("không biết bộ quy định nào có hiệu lực ngày {date}").format(date=f"{on:%d/%m/%Y}")
    hint = _("bộ sớm nhất có hiệu lực từ {date}; ghi rõ mã bộ quy định nếu vẫn muốn dùng")
    raise Faulty(
        [
            Diagnostic(
                "profile/no-regime",
                message,
                expected=_("từ {date}").format(date=f"{first:%d/%m/%Y}") if first else None,
                actual=f"{on:%d/%m/%Y}",
                hint=hint.format(date=f"{first:%d/%m/%Y}") if first else None,
            )
        ]
    )


def _file(regime: str) -> Path:
    return resources.data("regimes", f"{regime}.yaml")


def _read(path: Path) -> Layer:
    layer, faults = read_layer(parse(read_text(path), path))
    if faults:
        raise Faulty(sorted(faults, key=lambda fault: (fault.where.line or 0, fault.where.column or 0)))
    return layer


@cache
def _head(regime: str) -> Layer:
    path = _file(regime)
    head = _HEAD.match(read_text(path))
    layer, _faults = read_layer(parse(head[0] if head else "", path))
    return layer


def _parent(chain: list[Layer], on: date, known: Mapping[str, Path]) -> Layer:
    child = chain[-1]
    wanted = child.extends or ""
    if wanted == AUTO:
        if child.side is None:
            raise _fault(child, "profile/missing-key", _("`extends: auto` cần `side`: party hoặc state"))
        return _read(_file(choose(child.side, on)))
    if wanted in (layer.id for layer in chain):
        names = " → ".join((*(layer.id for layer in chain), wanted))
        raise _fault(child, "profile/cycle", _("`extends` đi vòng: {names}").format(names=names))
    if wanted in regimes():
        return _read(_file(wanted))
    if wanted in known:
        return _read(known[wanted])
    raise _unknown_parent(child, (*regimes(), *known, AUTO))


def _unknown_parent(layer: Layer, known: Sequence[str]) -> Faulty:
    wanted = layer.extends or ""
    near = get_close_matches(wanted, known, n=1, cutoff=0.5)
    hint = _("có phải là “{near}”?").format(near=near[0]) if near else None
    message = _("không có hồ sơ “{id}” để kế thừa").format(id=wanted)
    return _fault(layer, "profile/unknown-parent", message, hint)


def _fault(layer: Layer, code: str, message: str, hint: str | None = None) -> Faulty:
    where: Location = layer.extends_place
    return Faulty([Diagnostic(code, message, where, hint=hint)])
