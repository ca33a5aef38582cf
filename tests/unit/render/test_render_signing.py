"""Every form of signing of the regimes, line by line (HD05 and HD36 II.I.7.1, NĐ30 PL.I, I.II.7 and Điều 13)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model.document import Confirmation, JointIssuer
from generator.model.letters import Minutes
from generator.model.organization import Signer
from generator.profile.regimes import load_regime
from generator.render.request import Request
from generator.render.signing import NOBODY, confirmation, signature, signature_pairs
from tests.documents import job

PARTY, STATE = ("party-hd36", "party-hd05"), ("state-nd30",)
BOTH = (*PARTY, *STATE)


def signer(*forms: str, position: str = "", **more: str) -> Signer:
    authority = [dict(zip(("form", "of"), form.split(" ", 1), strict=True)) for form in forms]
    return Signer.model_validate({"id": "a", "authority": authority, "position": position, **more})


FORMS = [
    # regimes, authority, position → lines in bold, line below
    (PARTY, ["on_behalf Ban Chấp hành Trung ương"], "Tổng Bí thư", ["T/M BAN CHẤP HÀNH TRUNG ƯƠNG"], "TỔNG BÍ THƯ"),
    (PARTY, ["on_behalf Bộ Chính trị"], "", ["T/M BỘ CHÍNH TRỊ"], ""),
    (PARTY, ["on_behalf Ban Bí thư"], "", ["T/M BAN BÍ THƯ"], ""),
    (PARTY, ["on_behalf Tỉnh uỷ"], "Bí thư", ["T/M TỈNH UỶ"], "BÍ THƯ"),
    (PARTY, ["on_behalf Thành ủy"], "Phó Bí thư", ["T/M THÀNH ỦY"], "PHÓ BÍ THƯ"),
    (PARTY, ["on_behalf Ban Thường vụ"], "Phó Bí thư", ["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ"),
    (PARTY, ["on_behalf Ban Thường vụ"], "", ["T/M BAN THƯỜNG VỤ"], ""),
    (PARTY, ["on_behalf Đảng ủy"], "Bí thư", ["T/M ĐẢNG ỦY"], "BÍ THƯ"),
    (PARTY, ["on_behalf Chi bộ"], "Bí thư", ["T/M CHI BỘ"], "BÍ THƯ"),
    (PARTY, ["on_behalf Ủy ban Kiểm tra"], "Chủ nhiệm", ["T/M ỦY BAN KIỂM TRA"], "CHỦ NHIỆM"),
    (PARTY, ["on_behalf Hội đồng"], "Chủ tịch", ["T/M HỘI ĐỒNG"], "CHỦ TỊCH"),
    (PARTY, [], "Trưởng ban", ["TRƯỞNG BAN"], ""),
    (PARTY, [], "Chánh Văn phòng", ["CHÁNH VĂN PHÒNG"], ""),
    (PARTY, ["for_superior Trưởng ban"], "Phó Trưởng ban", ["K/T TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN"),
    (PARTY, ["for_superior Chánh Văn phòng"], "Phó Chánh Văn phòng", ["K/T CHÁNH VĂN PHÒNG"], "PHÓ CHÁNH VĂN PHÒNG"),
    (PARTY, [], "Phó Trưởng ban", ["PHÓ TRƯỞNG BAN"], ""),  # in charge, no head appointed yet
    (PARTY, ["acting Trưởng ban"], "", ["Q. TRƯỞNG BAN"], ""),
    (PARTY, ["by_order Ban Thường vụ"], "Chánh Văn phòng", ["T/L BAN THƯỜNG VỤ"], "CHÁNH VĂN PHÒNG"),
    (PARTY, ["by_order Trưởng ban"], "Chánh Văn phòng", ["T/L TRƯỞNG BAN"], "CHÁNH VĂN PHÒNG"),
    (PARTY, [], "Trưởng Ban Chỉ đạo", ["TRƯỞNG BAN CHỈ ĐẠO"], ""),
    (PARTY, ["for_superior Trưởng Tiểu ban"], "Phó Trưởng Tiểu ban", ["K/T TRƯỞNG TIỂU BAN"], "PHÓ TRƯỞNG TIỂU BAN"),
    (PARTY, ["on_behalf Đoàn Chủ tịch"], "", ["T/M ĐOÀN CHỦ TỊCH"], ""),
    (PARTY, ["on_behalf Đoàn Thư ký"], "Trưởng đoàn", ["T/M ĐOÀN THƯ KÝ"], "TRƯỞNG ĐOÀN"),
    (
        PARTY,
        ["on_behalf Ban Thẩm tra tư cách đại biểu"],
        "Trưởng ban",
        ["T/M BAN THẨM TRA TƯ CÁCH ĐẠI BIỂU"],
        "TRƯỞNG BAN",
    ),
    (PARTY, ["on_behalf Ban Kiểm phiếu"], "Trưởng ban", ["T/M BAN KIỂM PHIẾU"], "TRƯỞNG BAN"),
    (STATE, ["on_behalf Ủy ban nhân dân"], "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN"], "CHỦ TỊCH"),
    (
        STATE,
        ["on_behalf Ủy ban nhân dân", "for_superior Chủ tịch"],
        "Phó Chủ tịch",
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
        "PHÓ CHỦ TỊCH",
    ),
    (STATE, [], "Chủ tịch", ["CHỦ TỊCH"], ""),
    (STATE, ["for_superior Bộ trưởng"], "Thứ trưởng", ["KT. BỘ TRƯỞNG"], "THỨ TRƯỞNG"),
    (STATE, ["acting Vụ trưởng"], "", ["Q. VỤ TRƯỞNG"], ""),
    (STATE, ["by_order Chủ tịch"], "Chánh Văn phòng", ["TL. CHỦ TỊCH"], "CHÁNH VĂN PHÒNG"),
    (
        STATE,
        ["by_order Chủ tịch", "for_superior Chánh Văn phòng"],
        "Phó Chánh Văn phòng",
        ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"],
        "PHÓ CHÁNH VĂN PHÒNG",
    ),
    (STATE, ["authorised Giám đốc"], "Trưởng phòng", ["TUQ. GIÁM ĐỐC"], "TRƯỞNG PHÒNG"),
]


@pytest.mark.parametrize(("regimes", "forms", "position", "bold", "below"), FORMS)
def test_forms_of_signing(
    regimes: tuple[str, ...], forms: list[str], position: str, bold: list[str], below: str
) -> None:
    for regime in regimes:
        said = signature(signer(*forms, position=position, name="Nguyễn Văn A"), load_regime(regime))
        assert said == NOBODY | {"authority": bold, "position": below, "name": "Nguyễn Văn A"}


@pytest.mark.parametrize("regime", PARTY)
@pytest.mark.parametrize("position", ["Bí thư", "Trưởng Ban Tuyên giáo và Dân vận"])
def test_a_council_without_a_seal_is_signed_with_two_positions(regime: str, position: str) -> None:
    said = signature(signer(position=position, concurrent="Phó Chủ tịch Hội đồng"), load_regime(regime))
    lines = [*said["authority"], said["concurrent"], said["concurrent_position"]]
    assert lines == [position.upper(), "kiêm", "PHÓ CHỦ TỊCH HỘI ĐỒNG"]


def test_another_office_stands_apart_from_the_position() -> None:
    said = signature(signer(position="Chủ tịch", other_office="Bí thư Đảng ủy"), load_regime("state-nd30"))
    assert (said["authority"], said["other_office"]) == (["CHỦ TỊCH"], "Bí thư Đảng ủy")


# Two who sign


def asked(regime: str, own: Signer | None = None, **document: Any) -> Request:
    request = job("plan", regime=regime).request
    issuer = request.issuer.model_copy(update={"signers": (own,)}) if own else request.issuer
    document.setdefault("signer", None)
    return replace(request, issuer=issuer, document=request.document.model_copy(update=document))


def partner(name: str, **signed: Any) -> JointIssuer:
    return JointIssuer.model_validate({"name": name, "symbol": "X", "signer": signed})


@pytest.mark.parametrize("regime", PARTY)
def test_the_lead_body_signs_at_the_right(regime: str) -> None:
    others = (
        partner("Công an tỉnh", position="Giám đốc", body="Công an tỉnh"),
        partner(
            "Hội Nông dân",
            position="Phó Chủ tịch",
            body="Hội Nông dân",
            authority=[{"form": "for_superior", "of": "Chủ tịch"}],
        ),
    )
    lead = signer(position="Chánh Văn phòng", body="Tỉnh uỷ")
    first, second = signature_pairs(asked(regime, lead, joint_issuers=others), load_regime(regime))
    assert first["right"]["authority"] == ["CHÁNH VĂN PHÒNG", "TỈNH UỶ"]
    assert first["left"]["authority"] == ["GIÁM ĐỐC", "CÔNG AN TỈNH"]
    assert (second["left"]["position"], second["left"]["body"]) == ("PHÓ CHỦ TỊCH", "HỘI NÔNG DÂN")
    assert second["right"] == NOBODY


@pytest.mark.parametrize("regime", BOTH)
def test_one_issuer_has_no_pair(regime: str) -> None:
    assert signature_pairs(asked(regime), load_regime(regime)) == []


@pytest.mark.parametrize(
    ("regime", "writer", "chair"),
    [
        ("party-hd36", "NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"),
        ("party-hd05", "NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"),
        ("state-nd30", "THƯ KÝ", "CHỦ TỌA"),
    ],
)
def test_minutes_are_signed_by_writer_and_chair(regime: str, writer: str, chair: str) -> None:
    minutes = Minutes.model_validate(
        {"subject": "họp", "sections": [{"title": "Một"}], "writer": "Lê Thị C", "chair": "Nguyễn Văn A"}
    )
    request = replace(asked(regime), document=minutes)
    (pair,) = signature_pairs(request, load_regime(regime))
    assert (pair["left"]["authority"], pair["left"]["name"]) == ([writer], "Lê Thị C")
    assert (pair["right"]["authority"], pair["right"]["name"]) == ([chair], "Nguyễn Văn A")


@pytest.mark.parametrize("regime", PARTY)
def test_a_signature_is_confirmed(regime: str) -> None:
    wanted = Confirmation.model_validate(
        {
            "signed_by": "Nguyễn Văn A",
            "signer": {"authority": [{"form": "by_order", "of": "Ban Thường vụ"}], "position": "Chánh Văn phòng"},
        }
    )
    said = confirmation(asked(regime, confirmation=wanted), load_regime(regime))
    assert said["label"] == "Xác nhận chữ ký của đồng chí Nguyễn Văn A"
    assert (said["signature"]["authority"], said["signature"]["position"]) == (["T/L BAN THƯỜNG VỤ"], "CHÁNH VĂN PHÒNG")


@pytest.mark.parametrize("regime", BOTH)
def test_nothing_is_confirmed_unasked(regime: str) -> None:
    assert confirmation(asked(regime), load_regime(regime)) == {"label": "", "signature": NOBODY}
