"""The four ways a constraint is written in a file, and the plain value that is short for `exactly`.

It does not know where in the profile the constraint stands: the schema's `Kind` comes with the call.
"""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Location
from generator.messages import _
from generator.profile.constraint import Between, Constraint, Exactly, Matching, OneOf, Source
from generator.profile.load import Branch, Leaf, Row, Tree
from generator.profile.schema import FLAG, GRADES, INHERITED_KEYS, NOT_IN_THE_TEXT, PATTERN, Kind
from generator.profile.values import Value, ordered, spelled

FORMS = ("exactly", "one_of", "between", "matching")
_KEYS = frozenset((*FORMS, "default", *INHERITED_KEYS))


class BadForm(Exception):
    """The constraint cannot be read; the message says why."""

    def __init__(self, code: str, message: str, place: Location) -> None:
        super().__init__(code, message, place)
        self.code, self.place = code, place

    def __str__(self) -> str:
        return str(self.args[1])


def read_constraint(tree: Tree, kind: Kind, inherited: Source, place: Location) -> Constraint:
    """The constraint written at `place`; what it does not say of its source is `inherited`. Or BadForm."""
    if not isinstance(tree, Branch):
        return Exactly(_value(tree, kind), replace(inherited, place=place))
    unknown = sorted(tree.items.keys() - _KEYS)
    if unknown:
        message = _("không hiểu “{name}” trong một ràng buộc").format(name=unknown[0])
        raise BadForm("profile/bad-form", message, tree.keys[unknown[0]])
    forms = [form for form in FORMS if form in tree.items]
    if len(forms) != 1:
        message = _("cần đúng một trong: {forms}").format(forms=", ".join(FORMS))
        raise BadForm("profile/bad-form", message, place)
    source = _source(tree, inherited, place)
    body = tree.items[forms[0]]
    if forms[0] == "exactly":
        return Exactly(_value(body, kind), source)
    if forms[0] == "matching":
        return _matching(body, _default(tree, kind, place), source)
    low_or_values = _row(body)
    if forms[0] == "between":
        return _between(low_or_values, tree, kind, source)
    values = tuple(_value(item, kind) for item in low_or_values.items)
    return _checked(OneOf(values, _default(tree, kind, place), source))


def _between(row: Row, tree: Branch, kind: Kind, source: Source) -> Constraint:
    if len(row.items) != 2:
        raise BadForm("profile/bad-form", _("`between` cần hai đầu: [thấp, cao]"), row.place)
    low, high = (_value(item, kind) for item in row.items)
    default = _default(tree, kind, source.place)
    for end in (low, high):
        if end is not None and not ordered(end, default):
            raise BadForm("profile/bad-value", _("hai đầu và mặc định phải cùng loại"), row.place)
    if low is not None and high is not None and low > high:  # type: ignore[operator]  # `ordered` above
        raise BadForm("profile/bad-value", _("đầu thấp lớn hơn đầu cao"), row.place)
    return _checked(Between(low, high, default, source))


def _matching(body: Tree, default: Value, source: Source) -> Constraint:
    pattern = _value(body, PATTERN)
    return _checked(Matching(str(pattern), default, source))


def _checked(constraint: Constraint) -> Constraint:
    if constraint.accepts(constraint.default):
        return constraint
    message = _("mặc định {default} nằm ngoài điều được chấp nhận").format(default=spelled(constraint.default))
    raise BadForm("profile/bad-value", message, constraint.source.place)


def _default(tree: Branch, kind: Kind, place: Location) -> Value:
    if "default" not in tree.items:
        raise BadForm("profile/bad-form", _("thiếu `default`"), place)
    return _value(tree.items["default"], kind)


def _source(tree: Branch, inherited: Source, place: Location) -> Source:
    grade = source_text(tree, "grade", inherited.grade)
    # What was derived, measured or left open is not in the text, so it does not take the section's clause.
    of_section = None if "grade" in tree.items and grade in NOT_IN_THE_TEXT else inherited.clause
    return Source(
        inherited.layer,
        clause=source_text(tree, "clause", of_section),
        grade=grade,
        note=source_text(tree, "note", inherited.note),
        place=place,
    )


def source_text(tree: Branch, key: str, otherwise: str | None = None) -> str | None:
    """`clause`, `grade` or `note` of a value or of a whole section; `~` takes away what would be inherited."""
    value = tree.items.get(key)
    if value is None:
        return otherwise
    if not isinstance(value, Leaf):
        raise BadForm("profile/bad-value", _("`{key}` phải là một chữ").format(key=key), value.place)
    if value.is_null:
        return None
    if key == "grade" and value.text not in GRADES:
        message = _("`grade` là một trong: {grades}").format(grades=", ".join(GRADES))
        raise BadForm("profile/bad-value", message, value.place)
    return value.text


def _row(tree: Tree) -> Row:
    if isinstance(tree, Row) and tree.items:
        return tree
    raise BadForm("profile/bad-form", _("cần một danh sách: [a, b]"), tree.place)


def _value(tree: Tree, kind: Kind) -> Value:
    if isinstance(tree, Leaf) and tree.is_null:
        return None
    if kind.is_list:
        if not isinstance(tree, Row) or not all(isinstance(item, Leaf) for item in tree.items):
            raise BadForm("profile/bad-value", _("cần một danh sách chữ: [a, b]"), tree.place)
        return tuple(item.text for item in tree.items if isinstance(item, Leaf))
    if not isinstance(tree, Leaf):
        raise BadForm("profile/bad-value", _("cần {kind}").format(kind=kind.describe()), tree.place)
    try:
        return kind.read(tree.text)
    except ValueError:
        message = _("“{text}” không phải là {kind}").format(text=tree.text, kind=kind.describe())
        if kind is FLAG and tree.text.lower() in ("yes", "no", "on", "off", "có", "không"):
            message = _("“{text}”: viết true hoặc false").format(text=tree.text)
        raise BadForm("profile/bad-value", message, tree.place) from None
