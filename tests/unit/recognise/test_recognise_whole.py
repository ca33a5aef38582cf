"""What is made of components: signatures, recipients, annexes, copies, pages, encodings, and what nothing explains."""

from __future__ import annotations

from pathlib import Path

from generator.model.parts import Part
from generator.recognise.names import Extra
from generator.recognise.pieces import SignatureRole
from tests.foreign import odd, party, small_offices, state
from tests.foreign.sheet import Sheet
from tests.unit.recognise.made import recognised


def test_a_signature_has_its_lines_its_name_and_the_room_between(tmp_path: Path) -> None:
    (signature,) = recognised(party.in_text_boxes(), tmp_path).signatures
    assert [line.text for line in signature.authority] == ["K/T TRƯỞNG BAN"]
    assert [line.text for line in signature.position] == ["PHÓ TRƯỞNG BAN"]
    assert signature.name is not None
    assert signature.name.text == "Trần Văn B"
    assert len(signature.gap) == 2


def test_minutes_are_signed_by_the_writer_and_the_chair(tmp_path: Path) -> None:
    signatures = recognised(party.minutes(), tmp_path).signatures
    assert [each.role for each in signatures] == [SignatureRole.WRITER, SignatureRole.CHAIR]


def test_a_copy_has_its_own_signature_number_and_recipients(tmp_path: Path) -> None:
    document = recognised(state.petition(), tmp_path)
    assert [each.role for each in document.signatures] == [SignatureRole.SIGNER, SignatureRole.COPY]
    copy = document.copy
    assert copy is not None
    assert copy.form is not None
    assert copy.number is not None
    assert (copy.form.text, copy.number.text, len(copy.recipients)) == ("SAO Y", "Số: 15/SY-UBND", 2)
    assert document.number is not None
    assert document.number.codes == ("TTr", "THLB")


def test_the_archive_line_is_told_from_the_recipients(tmp_path: Path) -> None:
    recipients = recognised(party.drawn_lines(), tmp_path).recipients
    assert recipients is not None
    assert recipients.archive is not None
    assert [item.text for item in recipients.items] == ["- Như trên,"]
    assert recipients.archive.text == "- Lưu Văn phòng Quận ủy."


def test_one_paragraph_holds_components_of_both_sides(tmp_path: Path) -> None:
    document = recognised(party.by_spaces(), tmp_path)
    title = document.first(Part.PARTY_TITLE)
    assert title is not None
    assert not title.spans[0].is_whole
    assert [each.part for each in document.at(title.first)] == [Part.PARENT_BODY, Part.PARTY_TITLE]
    assert title.where.excerpt == "ĐẢNG CỘNG SẢN VIỆT NAM"


def test_a_name_of_two_lines_is_one_component(tmp_path: Path) -> None:
    document = recognised(small_offices.addressees_in_a_table(), tmp_path)
    parent = document.first(Part.PARENT_BODY)
    assert parent is not None
    assert (parent.text, len(parent.spans)) == ("ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", 2)


def test_annexes_cover_the_rest_each_to_the_next(tmp_path: Path) -> None:
    document = recognised(small_offices.addressees_in_a_table(), tmp_path)
    first, second = document.annexes
    assert (first.number, second.number) == ("01", "II")
    assert first.stop == second.start
    assert second.stop == len(document.view.paragraphs)
    assert all(document.is_in_annex(paragraph) for paragraph in document.view.paragraphs[first.start :])


def test_tables_of_data_are_told_from_those_of_layout(tmp_path: Path) -> None:
    document = recognised(party.by_tabs(), tmp_path)
    assert [len(table.rows) for table in document.tables] == [3, 3]
    assert [each.text for each in document.of(Extra.TABLE_HEADER)][:3] == ["STT", "Nội dung", "Số lượng"]
    assert recognised(state.decision(), tmp_path).tables == ()


def test_old_encodings_are_told_by_their_fonts(tmp_path: Path) -> None:
    encoding = recognised(odd.tcvn3(), tmp_path).encoding
    assert encoding is not None
    assert (encoding.name, set(encoding.fonts)) == ("TCVN3", {".VnTime", ".VnTimeH"})
    vni = Sheet(font="VNI-Times")
    vni.p(None, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")
    told = recognised(vni, tmp_path)
    assert told.encoding is not None
    assert (told.encoding.name, told.side) == ("VNI", None)


def test_what_nothing_explains_is_told(tmp_path: Path) -> None:
    stranger = small_offices.tempting_sentences()
    assert [each.text for each in recognised(stranger, tmp_path).unrecognised] == ["(đã ký)"]
    letter = recognised(odd.no_official_document(), tmp_path)
    assert letter.components == ()
    assert len(letter.unrecognised) == len([each for each in letter.view.paragraphs if each.text.strip()])


def test_empty_paragraphs_are_listed(tmp_path: Path) -> None:
    document = recognised(party.in_separate_paragraphs(), tmp_path)
    assert [each.text for each in document.empty] == [""]
