"""What stands around the body: letterhead, number, day, recipients, signature, annexes."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from generator.measures import Length
from generator.model.content import Passage, Table
from generator.model.document import Appendix, Orientation
from generator.model.organization import Organization, Recipient, Signer
from generator.model.slogans import Carrier
from generator.profile.regimes import load_regime
from generator.render import frame
from generator.render.annexes import annexes
from generator.render.letterhead import Letterhead, letterhead, subject
from generator.render.request import Request
from generator.typeface import text_width, wrap
from tests.documents import example, job

REGIMES = ("party-hd36", "party-hd05", "state-nd30")
SIDE = {"party-hd36": "party", "party-hd05": "party", "state-nd30": "state"}


def asked(kind: str = "plan", regime: str = "party-hd05", unit: str | None = None, **document: Any) -> Request:
    """The request for one document of the example, fields of the document replaced."""
    request = job(kind, regime=regime, unit=unit).request
    return replace(request, document=request.document.model_copy(update=document))


def issuer(request: Request, **parts: Any) -> Request:
    return replace(request, issuer=request.issuer.model_copy(update=parts))


# Number and day


@pytest.mark.parametrize(
    ("regime", "number", "wanted"),
    [
        ("party-hd05", None, "Số      -KH/QU"),
        ("party-hd05", 1, "Số 01-KH/QU"),
        ("party-hd05", 9, "Số 09-KH/QU"),
        ("party-hd36", 10, "Số 10-KH/QU"),
        ("party-hd36", 158, "Số 158-KH/QU"),
    ],
)
def test_the_number_is_padded_or_blank(regime: str, number: int | None, wanted: str) -> None:
    request = asked(regime=regime)
    plan = request.plan.model_copy(update={"number": number})
    assert frame.number(replace(request, plan=plan, document=plan), load_regime(regime)) == wanted


@pytest.mark.parametrize(
    ("kind", "regime", "unit", "wanted"),
    [
        ("guidance", "party-hd05", None, "Số      -HD/QU"),
        ("slogans", "party-hd05", None, "Số      -TB/QU"),
        ("report", "party-hd05", None, "Số      -BC/QU"),
        ("plan", "party-hd05", "dang-uy-phuong-le-binh", "Số      -KH/ĐU"),
        ("plan", "state-nd30", None, "Số:      /KH-UBND"),
        ("report", "state-nd30", None, "Số:      /BC-UBND"),
    ],
)
def test_the_symbol_names_the_kind_and_the_issuer(kind: str, regime: str, unit: str | None, wanted: str) -> None:
    request = asked(kind, regime, unit)
    assert frame.number(request, load_regime(regime)) == wanted


@pytest.mark.parametrize(
    ("unit", "day", "wanted"),
    [
        (None, datetime.date(2024, 11, 25), "Cái Răng, ngày 25 tháng 11 năm 2024"),
        (None, datetime.date(2025, 2, 3), "Cái Răng, ngày 03 tháng 02 năm 2025"),
        (None, datetime.date(2025, 3, 9), "Cái Răng, ngày 09 tháng 3 năm 2025"),
        (None, None, "Cái Răng, ngày      tháng      năm     "),
        ("dang-uy-phuong-le-binh", datetime.date(2024, 11, 25), "Phường Lê Bình, ngày      tháng 11 năm 2024"),
        ("dang-uy-phuong-le-binh", datetime.date(2025, 2, 3), "Phường Lê Bình, ngày      tháng 02 năm 2025"),
    ],
)
def test_the_day_of_a_unit_is_blank(unit: str | None, day: datetime.date | None, wanted: str) -> None:
    said = frame.dateline(asked(unit=unit, issued_on=day), load_regime("party-hd36"))
    assert " ".join(said.split()) == " ".join(wanted.split())
    assert ("     " in said) == ("     " in wanted)


@pytest.mark.parametrize(
    ("regime", "draft", "wanted"),
    [("party-hd05", None, ""), ("party-hd05", 2, "Dự thảo lần 2"), ("state-nd30", 1, "DỰ THẢO LẦN 1")],
)
def test_the_draft_mark(regime: str, draft: int | None, wanted: str) -> None:
    assert frame.draft(replace(asked(regime=regime), draft=draft), load_regime(regime)) == wanted


# Recipients


LINES = (Recipient(text="Tỉnh ủy", purpose="để b/c"), Recipient(text="Các chi bộ"))


@pytest.mark.parametrize(
    ("regime", "separator", "wanted"),
    [
        ("party-hd05", None, ["- Tỉnh ủy (để b/c);", "- Các chi bộ;", "- Lưu Văn phòng Quận ủy."]),
        ("party-hd05", ",", ["- Tỉnh ủy (để b/c);", "- Các chi bộ;", "- Lưu Văn phòng Quận ủy."]),
        ("party-hd36", None, ["- Tỉnh ủy (để b/c),", "- Các chi bộ,", "- Lưu Văn phòng Quận ủy."]),
        ("party-hd36", ";", ["- Tỉnh ủy (để b/c);", "- Các chi bộ;", "- Lưu Văn phòng Quận ủy."]),
        ("party-hd36", "/", ["- Tỉnh ủy (để b/c),", "- Các chi bộ,", "- Lưu Văn phòng Quận ủy."]),
    ],
)
def test_the_house_ends_lines_as_far_as_the_regime_lets_it(
    regime: str, separator: str | None, wanted: list[str]
) -> None:
    request = asked(regime=regime, recipients=LINES)
    house = request.house.model_copy(update={"recipient_separator": separator})
    said = frame.recipients(replace(request, house=house), load_regime(regime))
    assert said == {"lines": wanted}
    assert frame.recipients_label(load_regime(regime)) == {"label": "Nơi nhận:"}


def test_a_unit_has_its_own_usual_recipients_and_archive() -> None:
    said = frame.recipients(asked(regime="state-nd30", recipients=LINES), load_regime("state-nd30"))["lines"]
    assert said[0] == "- Ủy ban nhân dân thành phố Cần Thơ (để b/c);"
    assert said[-1] == "- Lưu: VT, VHTT."
    assert not any("Tỉnh ủy" in line for line in said)


def test_no_recipients_but_the_archive() -> None:
    assert frame.recipients(asked(recipients=()), load_regime("party-hd05"))["lines"] == ["- Lưu Văn phòng Quận ủy."]


# Signature


@pytest.mark.parametrize(
    ("unit", "wanted", "found"),
    [(None, "hai", "hai"), (None, None, "mot"), (None, "khong-co", "mot"), ("dang-uy-phuong-le-binh", "hai", "mot")],
)
def test_who_signs(unit: str | None, wanted: str | None, found: str) -> None:
    both = tuple(Signer(id=each) for each in ("mot", "hai"))
    assert issuer(asked(unit=unit, signer=wanted), signers=both).signer.id == found
    assert issuer(asked(unit=unit, signer=wanted), signers=()).signer.name == ""


# Letterhead


def head(regime: str, **names: str) -> Letterhead:
    request = asked(regime=regime)
    header = request.issuer.header.model_copy(update={key: (name,) if name else () for key, name in names.items()})
    made: Organization = request.issuer.model_copy(update={"header": header})
    profile = load_regime(regime)
    return letterhead(made, frame.dateline(request, profile), profile)


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Quận ủy Cái Răng", 1),
        ("Ban Chỉ đạo công tác phòng, chống dịch bệnh quận Cái Răng", 2),
        ("Ban Chỉ đạo Chương trình mục tiêu quốc gia xây dựng nông thôn mới quận Cái Răng", 3),
    ],
)
def test_a_long_name_wraps_into_even_lines_that_fit(regime: str, name: str, count: int) -> None:
    made = head(regime, name=name, parent=name)
    for lines, bold, size in (
        (made["name_lines"], True, load_regime(regime).length("issuer.size")),
        (made["parent_lines"], False, load_regime(regime).length("parent_body.size")),
    ):
        assert " ".join(lines) == name.upper()
        assert len(lines) in (count, count + 1)
        widths = [text_width(line, size, bold=bold).twips for line in lines]
        assert max(widths) <= made["left"]
        assert min(widths) > max(widths) / 2


@pytest.mark.parametrize("regime", REGIMES)
def test_no_superior_no_line(regime: str) -> None:
    assert head(regime, parent="")["parent_lines"] == []


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("place", ["Huế", "Cái Răng", "Phường Lê Bình", "Thành phố Hồ Chí Minh", "Đặc khu Trường Sa"])
def test_the_columns_grow_for_a_long_place_and_never_pass_the_text(regime: str, place: str) -> None:
    profile = load_regime(regime)
    request = issuer(asked(regime=regime), place=place)
    day = frame.dateline(request, profile)
    made = letterhead(request.issuer, day, profile)
    needed = text_width(day, profile.length("dateline.size"), italic=True).twips
    assert made["right"] >= needed
    room = sum(profile.length(f"page.{side}").twips for side in ("left", "right"))
    assert made["left"] + made["gap"] + made["right"] <= profile.length("page.width").twips - room + 3
    assert made["left"] > Length.from_mm(40).twips


@pytest.mark.parametrize("regime", REGIMES)
def test_the_rules_of_the_letterhead(regime: str) -> None:
    profile, made = load_regime(regime), head(regime)
    if SIDE[regime] == "party":
        title = text_width(made["title"], profile.length("party_title.size"), bold=True).twips
        assert made["title_rule"]["length"] == pytest.approx(title, abs=2)
        assert made["issuer_rule"]["length"] == 0
        assert (made["star"], made["motto"]) == ("*", "")
    else:
        motto = text_width(made["motto"], profile.length("motto.size"), bold=True).twips
        name = max(text_width(each, profile.length("issuer.size"), bold=True).twips for each in made["name_lines"])
        assert made["title_rule"]["length"] == pytest.approx(motto, abs=2)
        assert name / 3 <= made["issuer_rule"]["length"] <= name / 2
        assert made["star"] == ""


@pytest.mark.parametrize(
    "text", ["về việc", "tuyên truyền " * 12, "tuyên truyền đại hội đảng bộ các cấp tiến tới " * 3]
)
def test_the_rule_under_the_subject_is_a_third_to_a_half_of_what_is_printed(text: str) -> None:
    profile = load_regime("state-nd30")
    size = profile.length("subject.size")
    indent, rule = subject(text.strip(), profile)
    room = Length(Length.from_mm(165) - 2 * Length.from_pt(indent / 20))
    last = text_width(wrap(text.strip(), size, room, bold=True)[-1], size, bold=True).twips
    assert last / 3 <= rule["length"] <= last / 2
    assert subject(text, load_regime("party-hd05"))[1]["length"] == 0


# Annexes


def appendices(count: int) -> tuple[Appendix, ...]:
    content = (Passage.model_validate({"sections": ["Một", "Hai"]}),)
    turned = (Orientation.PORTRAIT, Orientation.LANDSCAPE)
    return tuple(Appendix(title=f"Bảng {n}", orientation=turned[n % 2], content=content) for n in range(count))


@pytest.mark.parametrize(
    ("regime", "count", "labels"),
    [
        ("party-hd05", 0, []),
        ("party-hd05", 1, ["Phụ lục"]),
        ("party-hd36", 2, ["Phụ lục 1", "Phụ lục 2"]),
        ("state-nd30", 1, ["Phụ lục"]),
        ("state-nd30", 4, ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]),
    ],
)
def test_one_annex_alone_has_no_number(regime: str, count: int, labels: list[str]) -> None:
    made = annexes(asked(regime=regime, appendices=appendices(count)), load_regime(regime))
    assert [each["label"] for each in made] == labels
    assert [each["landscape"] for each in made] == [bool(n % 2) for n in range(count)]
    assert [each["title"] for each in made] == [f"BẢNG {n}" for n in range(count)]
    assert all([block["marker"] for block in each["outline"]] == ["1.", "2."] for each in made)


@pytest.mark.parametrize(
    ("regime", "wanted"),
    [
        ("party-hd05", "(Kèm theo Kế hoạch số      -KH/QU, ngày 25/11/2024 của Ban Thường vụ Quận ủy)"),
        (
            "state-nd30",
            "(Kèm theo Kế hoạch số      /KH-UBND ngày … tháng … năm 2024 của Ủy ban nhân dân quận Cái Răng)",
        ),
    ],
)
def test_an_annex_says_to_what_it_belongs(regime: str, wanted: str) -> None:
    (made,) = annexes(asked(regime=regime, appendices=appendices(1)), load_regime(regime))
    assert made["reference"] == wanted


def test_slogans_that_are_an_annex_come_after_the_typed_ones() -> None:
    request = asked(appendices=appendices(1))
    slogans = request.plan.slogans
    assert slogans
    plan = request.plan.model_copy(update={"slogans": slogans.model_copy(update={"carrier": Carrier.ANNEX})})
    made = annexes(replace(request, plan=plan), load_regime("party-hd05"))
    assert [each["label"] for each in made] == ["Phụ lục 1", "Phụ lục 2"]
    assert made[1]["title"] == slogans.subject.upper()
    assert not any(block["keep"] for each in made for block in each["outline"])


def test_the_figures_of_a_report_are_a_turned_annex_with_totals_and_gaps() -> None:
    (made,) = annexes(asked("report"), load_regime("party-hd05"))
    table, missing = made["outline"]
    assert made["landscape"]
    assert table["table"]
    assert table["table"]["columns"][:3] == ["STT", "Đơn vị", "Số buổi tuyên truyền miệng"]
    assert table["table"]["total"] == ["", "Tổng cộng", "100", "5.000", "300", "600", "200", "10"]
    assert [row[0] for row in table["table"]["rows"]] == [str(n) for n in range(1, 8)]
    assert table["table"]["rows"][3] == ["4", "Đảng ủy phường Tân Phú", *[""] * 6]
    assert missing["text"] == "Đơn vị chưa báo cáo: Đảng ủy phường Tân Phú."


def test_a_table_of_an_annex_goes_through_as_it_is() -> None:
    table = Table(columns=("A", "B"), rows=(("1", ""),), total=("", "1"), note="Ghi chú")
    annex = Appendix(title="Bảng", content=(Passage(table=table),))
    (made,) = annexes(asked(appendices=(annex,)), load_regime("party-hd05"))
    assert made["outline"][0]["table"] == {
        "columns": ["A", "B"],
        "rows": [["1", ""]],
        "total": ["", "1"],
        "note": "Ghi chú",
        "room": 9355,
    }


def test_the_plan_is_cited_as_its_own_office_numbers_it() -> None:
    plan = example()[1].plan
    request = replace(job("guidance", regime="state-nd30").request, plan=plan.model_copy(update={"number": 158}))
    reference = frame.plan_reference(request)
    assert (reference.kind, reference.number, reference.issuer) == ("Kế hoạch", "158-KH/QU", "Ban Thường vụ Quận ủy")
    assert reference.title == f"về {plan.subject}"


# Names that are a little too wide


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("name", ["Đảng bộ thành phố Tân Giang", "Đảng bộ thành phố Hải Phòng"])
def test_a_name_takes_room_from_the_gap_before_it_breaks(regime: str, name: str) -> None:
    profile, made = load_regime(regime), head(regime, parent=name, name=name)
    before = head(regime, parent="", name="x")
    assert made["right"] == before["right"]
    assert made["left"] + made["gap"] == pytest.approx(before["left"] + before["gap"], abs=2)
    size = profile.length("issuer.size")
    widest = max(text_width(line, size, bold=True).twips for line in made["name_lines"])
    assert widest <= made["left"]
    if SIDE[regime] == "party":
        assert made["name_lines"] == [name.upper()]
        assert Length.from_mm(2).twips <= made["gap"] < before["gap"]
    else:
        assert made["name_lines"][0] == "ĐẢNG BỘ"
        assert (made["left"], made["gap"]) == (before["left"], before["gap"])


def test_the_day_goes_before_the_name() -> None:
    request = issuer(asked(regime="party-hd05"), place="Thành phố Hồ Chí Minh")
    header = request.issuer.header.model_copy(update={"parent": ("Đảng bộ thành phố Hồ Chí Minh",)})
    profile = load_regime("party-hd05")
    day = frame.dateline(request, profile)
    made = letterhead(request.issuer.model_copy(update={"header": header}), day, profile)
    assert made["right"] >= text_width(day, Length.from_pt(14), italic=True).twips
    assert len(made["parent_lines"]) == 2


@pytest.mark.parametrize("text", ["tuyên truyền đại hội đảng bộ các cấp " * count for count in range(2, 8)])
def test_the_rule_under_the_subject_is_no_longer_than_its_last_line(text: str) -> None:
    profile = load_regime("state-nd30")
    size = profile.length("subject.size")
    indent, rule = subject(text.strip(), profile)
    room = Length(Length.from_mm(165) - 2 * Length.from_pt(indent / 20))
    last = text_width(wrap(text.strip(), size, room, bold=True)[-1], size, bold=True).twips
    assert last / 3 <= rule["length"] <= last / 2
