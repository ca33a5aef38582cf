"""Bodies of a level that a text makes act, or tells what to do: `Ban Tuyên giáo Quận ủy chủ động …`, `Giao Sở …`.

It does not know who issues the text: whoever asks compares the level. What a lower body rightly says of a higher one
(reports to it, works with it, asks it for help, tells what it has done) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.vietnamese.levels import AREA, CAPITALS, COMMITTEE, NAME, Rank, area_of, rank_of
from generator.vietnamese.superiors import Phrase, Sort

_HEADS = (
    r"ban thường vụ|thường trực|ban chấp hành|ban|(?:ủy|uỷ) ban|ubnd|ubmttq|hội đồng nhân dân|hđnd|mặt trận|mttq|"
    r"văn phòng|phòng|sở|trung tâm|đài|công an|bộ chỉ huy|bộ tư lệnh|trường|bảo tàng|thư viện|hội|đoàn|liên đoàn|"
    r"liên hiệp|"
    r"công đoàn|đảng (?:ủy|uỷ)|chi (?:ủy|uỷ)|các"
)
_LEVEL = rf"(?:{COMMITTEE}(?:\s+{AREA})?|{AREA})"
_BODY = re.compile(
    rf"(?:{COMMITTEE}(?:\s+{AREA}|\s+các\s+{_LEVEL}(?:(?:,|\s+và)\s+{_LEVEL})*)?|"
    rf"(?:{_HEADS})(?!\w)[^.;:()“”\n]{{0,90}}?{_LEVEL}(?:(?:,|\s+và)\s+{_LEVEL})*)(?:{NAME})?",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(rf"(?:Sở\s+[{CAPITALS}][^.;:()“”\n]{{1,60}}?|[Cc]ác\s+sở(?:,\s*(?:ban|ngành))*)(?=\s|,|$)")
_CELLS = re.compile(
    r"các\s+(?:chi\s+bộ|chi,\s*đảng\s+bộ)(?:\s+[^.;:()“”\n]{1,50}?)??(?=\s|,|$)",
    re.IGNORECASE,
)
_VERBS = (
    r"yêu cầu|đề nghị|giao|phân công|kêu gọi|chỉ đạo|lãnh đạo|hướng dẫn|định hướng|ban hành|xây dựng|tổ chức|"
    r"triển khai|thực hiện|chủ trì|chủ động|phối hợp|tham mưu|theo dõi|đôn đốc|kiểm tra|giám sát|căn cứ|tăng cường|"
    r"đẩy mạnh|tiếp tục|phát động|biên soạn|mở|đăng tải|tổng hợp|quán triệt|phổ biến|bố trí|rà soát|vận động|"
    r"tuyên truyền|duy trì|bảo đảm|đảm bảo|kịp thời|thường xuyên|tích cực|khẩn trương|có trách nhiệm|chịu trách nhiệm|"
    r"cần|phải|treo|trang trí|nắm|báo cáo|cung cấp|cử|xem xét|nghiên cứu|thông tin"
)
_TASKS = re.compile(rf"\s*,?\s+(?:{_VERBS})(?!\w)", re.IGNORECASE)
# Words that no name of a body holds: what was taken for one is a sentence.
_NO_NAME = re.compile(
    r"(?<!\w)(?:của|trên|trong|tại|theo|từ|đến|để|đã|được|do|với|cho|về|vào|khi|là|có|"
    r"phối hợp|tham mưu|triển khai|thực hiện|hướng dẫn|chủ trì|chủ động|(?-i:tổ chức))(?!\w)",
    re.IGNORECASE,
)
_PEOPLES = r"(?:(?:ủy|uỷ) ban nhân dân|ubnd|hội đồng nhân dân|hđnd)"
_STANDING = r"(?:ban thường vụ|thường trực|ban chấp hành)"
_AUTHORITY = re.compile(rf"(?:(?:{_STANDING}|{_PEOPLES})\s+)?{_LEVEL}", re.IGNORECASE)
_PLURAL = re.compile(
    rf"các\s+(?:{COMMITTEE}|{AREA}|đảng\s+bộ|chi\s+bộ|chi,\s*đảng\s+bộ)|(?:{_PEOPLES}|{COMMITTEE})\s+các\s",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|và|hoặc|;)\s+")
_MARKER = re.compile(r"\s*(?:[IVXLC]+\s*[-.]|\d+(?:\.\d+)*[.)]|\(\d+\)|[a-zđ]\)|[-+*•–])\s+")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
_TOLD = re.compile(r"(?:giao(?:\s+cho)?|phân công|yêu cầu)\s+", re.IGNORECASE)
_ASKED = re.compile(r"đề nghị\s+", re.IGNORECASE)
# What a lower body asks of a higher one.
_POLITE = re.compile(
    r"\s*,?\s+(?:xem xét|quan tâm|hỗ trợ|tạo điều kiện|cho ý kiến|cho phép|bố trí|cấp|sớm|"
    r"tiếp tục (?:quan tâm|hỗ trợ|hướng dẫn|chỉ đạo)|hướng dẫn)(?!\w)",
    re.IGNORECASE,
)
_ISSUING = re.compile(
    rf",\s+(?P<body>(?:(?:{_STANDING}\s+)?{COMMITTEE}(?:\s+{AREA})?|{_PEOPLES}\s+{AREA})(?:{NAME})?)\s+"
    r"(?:yêu cầu|đề nghị|giao|phân công|kêu gọi|"
    r"(?:ban hành|xây dựng|hướng dẫn|triển khai)(?=[^.;]{0,300}(?:như sau|sau đây)))(?!\w)",
    re.IGNORECASE,
)
_A_DAY = re.compile(r"(?:ngày\s+\S+|năm\s+\d{4})\s*$", re.IGNORECASE)
"""`ngày 25/11/2024, Quận ủy yêu cầu …` tells what happened."""


def bodies(text: str, *, is_heading: bool = False, is_report: bool = False) -> Iterator[Phrase]:
    """Bodies that a sentence makes act, or tells what to do.

    `is_heading`: a body alone names whose tasks follow. `is_report`: what follows the name of a body is a petition.
    """
    marker = _MARKER.match(text)
    first = marker.end() if marker else 0
    for start in (first, *(match.end() for match in _SENTENCE.finditer(text, first))):
        yield from _told(text, start, is_heading=is_heading, is_report=is_report)
    for match in _ISSUING.finditer(text):
        if not _A_DAY.search(text[: match.start()]):
            yield _phrase(match["body"], match.start("body"))


def addressed(text: str) -> Iterator[Phrase]:
    """All bodies of a level, named as those to whom a letter goes."""
    marker = _MARKER.match(text)
    body = _at(text, marker.end() if marker else 0)
    if body is not None and body.sort is Sort.PEERS:
        yield body


def _told(text: str, start: int, *, is_heading: bool, is_report: bool) -> Iterator[Phrase]:
    """The bodies at the beginning of one sentence, where a task follows."""
    asked = _ASKED.match(text, start)
    told = asked or _TOLD.match(text, start)
    found: list[Phrase] = []
    place = told.end() if told else start
    while (body := _at(text, place)) is not None:
        found.append(body)
        place = body.start + len(body.words)
        listed = _LISTED.match(text, place)
        if not listed:
            break
        place = listed.end()
    if not found:
        return
    end = found[-1].start + len(found[-1].words)
    rest = text[end:]
    task = _TASKS.match(rest) is not None
    if is_report:
        speaks = told is not None and asked is None
    elif asked:
        speaks = task and not _POLITE.match(rest)
    else:
        alone = rest.lstrip()[:1] == ":" or (is_heading and not rest.strip(" .;"))
        speaks = task or alone or told is not None
    if speaks:
        yield from found


def _at(text: str, start: int) -> Phrase | None:
    """The body whose name begins here; of several readings the longest that a task follows."""
    for pattern in (_BODY, _CELLS, _DEPARTMENT):
        match = pattern.match(text, start)
        if match is None:
            continue
        if pattern is not _BODY:
            match = _until_task(pattern, text, start) or match
        words = match[0].rstrip()
        if not _NO_NAME.search(words.partition(" trực thuộc ")[0]):
            return _phrase(words, start, pattern is _DEPARTMENT)
    return None


def _until_task(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The body's name as far as its task: `Các chi bộ cơ quan, đơn vị` before `tổ chức`."""
    longer = re.compile(rf"{pattern.pattern}(?=\s*,?\s+(?i:{_VERBS})(?!\w)|\s*:)", pattern.flags)
    return longer.match(text, start)


def _phrase(words: str, start: int, is_department: bool = False) -> Phrase:
    """A body with the lowest level in its name: of `các huyện ủy, thành ủy` all are told."""
    named = re.findall(_LEVEL, words, re.IGNORECASE)
    named = [each for each in named if area_of(each)] or named
    plural = _PLURAL.match(words) is not None
    if is_department:
        rank, area = Rank.PROVINCE, "tỉnh"
    elif named:
        lowest = min(named, key=rank_of)
        rank, area = rank_of(lowest), area_of(lowest)
    else:
        rank, area = Rank.CELL, ""
    is_party = bool(re.search(rf"{COMMITTEE}|chi\s+bộ|đảng\s+bộ", words, re.IGNORECASE))
    sort = Sort.PEERS if plural and "trực thuộc" not in words else Sort.BODY
    return Phrase(sort, words, rank, area, is_party, _AUTHORITY.fullmatch(_bare(words)) is not None, start)


def _bare(words: str) -> str:
    return re.sub(rf"(?:{NAME})$", "", words)
