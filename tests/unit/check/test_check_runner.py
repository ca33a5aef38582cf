"""How rules are run: identity, clause and severity are stamped, what is switched off is quiet, what breaks says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.check.rule import Check, Finding, Rule, rule
from generator.check.runner import BROKEN, UNKNOWN_DOCUMENT, check_document, run, runnable
from generator.check.subject import Subject
from generator.diagnostics import Diagnostic, Severity
from generator.docview.opening import open_view
from generator.errors import GeneratorError
from generator.profile.profile import Profile, RuleChange
from generator.profile.regimes import load_regime
from generator.recognise.recognising import recognise
from tests.foreign import odd, party

Making = Callable[..., Subject]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("check") / "plan.docx"
    made.write_bytes(party.by_spaces().bytes())
    return made


@pytest.fixture(scope="module")
def subject(file: Path) -> Subject:
    view = open_view(file)
    return Subject(view, recognise(view), load_regime("party-hd36"))


def finding_at(path: str | None) -> Check:
    def check(subject: Subject) -> Iterator[Finding]:
        yield Finding("sai", subject.view.paragraphs[0].where, path=path)

    return check


def made(path: str | None = None, *, enforces: tuple[str, ...] = (), severity: Severity = Severity.ERROR) -> Rule:
    return rule("test/fault", title="lỗi", enforces=enforces, severity=severity)(finding_at(path))


def changed(subject: Subject, severity: str) -> Subject:
    change = RuleChange(severity, "quen dùng", "don-vi")
    profile: Profile = replace(subject.profile, rules={"test/fault": change})
    return replace(subject, profile=profile)


def only(diagnostics: tuple[Diagnostic, ...]) -> Diagnostic:
    (diagnostic,) = diagnostics
    return diagnostic


def test_a_finding_gets_the_id_of_its_rule_and_the_clause_of_its_path(subject: Subject) -> None:
    diagnostic = only(run(subject, [made("number.size")]))
    assert (diagnostic.code, diagnostic.basis, diagnostic.severity) == (
        *("test/fault", "HD36 II.1.3; PL3 dòng 3", Severity.ERROR),
    )


@pytest.mark.parametrize(
    ("path", "own", "expected"),
    [
        ("number.size", Severity.ERROR, Severity.ERROR),
        ("number.size", Severity.WARNING, Severity.WARNING),
        ("star.size", Severity.ERROR, Severity.WARNING),
        ("page.font", Severity.ERROR, Severity.ADVICE),
        ("page.font", Severity.WARNING, Severity.ADVICE),
        (None, Severity.ERROR, Severity.ERROR),
    ],
)
def test_what_no_text_rules_is_milder(subject: Subject, path: str | None, own: Severity, expected: Severity) -> None:
    assert only(run(subject, [made(path, severity=own)])).severity is expected


def test_a_profile_changes_a_severity_and_its_reason_is_told(subject: Subject) -> None:
    diagnostic = only(run(changed(subject, "advice"), [made("number.size")]))
    assert diagnostic.severity is Severity.ADVICE
    assert "quen dùng" in (diagnostic.hint or "")


def test_a_profile_switches_a_rule_off(subject: Subject) -> None:
    assert runnable([made()], changed(subject, "off")) == ()


@pytest.mark.parametrize(
    ("enforces", "runs"),
    [((), True), (("body.size",), True), (("motto.*",), False), (("motto.*", "party_title.text"), True)],
)
def test_a_rule_runs_where_the_profile_has_something_that_it_enforces(
    subject: Subject, enforces: tuple[str, ...], runs: bool
) -> None:
    assert bool(runnable([made(enforces=enforces)], subject)) is runs


def test_a_rule_upon_pages_runs_only_with_pages(subject: Subject) -> None:
    upon_pages = replace(made(), needs_pages=True)
    assert runnable([upon_pages], subject) == ()
    assert runnable([upon_pages], replace(subject, pages=object())) == (upon_pages,)


def test_a_rule_that_breaks_says_so_and_the_others_still_run(subject: Subject) -> None:
    @rule("test/broken", title="hỏng")
    def broken(subject: Subject) -> Iterator[Finding]:
        yield Finding("một")
        raise IndexError("nothing there")

    found = run(subject, [broken, made()])
    assert sorted(each.code for each in found) == [BROKEN, "test/broken", "test/fault"]
    assert "nothing there" in str(next(each for each in found if each.code == BROKEN).actual)


def test_findings_are_told_in_reading_order_those_of_the_whole_first(subject: Subject) -> None:
    @rule("test/order", title="thứ tự")
    def everywhere(subject: Subject) -> Iterator[Finding]:
        yield from (Finding("sai", paragraph.where) for paragraph in reversed(subject.view.paragraphs))
        yield Finding("cả văn bản")

    found = run(subject, [everywhere])
    assert found[0].message == "cả văn bản"
    assert [each.where for each in found[1:]] == [paragraph.where for paragraph in subject.view.paragraphs]


def test_a_document_is_judged_by_the_regime_that_it_shows(file: Path) -> None:
    result = check_document(file)
    assert result.profile == load_regime("party-hd36")
    assert "page/margins" in result.ran


def test_a_regime_that_is_given_is_believed(file: Path) -> None:
    result = check_document(file, "state-nd30")
    assert (result.recognised.side, result.recognised.regime) == ("state", "state-nd30")


def test_only_what_is_asked_for_runs(file: Path) -> None:
    assert check_document(file, only=("page/paper",)).ran == ("page/paper",)
    assert {name.partition("/")[0] for name in check_document(file, only=("page",)).ran} == {"page"}


def test_a_rule_that_there_is_not_is_told_with_the_families(file: Path) -> None:
    with pytest.raises(GeneratorError, match="page/marginz") as raised:
        check_document(file, only=("page/marginz",))
    assert "page" in str(raised.value.hint)


def test_what_is_no_official_document_is_told_and_not_judged(tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(odd.no_official_document().bytes())
    result = check_document(letter)
    assert [each.code for each in result.diagnostics] == [UNKNOWN_DOCUMENT]
    assert result.profile is None
    assert result.ran == ()
