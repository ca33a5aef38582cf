"""`vanthu rule`: every check there is, and of one all that is known: what it looks at, why, by which clause.

It runs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.messages import _

if TYPE_CHECKING:
    from generator.check.rule import Rule
    from generator.profile.profile import Profile


@click.group(help=_("Các quy tắc mà vanthu check soát, và căn cứ của từng quy tắc."))
def rule() -> None:
    pass


@rule.command("list", help=_("Mọi quy tắc, mức độ và số giá trị của thể thức mà mỗi quy tắc soát."))
@click.option("--family", metavar=_("NHÓM"), help=_("Chỉ một nhóm, như page."))
@click.option("--regime", metavar="ID", help=_("Chỉ những quy tắc mà bộ quy định này có giá trị để soát."))
def list_rules(family: str | None, regime: str | None) -> None:
    from generator.check.registry import chosen
    from generator.check.runner import refuse_unknown
    from generator.commands.regime import _print
    from generator.profile.regimes import load_regime

    if family:
        refuse_unknown((family,))
    profile = load_regime(regime) if regime else None
    rows = []
    for each in chosen((family,) if family else ()):
        if profile is None or each.applies_to(profile):
            rows.append((each.id, _severity(each), _(each.title), _("cần PDF") if each.needs_pages else ""))
    _print((_("Mã"), _("Mức"), _("Soát gì"), ""), rows)


@rule.command("show", help=_("Một quy tắc: soát gì, vì sao, ví dụ, cách sửa, căn cứ ở từng bộ quy định."))
@click.argument("rule_id", metavar="ID")
def show(rule_id: str) -> None:
    from generator.check.documentation import documentation
    from generator.profile.regimes import load_regime, regimes

    found = _found(rule_id)
    click.echo(f"{found.id}: {_(found.title)}")
    click.echo(_("Mức: {severity}").format(severity=_severity(found)))
    if found.needs_pages:
        click.echo(_("Chỉ soát khi có --layout."))
    click.echo()
    click.echo(documentation(found))
    for regime in regimes():
        _show_in(found, load_regime(regime))


def _found(rule_id: str) -> Rule:
    from difflib import get_close_matches

    from generator.check.registry import RULES
    from generator.errors import GeneratorError

    known = {each.id: each for each in RULES}
    if rule_id in known:
        return known[rule_id]
    near = get_close_matches(rule_id, known, n=1, cutoff=0.4)
    hint = _("có phải là “{near}”?").format(near=near[0]) if near else _("xem “vanthu rule list”")
    raise GeneratorError(_("không có quy tắc “{id}”").format(id=rule_id), hint)


def _severity(found: Rule) -> str:
    from generator.reporters.text import SEVERITIES

    return _(SEVERITIES[found.severity])


def _show_in(found: Rule, profile: Profile) -> None:
    """Its values in one regime, with the clause of each and how bad a fault against it is."""
    from generator.check.runner import severity_of
    from generator.profile.constraint import accepted_text
    from generator.reporters.text import SEVERITIES

    click.echo()
    if not found.applies_to(profile):
        click.echo(_("{regime}: không có giá trị nào để soát").format(regime=profile.id))
        return
    since = f"{profile.valid_from:%d/%m/%Y}" if profile.valid_from else ""
    click.echo(_("{regime} (từ {since}):").format(regime=profile.id, since=since))
    for path in found.paths(profile):
        constraint = profile.constraint(path)
        severity = _(SEVERITIES[severity_of(found, path, profile)])
        clause = constraint.source.clause or _("không có căn cứ")
        click.echo(f"  {path}: {accepted_text(constraint)} ({severity}; {clause})")
