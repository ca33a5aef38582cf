"""The folders of units looked at for themselves, without a plan: whose they are, and whether their profiles are sound.

It looks at no template; `rehearse` does, with the documents of a plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.registry import RULES
from generator.diagnostics import Diagnostic, Faulty, Location, Severity
from generator.messages import _
from generator.model.organization import Organization
from generator.pipeline import leftover_words
from generator.pipeline.form import regime_for
from generator.pipeline.ground import settled_unit
from generator.sources.identifiers import Known
from generator.sources.loaded import LoadedWorkspace
from generator.sources.unit_layers import Layers, Line
from generator.sources.unit_layers_file import UnitLayer, unknown_ids
from generator.templates.catalog import Catalog
from generator.vietnamese.unicode import nearest
from generator.workspace import Workspace


def examine_folders(loaded: LoadedWorkspace, *, with_form: bool) -> tuple[Diagnostic, ...]:
    """The findings of every folder under `units/`.

    `with_form`: also whether each profile stays within what stands above it, on a document of today; where there are
    plans, their days decide. Reads: the profiles.
    """
    layers = Layers(loaded.workspace, loaded.office_file)
    workspace = loaded.workspace
    found: list[Diagnostic] = [*Catalog.of(workspace.templates_docx).links_outside()]
    for name in sorted(layers.customised):
        found += _links(name, workspace)
        try:
            found += _of(name, loaded, layers, with_form)
        except Faulty as faulty:
            found += faulty.diagnostics
    return tuple(dict.fromkeys(found))


def _links(name: str, workspace: Workspace) -> Iterator[Diagnostic]:
    """What of a unit's folder lies elsewhere: a copy of the workspace lacks it, and others may change it."""
    folder = workspace.root / "units" / name
    if not folder.resolve().is_relative_to(workspace.root.resolve()):
        message = _("thư mục này là liên kết ra ngoài thư mục làm việc")
        hint = _("chép chính thư mục đó vào đây thay cho liên kết")
        yield Diagnostic("data/link-outside", message, Location(folder), Severity.WARNING, hint=hint)
    yield from Catalog.of(workspace.unit_templates(name)).links_outside()


def _of(name: str, loaded: LoadedWorkspace, layers: Layers, with_form: bool) -> Iterator[Diagnostic]:
    issuer, line = _issuer(name, loaded, layers)
    if issuer is None:
        yield _nobodys(name, loaded, layers)
        return
    layer = layers.layer(name)
    if layer is not None:
        yield from layer.findings
        yield from unknown_ids(layer, Known(loaded.office_file, loaded.roster, loaded.indicators))
        yield from _rules(layer)
    if with_form:
        yield from layers.profile(regime_for(issuer.side, None, layers), line).warnings


def _issuer(name: str, loaded: LoadedWorkspace, layers: Layers) -> tuple[Organization | None, Line]:
    """Whose folder it is, with the layers that lie under it."""
    office = loaded.office_file.office
    if name == office.id:
        return office, layers.line_of(office)
    if loaded.roster.row(name) is None:
        return None, ()
    settled = settled_unit(name, loaded, layers)
    return settled.unit, settled.line


def _nobodys(name: str, loaded: LoadedWorkspace, layers: Layers) -> Diagnostic:
    near = nearest(name, loaded.roster.near(name))
    return Diagnostic(
        "data/unknown-folder",
        _("không có đơn vị nào mang mã “{name}”: những gì trong thư mục này không được dùng").format(name=name),
        Location(layers.workspace.root / "units" / name),
        Severity.WARNING,
        hint=_("có phải là “{name}”?").format(name=near) if near else _("xem các mã bằng “vanthu unit list”"),
    )


def _rules(layer: UnitLayer) -> Iterator[Diagnostic]:
    """Rules whose severity is changed, and that there are not: the change does nothing."""
    known = [*(rule.id for rule in RULES), *leftover_words.CODES]
    for name, change in layer.form.rules.items():
        if name not in known:
            near = nearest(name, known)
            listed = _("xem các quy tắc bằng “vanthu rule list”")
            yield Diagnostic(
                "profile/unknown-rule",
                _("không có quy tắc “{name}”").format(name=name),
                change.place,
                Severity.WARNING,
                hint=_("có phải là “{name}”?").format(name=near) if near else listed,
            )
