"""Layers upon one another: each may narrow what stands below it and may never widen it.

It does not read files; `regimes` finds and reads the parents.
"""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Diagnostic, Faulty
from generator.messages import _
from generator.profile import schema
from generator.profile.constraint import Constraint, Widened, accepted_text
from generator.profile.layer import Layer
from generator.profile.profile import Profile
from generator.profile.unprinted import unprinted


def ground(layer: Layer) -> Profile:
    """A regime: a layer that extends nothing. Faulty when it does not say its side."""
    if layer.side is None:
        raise Faulty(
            [
                Diagnostic(
                    "profile/missing-key",
                    _("hồ sơ không có `extends` thì phải có `side`"),
                    layer.place,
                    hint=_("thêm `extends:` với mã của bộ quy định, ví dụ party-hd05"),
                )
            ]
        )
    return Profile(
        id=layer.id,
        name=layer.name,
        side=layer.side,
        valid_from=layer.valid_from,
        valid_to=layer.valid_to,
        layers=(layer.id,),
        constraints=dict(layer.values),
        rules=dict(layer.rules),
        sources=dict(layer.sources),
        origins={path: (constraint.source,) for path, constraint in layer.values.items()},
    )


def stack(below: Profile, layer: Layer) -> Profile:
    """The profile with the layer on top. Faulty with all values that widen or that the regime lacks."""
    faults: list[Diagnostic] = []
    constraints = dict(below.constraints)
    origins = dict(below.origins)
    if layer.side is not None and layer.side != below.side:
        message = _("`side` là {side} nhưng {parent} là {other}")
        text = message.format(side=layer.side, parent=below.id, other=below.side)
        faults.append(Diagnostic("profile/bad-value", text, layer.place))
    for path, inner in layer.values.items():
        outer = below.constraints.get(path)
        if outer is None:
            if path.partition(".")[0] not in schema.FREE_SECTIONS:
                faults.append(_foreign(below, path, inner))
                continue
            constraints[path] = inner
        else:
            try:
                constraints[path] = outer.narrow(inner)
            except Widened as widened:
                faults.append(_widened(path, outer, inner, widened))
                continue
        origins[path] = (*below.origins.get(path, ()), inner.source)
    if faults:
        raise Faulty(faults)
    return replace(
        below,
        id=layer.id,
        name=layer.name,
        valid_from=layer.valid_from or below.valid_from,
        valid_to=layer.valid_to or below.valid_to,
        layers=(*below.layers, layer.id),
        constraints=constraints,
        rules={**below.rules, **layer.rules},
        sources={**below.sources, **layer.sources},
        origins=origins,
        warnings=(*below.warnings, *unprinted(layer.values, below.side)),
    )


def _foreign(below: Profile, path: str, inner: Constraint) -> Diagnostic:
    message = _("{parent} không có giá trị {path}").format(parent=below.layers[0], path=path)
    hint = _("chỉ thu hẹp được giá trị mà bộ quy định có; xem `vanthu regime show {id}`")
    return Diagnostic("profile/foreign-value", message, inner.source.place, hint=hint.format(id=below.layers[0]))


def _widened(path: str, outer: Constraint, inner: Constraint, widened: Widened) -> Diagnostic:
    return Diagnostic(
        "profile/widened",
        f"{path}: {widened}",
        inner.source.place,
        expected=accepted_text(outer),
        actual=accepted_text(inner),
        basis=outer.source.clause,
        hint=_("hồ sơ của đơn vị chỉ được thu hẹp điều mà {layer} cho phép").format(layer=outer.source.layer),
    )
