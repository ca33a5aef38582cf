"""Who signs a document and how, against what the regime has: forms of signing, positions, joint and copied documents.

It does not know who may sign what; a name under a signature is judged by `sources`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.model.kinds import Kind
from generator.model.organization import AuthorityForm, Organization, Signatory, Signer
from generator.pipeline.case import Case, signer_of_copy
from generator.vietnamese.names import ToneStyle, tone_style
from generator.vietnamese.unicode import fold_whitespace, upper

_LETTERS = re.compile(r"(?:[TK]/[MTL]|TM\.|KT\.|TL\.|TUQ\.|Q\.)\s+", re.IGNORECASE)
"""The forms of both sides, as people type them before a name."""


@dataclass(frozen=True, slots=True)
class _Signed:
    """One signature of the document, and where a field of its signer stands."""

    signer: Signatory
    at: Callable[..., Location]
    who: str
    joint: bool = False


def findings(case: Case) -> Iterator[Diagnostic]:
    for signed in _signatures(case):
        yield from _nothing_but_a_name(case, signed)
        yield from _forms(case, signed)
        yield from _typed_forms(case, signed)
        yield from _positions(case, signed)
        yield from _lines_of_one_side(case, signed)
        yield from _body(case, signed)


def _signatures(case: Case) -> Iterator[_Signed]:
    document, issuer = case.document, case.issuer
    joint = bool(document.joint_issuers) and case.is_own
    # Minutes are signed by who wrote them and who chaired.
    if case.kind is not Kind.MINUTES and issuer.signers:
        yield _of(case, issuer, case.request.signer, joint)
    if case.is_own:
        for number, one in enumerate(document.joint_issuers):
            yield _inside(case, one.signer, one.name, "joint_issuers", number, "signer", joint=True)
        if document.confirmation:
            confirming = document.confirmation.signer
            yield _inside(case, confirming, confirming.name or confirming.position, "confirmation", "signer")
    for copy in document.copies:
        copier = case.copier(copy)
        if signer := signer_of_copy(copy, copier):
            yield _of(case, copier, signer, joint=False)


def _of(case: Case, one: Organization, signer: Signer, joint: bool) -> _Signed:
    number = one.signers.index(signer)

    def at(*steps: str | int) -> Location:
        return case.at_organization(one, "signers", number, *steps)

    return _Signed(signer, at, signer.id, joint)


def _inside(case: Case, signer: Signatory, who: str, *steps: str | int, joint: bool = False) -> _Signed:
    def at(*more: str | int) -> Location:
        return case.at(*steps, *more)

    return _Signed(signer, at, who, joint)


def _forms(case: Case, signed: _Signed) -> Iterator[Diagnostic]:
    """Forms that the regime does not have (TUQ. is the State's alone), and forms without the position they need."""
    for number, authority in enumerate(signed.signer.authority):
        path = f"authority_forms.{authority.form.value}"
        letters = case.profile.text(path)
        if not letters:
            message = _("{regime} không có hình thức ký “{form}” của người ký {signer}").format(
                regime=case.profile.id, form=authority.form.value, signer=signed.who
            )
            hint = _("sửa authority của người ký này; bên Đảng, người được ủy nhiệm ký thừa lệnh (by_order)")
            where = signed.at("authority", number, "form")
            yield case.finding("unknown-authority", message, where, hint, path=path)
        elif authority.form in (AuthorityForm.FOR_SUPERIOR, AuthorityForm.BY_ORDER) and not signed.signer.position:
            yield case.finding(
                "authority-without-position",
                _("người ký {signer} ký {letters} mà không có chức vụ").format(signer=signed.who, letters=letters),
                signed.at(),
                _("thêm position: chức vụ của người ký, in dưới dòng {letters} {of}").format(
                    letters=letters, of=upper(authority.of)
                ),
                path=path,
            )


def _nothing_but_a_name(case: Case, signed: _Signed) -> Iterator[Diagnostic]:
    if not signed.signer.authority and not signed.signer.position:
        yield case.finding(
            "name-alone",
            _("người ký {signer} chưa có chức vụ và hình thức ký, chỉ in được họ tên").format(signer=signed.who),
            signed.at(),
            _("thêm position, hoặc authority"),
            path="position.position",
        )


def _typed_forms(case: Case, signed: _Signed) -> Iterator[Diagnostic]:
    """T/M, KT. … in a text beside which the program prints them; a deputy of a committee who signs in its stead."""
    signer, profile = signed.signer, case.profile
    for number, authority in enumerate(signer.authority):
        if (found := _LETTERS.match(authority.of)) is not None:
            where = signed.at("authority", number, "of")
            yield _typed(case, found[0].strip(), where)
        if authority.form is AuthorityForm.FOR_SUPERIOR and _written(authority.of) in _not_stood_in_for(case):
            yield case.finding(
                "deputy-signs-for-body",
                _("cấp phó của tập thể ký {on_behalf} tập thể, không ký {letters} {of}").format(
                    on_behalf=profile.text("authority_forms.on_behalf"),
                    letters=profile.text("authority_forms.for_superior"),
                    of=upper(authority.of),
                ),
                signed.at("authority", number),
                _("đổi form thành on_behalf, of là tên tập thể (Ban Thường vụ, Đảng ủy …)"),
                path="authority_forms.for_superior",
            )
    if (found := _LETTERS.match(signer.position)) is not None:
        yield _typed(case, found[0].strip(), signed.at("position"))


def _typed(case: Case, letters: str, where: Location) -> Diagnostic:
    message = _("có sẵn chữ “{letters}”, chương trình tự in").format(letters=letters)
    return case.finding("typed-authority", message, where, _("bỏ các chữ đó; hình thức ký ghi ở form"))


def _not_stood_in_for(case: Case) -> set[str]:
    """Heads of committees, whose deputies sign for the committee itself (a phó bí thư never signs K/T, HD05 II.I.7.1),
    and the committees.
    """
    profile = case.profile
    paths = [f"authority_titles.{key}" for key in ("standing_committee", "party_committee", "inspection_committee")]
    heads = {title for path in paths if profile.has(path) for title in profile.texts(path)}
    letters = f"{profile.text('authority_forms.on_behalf')} "
    cases = (profile.text(f"authority_cases.{key}") for key in profile.keys("authority_cases"))
    bodies = {case.removeprefix(letters) for case in cases if case.startswith(letters) and "{" not in case}
    return set(map(_written, heads | bodies))


def _written(name: str) -> str:
    """One form of a name in capitals: ỦY and UỶ, and spaces at its ends, are no difference."""
    return tone_style(upper(fold_whitespace(name)), ToneStyle.FIRST_VOWEL)


def _positions(case: Case, signed: _Signed) -> Iterator[Diagnostic]:
    signer, profile = signed.signer, case.profile
    forms = [authority.form for authority in signer.authority]
    if not signer.position:
        return
    if AuthorityForm.ACTING in forms:
        yield case.finding(
            "acting-with-position",
            _("người ký {signer} ký quyền cấp trưởng: chức vụ đã ở dòng {letters}").format(
                signer=signed.who, letters=profile.text("authority_forms.acting")
            ),
            signed.at("position"),
            _("bỏ position; ghi chức danh quyền cấp trưởng ở of"),
            path="authority_forms.acting",
            severity=Severity.WARNING,
        )
    path = "position.shown_with_collective"
    is_for_body = profile.has(path) and forms == [AuthorityForm.ON_BEHALF]
    if is_for_body and _written(signer.position) not in _shown(case, signer):
        yield case.finding(
            "position-not-shown",
            _("ký {letters} thì không ghi chức vụ “{position}”").format(
                letters=profile.text("authority_forms.on_behalf"), position=signer.position
            ),
            signed.at("position"),
            _("bỏ position; chỉ ghi: {titles}").format(titles=", ".join(profile.texts(path))),
            path=path,
            severity=Severity.WARNING,
        )


def _shown(case: Case, signer: Signatory) -> set[str]:
    """The positions that stand under T/M: those of every body, and those that the regime names for this one."""
    profile = case.profile
    line = _written(f"{profile.text('authority_forms.on_behalf')} {signer.authority[0].of}")
    own = (key for key in profile.keys("authority_cases") if _written(profile.text(f"authority_cases.{key}")) == line)
    titles = (title for key in own for title in profile.texts(f"authority_titles.{key}"))
    return set(map(_written, (*profile.texts("position.shown_with_collective"), *titles)))


def _lines_of_one_side(case: Case, signed: _Signed) -> Iterator[Diagnostic]:
    signer, profile = signed.signer, case.profile
    if signer.concurrent and not profile.has("concurrent.text"):
        yield case.finding(
            "no-concurrent-line",
            _("{regime} không có dòng “kiêm” ở phần ký").format(regime=profile.id),
            signed.at("concurrent"),
            _("bỏ concurrent; chức vụ khác của người ký ghi ở other_office, in ngay trên họ tên"),
            path="authority.case",
        )
    elif signer.concurrent and signer.authority:
        yield case.finding(
            "concurrent-with-authority",
            _("người ký {signer} ký kiêm: không ghi T/M, K/T").format(signer=signed.who),
            signed.at("authority"),
            _("bỏ authority; position là chức vụ ở cơ quan có con dấu, concurrent là chức vụ kiêm"),
            path="concurrent.text",
            severity=Severity.WARNING,
        )
    if signer.other_office and profile.has("concurrent.text"):
        yield case.finding(
            "no-other-office",
            _("{regime} không ghi chức vụ khác trên họ tên người ký").format(regime=profile.id),
            signed.at("other_office"),
            _("bỏ other_office; ký kiêm thì ghi chức vụ kiêm ở concurrent"),
            path="signer_name.with_academic_title",
        )


def _body(case: Case, signed: _Signed) -> Iterator[Diagnostic]:
    """A body's name under the position: needed where several bodies sign, and nowhere else."""
    if signed.joint and not signed.signer.body and case.profile.has("issuer_forms.joint"):
        yield case.finding(
            "joint-without-body",
            _("văn bản liên tịch: người ký {signer} chưa ghi tên cơ quan").format(signer=signed.who),
            signed.at(),
            _("thêm body: tên cơ quan của người ký, in dưới chức vụ"),
            path="issuer_forms.joint",
        )
    elif signed.signer.body and not signed.joint:
        yield case.finding(
            "body-after-position",
            _("không ghi tên cơ quan sau chức vụ của người ký {signer}, trừ văn bản liên tịch").format(
                signer=signed.who
            ),
            signed.at("body"),
            _("bỏ body, hoặc chuyển sang một người ký riêng cho văn bản liên tịch"),
            path="position.with_body_name",
            severity=Severity.WARNING,
        )
