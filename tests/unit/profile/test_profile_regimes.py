"""The packaged regimes: what every one provides, and each row of the published tables spot-checked."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.profile import Exactly, Profile, Value, load_regime, regimes
from generator.profile.schema import COMPONENTS, NOT_IN_THE_TEXT, kind_of
from generator.templates.pages import letterhead_widths

EVERYWHERE = """
page: width height top bottom left right back_left back_right orientation font encoding colour language
page_number: size bold italic alignment distance measured_to first_page restart_in_annex start numerals
header: left_width gap right_width
body: size bold italic alignment first_line_indent space_before space_after paragraph_gap line_rule line_spacing
body: end_mark colour
number_format: template dispatch_template pattern dispatch_pattern zero_pad_below blank series type_separator
number_format: body_separator
date_format: template pattern blank pad_day_below pad_month_below place_separator
signature: gap left_width right_width level_with_recipients paper_ink
authority_forms: on_behalf for_superior by_order authorised acting
addressee: text petition_text kinds
addressee_names: separator last lead single_on_label_line
bases: lead separator last
recipients_label: text
recipients: lead separator last first_dispatch
recipients_archive: template last
annex_label: numerals template numbered_from
annex_reference: template required
citation: first_template later_template law_template comma_before_date date_template
part: numerals template
section: numerals template
article: template marker
clause: marker
point: marker letters
heading_roman: marker numerals first_line_indent
heading_decimal: marker numerals first_line_indent
heading_nested: marker numerals first_line_indent
contact_rule: ratio relative_to weight
table: border header_repeats
secrecy: printed labels
orthography: tone_marks
copy_number: template codes series
""" + "".join(f"type_codes: {kind}\ntype_names: {kind}\n" for kind in ("plan", "guidance", "report", "directive"))
COMPONENTS_EVERYWHERE = """
parent_body issuer number dateline kind_title subject subject_dispatch bases body addressee addressee_names part
part_title section section_title article clause point heading_roman heading_decimal heading_nested authority
position signer_name recipients_label recipients recipients_archive urgency secrecy circulation draft drafter_code
contact annex_label annex_title annex_reference annex_end table page_number copy_form copy_number
"""
OF_A_SIDE = {
    "party": ("party_title.text", "party_title_rule.ratio", "star.text", "subject_end.text", "circulation_foot.text"),
    "state": ("national_title.text", "motto.text", "motto_rule.ratio", "issuer_rule.ratio", "subject_rule.ratio"),
}
STYLE = ("case", "size", "bold", "italic", "underline", "alignment")


@pytest.fixture(params=regimes(), scope="module")
def profile(request: pytest.FixtureRequest) -> Profile:
    return load_regime(request.param)


def test_what_renderers_and_rules_ask_for_is_there(profile: Profile) -> None:
    wanted = [
        f"{section}.{key}"
        for section, _colon, keys in (line.partition(":") for line in EVERYWHERE.strip().splitlines())
        for key in keys.split()
    ]
    wanted += [f"{part}.{key}" for part in COMPONENTS_EVERYWHERE.split() for key in STYLE]
    wanted += OF_A_SIDE[profile.side]
    assert [path for path in wanted if not profile.has(path)] == []


def test_a_component_says_its_whole_style(profile: Profile) -> None:
    sections = {path.partition(".")[0] for path in profile.paths()} & COMPONENTS
    assert [f"{name}.{key}" for name in sections for key in STYLE if not profile.has(f"{name}.{key}")] == []


def test_the_other_sides_letterhead_is_absent(profile: Profile) -> None:
    (other,) = OF_A_SIDE.keys() - {profile.side}
    assert [path for path in OF_A_SIDE[other] if profile.has(path)] == []


def test_every_value_has_a_grade_and_a_clause_or_a_note(profile: Profile) -> None:
    for path in profile.paths():
        source = profile.constraint(path).source
        assert source.grade, path
        if source.grade == "none":
            assert "không quy định" in (source.note or ""), path
            assert source.clause is None, path
        elif source.grade in NOT_IN_THE_TEXT:
            assert source.clause or source.note, path
        else:
            assert source.clause, path


def test_a_clause_names_a_text_that_is_cited_in_full(profile: Profile) -> None:
    for path in profile.paths():
        clause = profile.constraint(path).source.clause
        assert clause is None or clause.split()[0].rstrip(";") in profile.sources, path


def test_dispatches_and_typed_documents_have_codes_and_names_together(profile: Profile) -> None:
    assert set(profile.keys("type_codes")) <= set(profile.keys("type_names"))


def test_titles_belong_to_cases(profile: Profile) -> None:
    assert set(profile.keys("authority_titles")) == set(profile.keys("authority_cases"))
    assert set(profile.keys("parent_forms")) == set(profile.keys("issuer_forms"))


def test_what_stands_below_is_a_component(profile: Profile) -> None:
    below = {path: profile.text(path) for path in profile.paths() if path.endswith((".below", ".below_dispatch"))}
    assert {path: name for path, name in below.items() if not profile.keys(name)} == {}


def test_the_printed_page_fits(profile: Profile) -> None:
    text = profile.length("page.width") - profile.length("page.left") - profile.length("page.right")
    columns = sum(profile.length(f"header.{name}") for name in ("left_width", "gap", "right_width"))
    assert columns <= text
    gap = profile.length("body.space_before") + profile.length("body.space_after")
    assert profile.constraint("body.paragraph_gap").accepts(type(profile.length("page.width"))(gap))


def test_the_size_sets_hold_in_the_defaults() -> None:
    state = load_regime("state-nd30")
    sizes = [state.length(f"{part}.size") for part in ("national_title", "motto", "dateline")]
    assert [f"{size.pt:g}pt" for size in sizes] == list(state.texts("size_sets.larger"))


PARTY = """
page.width                       | 210mm | 210mm | 148mm
page.height                      | 297mm | 297mm | 279mm
page.top                         | 20mm | 20mm | 25mm
page.bottom                      | 20mm | 20mm | 15mm
page.left                        | 30mm | 30mm | 35mm
page.right                       | 15mm | 15mm | 20mm
page.back_left                   | 15mm | 15mm | 30mm
page.back_right                  | 30mm | 30mm | 15mm
page_number.size                 | 14pt | 14pt | 13pt
page_number.distance             | 10mm | 10mm | 12.7mm
page_number.first_page           | false | false | true
party_title.text                 | ĐẢNG CỘNG SẢN VIỆT NAM | ĐẢNG CỘNG SẢN VIỆT NAM | ĐẢNG CỘNG SẢN
party_title.size                 | 15pt | 15pt | 14pt
party_title.bold                 | true | true | false
party_title_rule.ratio           | 1 | 1 | 0.9
parent_body.size                 | 14pt | 14pt | 13pt
parent_body.bold                 | false | false | true
issuer.size                      | 14pt | 14pt | 13pt
issuer.bold                      | true | true | false
star.text                        | * | * | ***
number.size                      | 14pt | 14pt | 13pt
number_format.template           | Số {number}-{type}/{body} | Số {number}-{type}/{body} | Số: {number}/{type}-{body}
number_format.series             | term | term | year
number_format.zero_pad_below     | 10 | 10 | 0
dateline.size                    | 14pt | 14pt | 13pt
dateline.italic                  | true | true | false
date_format.pad_day_below        | 10 | 10 | 0
date_format.pad_month_below      | 3 | 3 | 10
kind_title.size                  | 16pt | 15pt | 14pt
kind_title.case                  | upper | upper | sentence
subject.size                     | 14pt | 15pt | 13pt
subject.bold                     | true | true | false
subject_end.text                 | ----- | ----- | ---
subject_dispatch.size            | 12pt | 12pt | 13pt
subject_dispatch.italic          | true | true | false
body.size                        | 14pt | 15pt | 13pt
body.alignment                   | justified | justified | left
body.first_line_indent           | 10mm | 12.7mm | 15mm
body.paragraph_gap               | 6pt | 8pt | 5pt
body.line_rule                   | exactly | exactly | multiple
body.end_mark                    | . | . | ./.
part_title.case                  | upper | upper | sentence
section.bold                     | true | true | false
article.bold                     | true | true | false
clause.bold                      | false | false | true
authority.size                   | 14pt | 14pt | 13pt
authority.bold                   | true | true | false
position.bold                    | false | false | true
signer_name.bold                 | true | true | false
authority_forms.on_behalf        | T/M | T/M | TM.
authority_forms.for_superior     | K/T | K/T | KT.
authority_forms.by_order         | T/L | T/L | TUQ
authority_forms.acting           | Q. | Q. | Q
authority_cases.standing_committee | T/M BAN THƯỜNG VỤ | T/M BAN THƯỜNG VỤ | TM. BAN THƯỜNG VỤ
addressee.size                   | 14pt | 14pt | 13pt
addressee.italic                 | true | true | false
recipients_label.size            | 14pt | 14pt | 12pt
recipients_label.underline       | true | true | false
recipients.size                  | 12pt | 12pt | 11pt
recipients.last                  | . | . | ;
recipients_archive.template      | Lưu {office} | Lưu {symbol} | Lưu: VT, {unit}
urgency.size                     | 14pt | 14pt | 13pt
circulation.size                 | 12pt | 12pt | 13pt
circulation.distance             | 10mm | 10mm | 20mm
draft.italic                     | true | true | false
contact.size                     | 10pt | 10pt | 11pt
contact.position                 | last_page_foot | last_page_foot | first_page_foot
annex_label.numerals             | arabic | arabic | roman
type_codes.plan                  | KH | KH | kh
type_codes.programme             | CTr | CTr | CT
type_codes.submission            | TTr | TTr | TT
type_codes.dispatch              | CV | CV | ~
type_names.guidance              | HƯỚNG DẪN | HƯỚNG DẪN | HƯỚNG DẨN
body_codes.party_committee       | ĐU | ĐU | DU
body_codes.cell                  | CB | CB | ĐU
body_codes.congress              | ĐH | ĐH | DH
secrecy.printed                  | false | false | true
"""
HD05 = """
page.font                        | Times New Roman | Times New Roman | Arial
page.colour                      | 000000 | 000000 | 0000FF
page_number.restart_in_annex     | true | true | false
body.line_spacing                | 19pt | 22pt | 23pt
body.line_spacing                | 19pt | 18pt | 17pt
bases.lead                       | "- " | "- " | ""
bases.last                       | . | . | ,
subject_dispatch.prefix          | "về việc " | "về việc " | "V/v "
addressee.petition_text          | Kính trình: | Kính trình: | Kính gửi:
addressee_names.size             | 14pt | 15pt | 13pt
addressee_names.separator        | ; | ; | ,
recipients.separator             | ; | ; | ,
drafter_code.size                | 11pt | 11pt | 8pt
circulation_foot.position        | last_page_foot | last_page_foot | foot_centre
annex_reference.required         | true | true | false
signature.paper_ink              | xanh | xanh | đen
copy_stamp.width                 | 80mm | 80mm | 50mm
copy_stamp.height                | 50mm | 50mm | 80mm
copy_stamp.size                  | 13pt | 13pt | 14pt
type_codes.regulation_rule       | QĐ | QĐ | QĐi
body_codes.propaganda_mass_mobilisation | BTGDV | BTGDV | BTG
parent_forms.advisory_body       | {parent_committee} | {parent_committee} | ĐẢNG BỘ {parent}
seal_image.format                | PNG | PNG | JPEG
"""
HD36 = """
body.line_spacing                | 19pt | 40pt | 17pt
bases.last                       | , | , | .
addressee.petition_text          | Kính gửi: | Kính gửi: | Kính trình:
addressee_names.size             | 14pt | 14pt | 15pt
addressee_names.separator        | , | , | ;
recipients.separator             | , | ; | .
drafter_code.size                | 8pt | 8pt | 11pt
drafter_code.case                | upper | upper | sentence
circulation_foot.position        | foot_centre | foot_centre | last_page_foot
annex_reference.required         | false | false | true
copy_form.size                   | 14pt | 14pt | 13pt
type_codes.regulation_rule       | QĐi | QĐi | QĐ
body_codes.district_committee    | HU | HU | QU
parent_forms.commune_committee   | ĐẢNG BỘ {parent} | ĐẢNG BỘ {parent} | {parent}
"""
ND30 = """
page.top                         | 20mm | 25mm | 26mm
page.bottom                      | 20mm | 25mm | 15mm
page.left                        | 30mm | 35mm | 25mm
page.right                       | 15mm | 20mm | 10mm
page.font                        | Times New Roman | Times New Roman | Arial
page_number.size                 | 14pt | 13pt | 12pt
page_number.first_page           | false | false | true
page_number.restart_in_annex     | true | true | false
national_title.text              | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM | CỘNG HÒA
national_title.size              | 13pt | 12pt | 14pt
motto.text                       | Độc lập - Tự do - Hạnh phúc | Độc lập - Tự do - Hạnh phúc | Độc lập – Tự do
motto.size                       | 14pt | 13pt | 12pt
motto_rule.ratio                 | 1 | 1 | 0.5
issuer_rule.ratio                | 0.4 | 1/3 | 0.3
issuer_rule.ratio                | 0.4 | 1/2 | 0.51
subject_rule.ratio               | 0.4 | 0.5 | 1
parent_body.bold                 | false | false | true
parent_body.size                 | 13pt | 12pt | 14pt
issuer.bold                      | true | true | false
issuer.size                      | 13pt | 12pt | 14pt
number.size                      | 13pt | 13pt | 14pt
number_format.template           | Số: {number}/{type}-{body} | Số: {number}/{type}-{body} | Số {number}-{type}/{body}
number_format.series             | year | year | term
dateline.size                    | 14pt | 13pt | 12pt
dateline.italic                  | true | true | false
kind_title.size                  | 14pt | 13pt | 15pt
subject.size                     | 14pt | 13pt | 15pt
subject_dispatch.size            | 13pt | 12pt | 14pt
subject_dispatch.italic          | false | false | true
subject_dispatch.gap             | 6pt | 6pt | 0pt
bases.italic                     | true | true | false
bases.last                       | . | . | ,
body.size                        | 14pt | 13pt | 15pt
body.first_line_indent           | 12.7mm | 10mm | 11mm
body.line_spacing                | 1 | 1.5 | 1.6
body.line_spacing                | 1 | 1.15 | 0.9
body.paragraph_gap               | 6pt | 12pt | 5pt
body.end_mark                    | ./. | ./. | ;
part.numerals                    | roman | roman | arabic
position.bold                    | true | true | false
authority_forms.authorised       | TUQ. | TUQ. | TUQ
authority_forms.on_behalf        | TM. | TM. | T/M
authority_cases.deputy_in_charge | KT. {head} | KT. {head} | {deputy}
addressee.italic                 | false | false | true
recipients_label.size            | 12pt | 12pt | 14pt
recipients_label.bold            | true | true | false
recipients_label.italic          | true | true | false
recipients.size                  | 11pt | 11pt | 12pt
recipients_archive.template      | Lưu: VT, {unit} | Lưu: VT | Lưu {office}
urgency.width_hoa_toc            | 30mm | 30mm | 40mm
urgency.width_thuong_khan        | 40mm | 40mm | 30mm
urgency.width_khan               | 20mm | 20mm | 30mm
drafter_code.size                | 11pt | 11pt | 8pt
contact.size                     | 11pt | 12pt | 10pt
contact.position                 | first_page_foot | first_page_foot | last_page_foot
annex_label.numerals             | roman | roman | arabic
annex_label.size                 | 14pt | 14pt | 13pt
annex_title.case                 | upper | upper | sentence
annex_reference.italic           | true | true | false
attachment_signature.size        | 10pt | 10pt | 11pt
scan.resolution                  | 200 | 300 | 150
type_codes.regulation_rule       | QyĐ | QyĐ | QĐ
type_codes.regulation            | QC | QC | QCh
type_codes.project               | DA | DA | DAn
type_codes.memorandum            | BGN | BGN | GN
copy_number.series               | year | year | term
"""


def rows() -> list[tuple[str, str, str, str, str]]:
    tables = [("party-hd05", PARTY + HD05), ("party-hd36", PARTY + HD36), ("state-nd30", ND30)]
    return [
        (regime, path, default, accepted, refused)
        for regime, table in tables
        for path, default, accepted, refused in (
            tuple(cell.strip() for cell in line.split(" | ")) for line in table.splitlines() if line
        )
    ]


def typed(path: str, text: str) -> Value:
    kind = kind_of(*path.split("."))
    assert kind is not None, path
    return None if text == "~" else kind.read(text.removeprefix('"').removesuffix('"'))


@pytest.mark.parametrize(("regime", "path", "default", "accepted", "refused"), rows())
def test_a_row_of_the_table(regime: str, path: str, default: str, accepted: str, refused: str) -> None:
    constraint = load_regime(regime).constraint(path)
    assert constraint.default == typed(path, default)
    assert constraint.accepts(typed(path, accepted))
    assert not constraint.accepts(typed(path, refused))


NUMBERS = """
party-hd05 pattern          | Số 05-HD/VPTW; Số 158-KH/QU; Số 06-CT/TU; Số 219-QĐNS/TW; Số 24-BS/UBKTTU; Số 12-CTr/ĐU-CB
party-hd05 pattern          ! Số: 05-HD/VPTW; Số 5-HD/VPTW; Số 05 - HD/VPTW; Số 05-HD/ VPTW; Số 05/HD-VPTW; Số 00-HD/TU
party-hd05 dispatch_pattern | Số 686-CV/VPTU
party-hd05 dispatch_pattern ! Số 686-KH/VPTU; Số 686/VPTU
state-nd30 pattern          | Số: 15/QĐ-BNV; Số: 05/KH-UBND; Số: 115/QyĐ-UBND-VX; Số: 120/TTr-SNV
state-nd30 pattern          ! Số 15/QĐ-BNV; Số: 5/KH-UBND; Số: 12/2026/QĐ-UBND; Số: 15/CV-UBND
state-nd30 pattern          ! Số: 15-KH/UBND; Số: 49/UBND -VX
state-nd30 dispatch_pattern | Số: 05/BNV-VP; Số: 12/UBND-VX; Số: 1093/UBND-KGVX
state-nd30 dispatch_pattern ! Số: 12/CV-UBND; Số: 12/KH-UBND; Số: 12/2026/UBND-VX; Số: 5/BNV-VP
"""
DATES = """
| Hà Nội, ngày 03 tháng 02 năm 2026; Cần Thơ, ngày 27 tháng 5 năm 2026; Phường Ngô Quyền, ngày 15 tháng 12 năm 2025
! Hà Nội, ngày 3 tháng 02 năm 2026; Hà Nội, ngày 27 tháng 05 năm 2026; Hà Nội ngày 27 tháng 5 năm 2026
! Hà Nội, ngày 32 tháng 5 năm 2026; Hà Nội, ngày 27 tháng 13 năm 2026; Hà Nội, ngày 27 tháng 1 năm 2026
"""


@pytest.mark.parametrize("line", NUMBERS.strip().splitlines())
def test_number_patterns(line: str) -> None:
    wanted = "|" in line.split("Số")[0]
    head, _mark, samples = line.partition("|" if wanted else "!")
    regime, name = head.split()
    pattern = load_regime(regime).text(f"number_format.{name}")
    told = [sample for sample in samples.split(";") if bool(re.fullmatch(pattern, sample.strip())) is not wanted]
    assert told == []


@pytest.mark.parametrize("line", DATES.strip().splitlines())
@pytest.mark.parametrize("regime", regimes())
def test_date_patterns(regime: str, line: str) -> None:
    pattern = load_regime(regime).text("date_format.pattern")
    for sample in line[1:].split(";"):
        assert (re.fullmatch(pattern, sample.strip()) is not None) is (line[0] == "|"), sample


def test_titles_of_a_case() -> None:
    party = load_regime("party-hd05")
    assert party.texts("authority_titles.standing_committee") == ("BÍ THƯ", "PHÓ BÍ THƯ")
    assert party.texts("issuer_forms.congress") == ("ĐẠI HỘI {form}", "ĐẢNG BỘ {name} LẦN THỨ {ordinal}")
    assert party.text("parent_forms.province_committee") == ""


def test_what_is_not_regulated_is_open(profile: Profile) -> None:
    loose = [path for path in ("table.size", "signature.gap") if isinstance(profile.constraint(path), Exactly)]
    assert loose == []


def test_loading_does_not_pull_in_pydantic() -> None:
    script = "import sys, generator.profile as p; p.load_regime('party-hd05'); print('pydantic' in sys.modules)"
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


READINGS = """
party-hd05 | body.first_line_indent          | D    | HD05 II.I.6.2.2 | cách hiểu
party-hd05 | bases.first_line_indent         | D    | HD05 II.I.6.2.2 | cách hiểu
party-hd36 | body.first_line_indent          | D    | HD36 II.1.6.2   | cách hiểu
party-hd05 | citation.first_template         | D    | HD05 II.I.6.1.3 | cách dùng
party-hd36 | citation.first_template         | D    | HD36 II.1.6     | cách dùng
state-nd30 | citation.first_template         | X    | NĐ30 PL.I, I.II.6b | không quy định
party-hd05 | circulation.labels              | D    | HD05 II.II      | ví dụ
party-hd36 | circulation.labels              | D    | HD36 II.2       | ví dụ
party-hd05 | secrecy.labels                  | D    |                 | pháp luật về bảo vệ bí mật nhà nước
party-hd05 | recipients_archive.template     | P    | HD05 II.I.9.2   | thông lệ
party-hd36 | recipients_archive.template     | P    | HD36 II.1.9     | thông lệ
party-hd36 | recipients.separator            | P    | HD36 II.1.9     | thông lệ
party-hd05 | type_names.copy                 | P    |                 | không phải thể loại
party-hd05 | type_names.personnel_decision   | P    |                 | không có trong QĐ399
party-hd36 | type_names.copy                 | P    |                 | không phải thể loại
state-nd30 | heading_nested.bold             | none |                 | điểm a)
state-nd30 | heading_nested.italic           | none |                 | điểm a)
party-hd05 | page.back_left                  | A    | HD05 II.IV.4.2  | mặt sau khi in hai mặt
party-hd36 | page.back_right                 | A    | HD36 II.4.2     | mặt sau khi in hai mặt
state-nd30 | page.back_left                  | none |                 | không quy định in hai mặt
party-hd05 | page.duplex                     | A    | HD05 II.IV.4.2  | không bắt buộc
state-nd30 | page.duplex                     | none |                 | không quy định
party-hd05 | secrecy.room                    | none |                 | không quy định
state-nd30 | copy_rule.weight                | none |                 | không quy định
party-hd05 | kind_authority.cell             | C    | QĐ399 Điều 11   | không ban hành quy định
party-hd36 | copy_position.size              | A    | HD36 II.3; PL3 dòng 7 | người sao
party-hd05 | header.left_width               | D    |                 | nới 3 mm
party-hd36 | header.left_width               | D    |                 | nới 3 mm
"""


@pytest.mark.parametrize("line", READINGS.strip().splitlines())
def test_our_reading_is_told_from_the_text(line: str) -> None:
    regime, path, grade, clause, note = (cell.strip() for cell in line.split("|"))
    source = load_regime(regime).constraint(path).source
    assert (source.grade, source.clause) == (grade, clause or None)
    assert note in (source.note or "")


def test_margins_that_change_sides_are_the_fronts_swapped(profile: Profile) -> None:
    if profile.constraint("page.duplex").accepts(True):
        front, back = (("page.left", "page.right"), ("page.back_right", "page.back_left"))
        for one, other in zip(front, back, strict=True):
            assert isinstance(profile.constraint(one), Exactly)
            assert isinstance(profile.constraint(other), Exactly)
            assert profile.length(one) == profile.length(other)


def test_what_bodies_may_issue_are_kinds_that_the_regime_knows() -> None:
    profile = load_regime("party-hd05")
    known = set(profile.keys("type_codes")) - {"directive", "circular"}
    for body in profile.keys("kind_authority"):
        assert set(profile.texts(f"kind_authority.{body}")) <= known


def test_the_first_citation_may_have_the_comma_or_not(profile: Profile) -> None:
    template, comma = profile.constraint("citation.first_template"), profile.constraint("citation.comma_before_date")
    text = str(template.default).replace(",", "")
    assert (template.default != text) is comma.default
    assert comma.accepts(True)
    assert comma.accepts(False)
    assert template.accepts(text)
    assert template.accepts(text.replace(" ngày", ", ngày"))


def test_a_nested_heading_of_the_state_is_upright_like_a_point() -> None:
    state = load_regime("state-nd30")
    for name in ("bold", "italic"):
        assert state.flag(f"heading_nested.{name}") is state.flag(f"point.{name}") is False
        assert state.constraint(f"heading_nested.{name}").accepts(True)


def test_the_letterhead_has_the_columns_that_the_profile_says(profile: Profile) -> None:
    columns = tuple(profile.length(f"header.{name}") for name in ("left_width", "gap", "right_width"))
    assert letterhead_widths(profile) == columns
    if profile.side == "party":
        assert [round(one.mm, 1) for one in columns] == [76.4, 15.1, 73.5]
