"""Marks, addressees and copies as plain values: words, places and sizes of each regime."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.measures import Length
from generator.model.copies import Copy
from generator.model.letters import Dispatch
from generator.model.marks import Marks
from generator.model.organization import Contact
from generator.profile.regimes import load_regime
from generator.render import frame, marks
from generator.render.addressee import addressee
from generator.render.context import build_context
from generator.render.copying import copy_block
from generator.render.letterhead import dispatch_subject, letterhead
from generator.render.request import Request
from generator.typeface import text_width
from tests.documents import REGIMES, job
from tests.forms import FORMS, form_job

PARTY, STATE = ("party-hd36", "party-hd05"), ("state-nd30",)
ADDRESS = "Số 9, đường A"


def asked(regime: str, **marked: Any) -> Request:
    request = job("plan", regime=regime).request
    return replace(request, document=request.document.model_copy(update={"marks": Marks.model_validate(marked)}))


def millimetres(twips: int) -> float:
    return round(twips / 1440 * 25.4, 1)


@pytest.mark.parametrize(
    ("urgency", "label", "width"),
    [("urgent", "KHẨN", 20), ("very_urgent", "THƯỢNG KHẨN", 40), ("flash", "HOẢ TỐC", 30)],
)
@pytest.mark.parametrize("regime", REGIMES)
def test_urgency(regime: str, urgency: str, label: str, width: int) -> None:
    box = marks.urgency(asked(regime, urgency=urgency), load_regime(regime))
    assert (box["lines"], box["colour"], box["framed"]) == ([label], "FF0000", True)
    if regime in STATE:
        assert (millimetres(box["width"]), millimetres(box["height"])) == (width, 8)
    else:
        assert box["width"] > text_width(label, Length.from_pt(14), bold=True).twips


@pytest.mark.parametrize("regime", REGIMES)
def test_circulation_is_in_capitals_and_framed_on_the_state_side(regime: str) -> None:
    box = marks.circulation(asked(regime, circulation="Lưu hành nội bộ"), load_regime(regime))
    assert (box["lines"], box["alignment"]) == (["LƯU HÀNH NỘI BỘ"], "right")
    assert box["framed"] == (regime in STATE)


@pytest.mark.parametrize("regime", REGIMES)
def test_what_is_not_asked_for_is_not_there(regime: str) -> None:
    request, profile = asked(regime), load_regime(regime)
    assert marks.urgency(request, profile)["lines"] == []
    assert marks.circulation(request, profile)["lines"] == []
    assert marks.foot_notice(request, profile) == marks.NO_LINE
    assert marks.contact(request, profile)["lines"] == []
    assert marks.contact_lines(request, profile) == []
    assert (marks.drafter_code(request, profile), marks.secrecy_room(request, profile)) == ("", 0)
    assert copy_block(request, profile)["form"] == ""


@pytest.mark.parametrize(("regime", "from_edge"), [("party-hd05", 10), ("party-hd36", 0)])
def test_the_notice_against_mass_media(regime: str, from_edge: int) -> None:
    line = marks.foot_notice(asked(regime, not_for_media=True), load_regime(regime))
    assert line["lines"] == ["Không phổ biến trên phương tiện thông tin đại chúng"]
    assert millimetres(line["from_edge"]) == from_edge


@pytest.mark.parametrize(
    ("regime", "wanted"),
    [("party-hd05", "NguyenVanAn-26"), ("party-hd36", "NGUYENVANAN-26"), ("state-nd30", "NGUYENVANAN.(26)")],
)
def test_the_code_of_the_drafter(regime: str, wanted: str) -> None:
    request = asked(regime, drafter_code={"drafter": "NguyenVanAn", "copies": 26})
    assert marks.drafter_code(request, load_regime(regime)) == wanted


def reached(regime: str, **contact: str) -> list[str]:
    request = asked(regime, contact=True)
    issuer = request.issuer.model_copy(update={"contact": Contact.model_validate(contact)})
    request, profile = replace(request, issuer=issuer), load_regime(regime)
    return marks.contact(request, profile)["lines"] or marks.contact_lines(request, profile)


@pytest.mark.parametrize("regime", PARTY)
@pytest.mark.parametrize(
    ("contact", "wanted"),
    [
        ({}, ADDRESS),
        ({"telephone": "1", "fax": "2", "email": "a@b"}, f"{ADDRESS}; điện thoại: 1; fax: 2; email: a@b"),
        ({"email": "a@b"}, f"{ADDRESS}; email: a@b"),
        ({"fax": "2"}, f"{ADDRESS}; fax: 2"),
        ({"website": "b"}, ADDRESS),
    ],
)
def test_what_is_not_known_of_the_issuer_takes_its_mark_with_it(
    regime: str, contact: dict[str, str], wanted: str
) -> None:
    assert reached(regime, address=ADDRESS, **contact) == [wanted]


def test_the_state_says_it_at_the_foot_of_page_1_in_lines() -> None:
    lines = reached("state-nd30", address=ADDRESS, telephone="1", email="a@b")
    assert " ".join(lines).count(ADDRESS) == 1
    assert any("ĐT: 1" in line for line in lines)
    assert not any("Fax" in line or "Website" in line for line in lines)


# Addressees


@pytest.mark.parametrize("regime", REGIMES)
def test_one_addressee_stands_beside_the_label(regime: str) -> None:
    said = addressee(["Ban *Tuyên giáo*"], "dispatch", load_regime(regime))
    assert (said["label"], said["name"], said["lines"]) == ("Kính gửi:", "Ban Tuyên giáo", [])
    assert said["centred"] == (regime in PARTY)


@pytest.mark.parametrize(
    ("regime", "lines"),
    [
        ("party-hd05", ["- A;", "- B;", "- C;"]),
        ("party-hd36", ["- A,", "- B,", "- C."]),
        ("state-nd30", ["- A;", "- B;", "- C."]),
    ],
)
def test_more_stand_under_the_colon(regime: str, lines: list[str]) -> None:
    profile = load_regime(regime)
    said = addressee(["A", "B", "C"], "dispatch", profile)
    assert (said["name"], said["lines"]) == ("", lines)
    label = text_width("Kính gửi", profile.length("addressee.size"), italic=profile.flag("addressee.italic"))
    assert said["lines_indent"] - said["label_indent"] == label.twips


@pytest.mark.parametrize(("regime", "label"), [("party-hd05", "Kính trình:"), ("party-hd36", "Kính gửi:")])
def test_a_submission_is_addressed_in_its_own_words(regime: str, label: str) -> None:
    assert addressee(["A"], "submission", load_regime(regime))["label"] == label


@pytest.mark.parametrize("regime", REGIMES)
def test_who_is_addressed_is_the_first_recipient(regime: str) -> None:
    request = form_job("addressee-one", regime).request
    assert frame.recipients(request, load_regime(regime))["lines"][0] == "- Như trên;"


# Dispatches


@pytest.mark.parametrize(
    ("regime", "typed", "wanted"),
    [
        ("party-hd05", "chuẩn bị hội nghị", "về việc chuẩn bị hội nghị"),
        ("party-hd05", "về việc chuẩn bị hội nghị", "về việc chuẩn bị hội nghị"),
        ("party-hd05", "về chuẩn bị hội nghị", "về việc chuẩn bị hội nghị"),
        ("party-hd36", "chuẩn bị hội nghị", "Chuẩn bị hội nghị"),
        ("state-nd30", "chuẩn bị hội nghị", "V/v chuẩn bị hội nghị"),
        ("state-nd30", "về việc chuẩn bị hội nghị", "V/v chuẩn bị hội nghị"),
    ],
)
def test_the_subject_of_a_dispatch(regime: str, typed: str, wanted: str) -> None:
    assert dispatch_subject(typed, load_regime(regime)) == wanted


@pytest.mark.parametrize(
    ("regime", "number"),
    [("party-hd05", "Số 05-CV/QU"), ("party-hd36", "Số 05-CV/QU"), ("state-nd30", "Số: 05/UBND-VX")],
)
def test_a_dispatch_has_a_number_and_no_title(regime: str, number: str) -> None:
    made = form_job("addressee-one", regime)
    context = build_context(made.request, made.profile)
    assert context["number"] == number
    assert (context["kind_title"], context["subject_line"], context["subject_end"]) == ("", "", "")
    assert context["properties"]["title"] == "Công văn về công tác cán bộ"


@pytest.mark.parametrize("regime", PARTY)
def test_what_a_dispatch_carries_is_cited(regime: str) -> None:
    request = job("guidance", regime=regime).request
    dispatch = Dispatch.model_validate(
        {"subject": "gửi", "addressees": ["A"], "content": ["Chữ."], "encloses": ["guidance", "plan"]}
    )
    made = replace(request, kind=type(request.kind)("dispatch"), document=dispatch)
    said = build_context(made, load_regime(regime))["enclosed"]
    room = "\u00a0" * 6
    assert said.startswith(f"Hướng dẫn số{room}-HD/QU")
    assert f" và Kế hoạch số{room}-KH/QU" in said


# Joint issuers


@pytest.mark.parametrize("regime", PARTY)
def test_bodies_that_issue_together(regime: str) -> None:
    request, profile = form_job("signed-joint-three", regime).request, load_regime(regime)
    head = letterhead(request.issuer, "", profile, request.document.joint_issuers)
    assert head["parent_lines"] == []
    assert head["name_lines"] == ["QUẬN ỦY CÁI RĂNG -", "CÔNG AN QUẬN CÁI RĂNG -", "HỘI NÔNG DÂN QUẬN"]
    assert frame.number(request, profile) == "Số 05-KH/QU-CA-HND"


@pytest.mark.parametrize("regime", REGIMES)
def test_the_day_of_minutes(regime: str) -> None:
    request = form_job("signed-minutes", regime).request
    assert bool(frame.dateline(request, load_regime(regime))) == (regime in PARTY)


# Copies


@pytest.mark.parametrize(
    ("regime", "form", "label", "number"),
    [
        ("party-hd05", "true_copy", "sao y", "Số 05-BS/QU"),
        ("party-hd05", "copy_of_copy", "sao lục", "Số 05-BS/QU"),
        ("party-hd36", "true_copy", "SAO Y BẢN CHÍNH", "Số 05-BS/QU"),
        ("party-hd36", "copy_of_copy", "SAO LỤC", "Số 05-BS/QU"),
        ("state-nd30", "true_copy", "SAO Y", "Số: 05/SY-UBND"),
        ("state-nd30", "copy_of_copy", "SAO LỤC", "Số: 05/SL-UBND"),
    ],
)
def test_forms_of_copies(regime: str, form: str, label: str, number: str) -> None:
    block = copy_block(form_job(f"copy-{form}", regime).request, load_regime(regime))
    assert (block["form"], block["number"]) == (label, number)
    assert block["dateline"].endswith("ngày 03 tháng 6 năm 2026")


@pytest.mark.parametrize(
    ("regime", "label", "number"),
    [
        ("party-hd05", "trích sao", "Số 05-BS/QU"),
        ("party-hd36", "TRÍCH SAO", "Số 05-BS/QU"),
        ("state-nd30", "TRÍCH SAO", "Số: 05/TrS-UBND"),
    ],
)
def test_an_extract_has_its_sections_under_their_own_numbers(regime: str, label: str, number: str) -> None:
    made = form_job("copy-extract", regime)
    context = build_context(made.request, made.profile)
    assert (context["copy"]["form"], context["copy"]["number"]) == (label, number)
    assert [block["text"].rstrip("./") for block in context["outline"]] == ["HAI", "Một đoạn về hai"]
    assert context["outline"][0]["marker"].startswith("II")


def test_the_stamp_of_hd05_holds_five_rows() -> None:
    stamp = copy_block(form_job("copy-true_copy", "party-hd05").request, load_regime("party-hd05"))["stamp"]
    assert [line.partition(":")[0] for line in stamp["lines"]] == [
        "BẢN SAO VĂN BẢN",
        "Cơ quan, tổ chức sao",
        "Số, ký hiệu bản sao",
        "Hình thức sao",
        "Địa danh và ngày tháng năm sao",
        "Nơi nhận bản sao",
    ]
    assert (millimetres(stamp["width"]), millimetres(stamp["height"])) == (80, 50)


@pytest.mark.parametrize("regime", REGIMES)
def test_another_body_may_copy(regime: str) -> None:
    made = form_job("copy-true_copy", regime)
    other = made.request.issuer.model_copy(update={"symbol": "KHAC", "place": "Nơi khác"})
    block = copy_block(replace(made.request, copier=other), load_regime(regime))
    assert block["number"].endswith("KHAC")
    assert block["dateline"].startswith("Nơi khác, ")


@pytest.mark.parametrize("regime", REGIMES)
def test_a_copy_without_number_and_day_leaves_room(regime: str) -> None:
    made = form_job("copy-true_copy", regime)
    blank = Copy.model_validate({"form": "true_copy"})
    block = copy_block(replace(made.request, copy=blank), load_regime(regime))
    assert "     " in block["number"]
    assert "     " in block["dateline"]


@pytest.mark.parametrize(("name", "regime"), [(name, one) for name, form in FORMS.items() for one in form.regimes])
def test_every_form_has_its_context(name: str, regime: str) -> None:
    made = form_job(name, regime)
    assert build_context(made.request, made.profile)["regime"] == regime
