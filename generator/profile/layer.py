"""One file read as a layer: its head, its constraints with clause and place, its changes of rules.

It does not know other layers: `layers` puts one upon another. What a unit's file says of the unit itself is not read
here: `sources` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.profile import schema
from generator.profile.constraint import Constraint, Source
from generator.profile.forms import BadForm, read_constraint, source_text
from generator.profile.load import Branch, Leaf, Tree
from generator.profile.placeholders import bad_placeholders

SIDES = ("party", "state")
_HEAD = ("id", "name", "side", "extends", "valid_from", "valid_to")
_MAPPINGS = ("sources", "rules")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_NOWHERE = Location()
_COMMON = ("page", "body", "kind_title", "recipients")
"""Of the many sections, those that hints name."""
_RULE_KEYS = ("severity", "reason")
_SEVERITIES = (*(severity.value for severity in Severity), "off")


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What a layer makes of a check: another severity or `off`, and why."""

    severity: str
    reason: str
    layer: str
    place: Location = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Layer:
    """A file, read and typed; nothing in it has been compared with another layer."""

    id: str
    place: Location
    name: str = ""
    side: str | None = None
    extends: str | None = None
    extends_place: Location = _NOWHERE
    valid_from: date | None = None
    valid_to: date | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, RuleChange] = field(default_factory=dict)
    values: Mapping[str, Constraint] = field(default_factory=dict)


def read_layer(
    tree: Branch, usual: Mapping[str, str] | None = None, lent: Mapping[str, Sequence[str]] | None = None
) -> tuple[Layer, list[Diagnostic]]:
    """The layer as far as it could be read, and all the faults of the file; `usual` is the head where it says none.

    `lent`: sections that belong to another reader, or the keys of a section that do; nothing is said of them.
    """
    return _Reader(tree, usual or {}, lent or {}).read()


class _Reader:
    def __init__(self, tree: Branch, usual: Mapping[str, str], lent: Mapping[str, Sequence[str]]) -> None:
        self.tree = tree
        self.usual = usual
        self.lent = lent
        self.faults: list[Diagnostic] = []
        self.id = ""

    def read(self) -> tuple[Layer, list[Diagnostic]]:
        self.id = self._head("id") or ""
        if not _ID.fullmatch(self.id):
            self._fault("profile/bad-id", _("thiếu `id`, hoặc `id` không chỉ gồm a-z, 0-9 và -"), self._at("id"))
        side = self._head("side")
        if side is not None and side not in SIDES:
            self._fault("profile/bad-value", _("`side` là party hoặc state"), self._at("side"))
        extends = self._head("extends")
        values = dict(self._values())
        layer = Layer(
            id=self.id,
            place=self.tree.place,
            name=self._text("name") or self.id,
            side=side,
            extends=extends,
            extends_place=self._at("extends"),
            valid_from=self._date("valid_from"),
            valid_to=self._date("valid_to"),
            sources=self._strings("sources"),
            rules=dict(self._rules()),
            values=values,
        )
        return layer, self.faults

    def _values(self) -> Iterator[tuple[str, Constraint]]:
        for name, section in self.tree.items.items():
            if name in _HEAD or name in _MAPPINGS:
                continue
            if not schema.is_section(name):
                if name in self.lent:
                    continue
                near = schema.nearest_section(name, (*_HEAD, *_MAPPINGS, *self.lent))
                known = (*_COMMON, *self.lent, *_MAPPINGS, "…")
                self._unknown("profile/unknown-section", _("không có mục “{name}”"), name, self._at(name), near, known)
            elif isinstance(section, Branch):
                yield from self._section(name, section)
            elif not (isinstance(section, Leaf) and section.is_null):
                self._fault("profile/bad-form", _("mục phải gồm các dòng `khoá: giá trị`"), section.place)

    def _section(self, name: str, section: Branch) -> Iterator[tuple[str, Constraint]]:
        inherited, lent = self._inherited(section), tuple(self.lent.get(name, ()))
        for key, value in section.items.items():
            if key in schema.INHERITED_KEYS or key in lent:
                continue
            kind = schema.kind_of(name, key)
            if kind is None:
                near = schema.nearest_key(name, key, lent)
                message = _("không có giá trị “{name}” trong mục này")
                known = (*schema.keys_of(name), *lent)
                self._unknown("profile/unknown-property", message, key, section.keys[key], near, known)
                continue
            try:
                constraint = read_constraint(value, kind, inherited, section.keys[key])
            except BadForm as error:
                hint = _(
                    "viết một giá trị như 14pt, hoặc một trong exactly, one_of, between; số lẻ có dấu chấm: 14.5pt"
                )
                self._fault(error.code, str(error), error.place, hint)
                continue
            self.faults += bad_placeholders(f"{name}.{key}", constraint)
            yield f"{name}.{key}", constraint

    def _inherited(self, section: Branch) -> Source:
        said: list[str | None] = []
        for key in schema.INHERITED_KEYS:
            try:
                said.append(source_text(section, key))
            except BadForm as error:
                self._fault(error.code, str(error), error.place)
                said.append(None)
        clause, grade, note = said
        return Source(self.id, clause, grade, note)

    def _rules(self) -> Iterator[tuple[str, RuleChange]]:
        rules = self.tree.items.get("rules")
        if rules is None or (isinstance(rules, Leaf) and rules.is_null):
            return
        if not isinstance(rules, Branch):
            self._fault("profile/bad-form", _("mục phải gồm các dòng `khoá: giá trị`"), rules.place)
            return
        for name, change in rules.items.items():
            where = rules.keys[name]
            severity = self._rule_text(change, "severity")
            reason = self._rule_text(change, "reason")
            if isinstance(change, Branch):
                for key in change.items.keys() - set(_RULE_KEYS):
                    near = schema.nearest(key, _RULE_KEYS)
                    message = _("không có giá trị “{name}” trong mục này")
                    self._unknown("profile/unknown-property", message, key, change.keys[key], near, _RULE_KEYS)
            hint = _("viết như: {line}").format(line=f"{name}: {{severity: warning, reason: …}}")
            if severity not in _SEVERITIES:
                words = ", ".join(_SEVERITIES)
                self._fault("profile/bad-value", _("`severity` là một trong: {words}").format(words=words), where, hint)
            elif not reason:
                message = _("đổi quy tắc {rule} mà không ghi lý do (`reason`)").format(rule=name)
                self._fault("profile/rule-without-reason", message, where, hint)
            else:
                yield name, RuleChange(severity, reason, self.id, where)

    @staticmethod
    def _rule_text(change: Tree, key: str) -> str:
        value = change.items.get(key) if isinstance(change, Branch) else None
        return value.text.strip() if isinstance(value, Leaf) and not value.is_null else ""

    def _strings(self, name: str) -> dict[str, str]:
        section = self.tree.items.get(name)
        if section is None or (isinstance(section, Leaf) and section.is_null):
            return {}
        if not isinstance(section, Branch):
            self._fault("profile/bad-form", _("mục phải gồm các dòng `khoá: giá trị`"), section.place)
            return {}
        return {key: self._string(value) for key, value in section.items.items()}

    def _string(self, value: Tree) -> str:
        if isinstance(value, Leaf):
            return "" if value.is_null else value.text
        self._fault("profile/bad-form", _("ở đây chỉ viết một chữ, không phải danh sách hay mục con"), value.place)
        return ""

    def _text(self, key: str) -> str | None:
        value = self.tree.items.get(key)
        return self._string(value) or None if value is not None else None

    def _head(self, key: str) -> str | None:
        return self._text(key) or self.usual.get(key)

    def _date(self, key: str) -> date | None:
        text = self._text(key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self._fault("profile/bad-value", _("ngày phải viết như 2018-04-03"), self._at(key))
            return None

    def _at(self, key: str) -> Location:
        return self.tree.keys.get(key, self.tree.place)

    def _unknown(
        self, code: str, message: str, name: str, where: Location, near: str | None, known: Sequence[str]
    ) -> None:
        listed = _("những gì viết được ở đây: {names}").format(names=", ".join(known))
        hint = _("có phải là “{near}”?").format(near=near) if near else listed
        self.faults.append(Diagnostic(code, message.format(name=name), where, actual=name, hint=hint))

    def _fault(self, code: str, message: str, where: Location, hint: str | None = None) -> None:
        self.faults.append(Diagnostic(code, message, where, hint=hint))
