"""How components are worded: patterns upon plain forms, so that marks, case and dashes hardly count.

It knows no place on the sheet. What a regime fixes (names of kinds, marks, authority) is taken from the regime files.
"""

from __future__ import annotations

import re
from functools import cache

from generator.model.parts import Part
from generator.profile.profile import Profile
from generator.profile.regimes import load_regime, regimes
from generator.recognise.names import Extra, Name
from generator.recognise.plain import plain, slips

_TITLES = (
    (Part.PARTY_TITLE, "dangcongsanvietnam", 2),
    (Part.NATIONAL_TITLE, "conghoaxahoichunghiavietnam", 3),
    (Part.MOTTO, "doclaptudohanhphuc", 2),
)
_NOT_A_LETTER = re.compile(r"[^a-z]+")
STAR = re.compile(r"[*★☆✩✶\uf000-\uf0ff\s]{1,9}|-+\s*\*\s*-+")
TYPED_LINE = re.compile(r"(?=.{3})[-_=\s.·—–*o]*[-_=—–][-_=\s—–o]*")
NUMBER = re.compile(
    r"(?P<word>s[o0]|so ky hieu|so va ky hieu)?\s*(?P<colon>[:;.])?\s*(?P<digits>[\d.…_]*)(?P<rest>"
    r"(?:\s*[-/\\]+\s*(?:[^\W_][\w.&]*)?)+)\s*\.?"
)
BARE_NUMBER = re.compile(r"so\s*:?\s*[\d.…_]*")
_ROOM = r"[\d\s.…_]{0,14}"
DATELINE = re.compile(
    rf"(?P<place>[^\d,;]*?|.{{0,40}}?)\s*[,;.]?\s*\bngay\b(?P<day>{_ROOM})th?an?gh?(?P<month>{_ROOM})\bnam(?P<year>{_ROOM})\.?"
)
SHORT_DATELINE = re.compile(
    r"(?P<place>[^\d,;]{2,40}),\s*(?:ngay\s*)?(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})\.?"
)
DISPATCH_SUBJECT = re.compile(r"(?:v\s*/\s*v|v\.v|vv\s*[:.]|ve viec|trich yeu)\b")
SUBJECT_START = re.compile(r"(?:v\s*/\s*v|ve|ve viec|ban hanh|phe duyet|trien khai|to chuc|thuc hien)\b")
AUTHOR = re.compile(r"cua\s")
ADDRESSEE = re.compile(r"kinh\s*(?:gui|trinh|chuyen|thua)\s*[:;.,]?")
BASES = re.compile(r"[-+*•]?\s*(?:can cu\b|theo de nghi\b|theo to trinh\b|xet (?:de nghi|to trinh|bao cao)\b)")
APPLIED = re.compile(r"[-+*•]?\s*(?:thuc hien|thi hanh|trien khai)\s+(?:(?:cac )?\w+ \w+|luat)\b.{0,12}\bs[o0]\b")
"""A basis in the words of plans: `Thực hiện Kế hoạch số …`."""
ENACTING = re.compile(r"(?:nay\s+)?(?:quyet dinh|quyet nghi|chi thi|yeu cau|thong nhat|ket luan)\s*:?")
DECIDES = re.compile(r"(?:.{0,120}\s)?(?:quyet dinh|quyet nghi)\s*:?")
REFERENCE = re.compile(r"[(\[]?\s*(?:(?:ban hanh )?kem theo|dinh kem)\b")
ANNEX_LABEL = re.compile(r"phu luc(?:\s*(?:so)?\s*[:.]?\s*(?P<number>\d+|[ivxlc]+|[a-h])\b)?\s*[-:.]?\s*")
RECIPIENTS_LABEL = re.compile(r"noi\s*(?:nhan|nhân|gui|n?han)\s*[:;.]?")
ARCHIVE = re.compile(r"[-+*•]?\s*luu\b\s*:?")
AUTHORITY = re.compile(
    r"(?:t\s*[/.]?\s*m|k\s*[/.]?\s*t|t\s*[/.]?\s*l|t\s*\.?\s*u\s*\.?\s*q|q)\s*[./]?\s+(?=\w{2})|q\.\s*\w"
)
AUTHORITY_TIGHT = re.compile(r"(?:t/m|k/t|t/l|tm\.|kt\.|tl\.|tuq\.)(?=\w{2})")
CONFIRMATION = re.compile(r"xac nhan chu ky")
CONCURRENT = re.compile(r"kiem")
POSITION = re.compile(
    r"(?:q\.\s*|quyen\s+)?(?:pho\s+|thu\s+)?(?:tong\s+)?(?:bi thu|truong|chu tich|giam doc|hieu truong|chanh"
    r"|chu nhiem|thu truong|bo truong|vien truong|cuc truong|uy vien|thu ky|chu toa|chu tri|nguoi|dai dien|doi truong"
    r"|to truong|ke toan|chi huy|tham phan|thuong truc|doan truong|chinh uy|tu lenh|tham muu|dai bieu|chuyen vien"
    r"|can bo)\b"
)
WRITER = re.compile(r"(?:thu ky|nguoi ghi|nguoi viet)\b")
CHAIR = re.compile(r"(?:chu toa|chu tri|chu tich|truong)\b")
DRAFT = re.compile(r"(?:ban\s+)?du thao\b(?:\s*lan\s*(?:thu\s*)?\w+)?[\s:.]*(?:\(.*\))?(?:\s*ngay.*)?")
CONTACT = re.compile(r"\b(?:dien thoai|dt|fax|e-?mail|website)\s*[:.]")
NOT_FOR_MEDIA = re.compile(r"khong pho bien")
DRAFTER_CODE = re.compile(r"[a-z]{2,20}\s*(?:[-.]\s*\(?\d+\)?|\(\d+\)|[-.]\s*\d+\s*b(?:an)?)\.?")
COPY_STAMP = re.compile(r"ban sao van ban")
COPY_ROW = re.compile(r"(?:co quan, to chuc sao|so, ky hieu ban sao|hinh thuc sao|dia danh va ngay|noi nhan ban sao)")
PART_LABEL = re.compile(r"(?:phan|chuong)\s+(?:thu\s+\w+|[ivxlc]+|\d+)\s*[.:]?")
SECTION_LABEL = re.compile(r"(?:tieu\s+)?muc\s+(?:[ivxlc]+|\d+)\s*[.:]?")
ROMAN = re.compile(r"(?!v\s*/\s*v\b)([ivxlc]+)\s*[-./)]+\s*(?=\S|$)")
ARTICLE = re.compile(r"dieu\s+(?P<number>\d+)\s*[.:,-]?\s*")
BODY_BEGINNING = re.compile(
    r"(?:dang (?:uy|doan|bo)|(?:tinh|thanh|quan|huyen|thi) uy|chi (?:bo|uy|cuc)|ban\b|van phong|uy ban|hoi\b|so\b"
    r"|phong\b|trung tam|truong\b|cong an|bo\b|cuc\b|vu\b|tieu ban|to\b|doan\b|toa an|vien\b|mat tran|lien doan"
    r"|cong doan|kho bac|benh vien|tram\b|cong ty|tong cong ty|co quan|thong tan xa|hoc vien|bao\b|dai hoi)"
)
PERSON = re.compile(r"(?:[A-ZĐ]\.\s*)?(?:[^\W\d_]+\.?,?\s+){1,6}[^\W\d_]+")


def title_of(text: str) -> Name | None:
    """The fixed words at the top of a document, with a slip or two."""
    if len(text) > 60:
        return None
    letters = _NOT_A_LETTER.sub("", text)
    for part, wording, most in _TITLES:
        alike = letters[:2] == wording[:2] or letters[-4:] == wording[-4:]
        if alike and slips(letters, wording, most):
            return part
    return None


@cache
def kinds() -> dict[str, str]:
    """Plain name without spaces → id of the kind, over all regimes."""
    found: dict[str, str] = {}
    for regime in regimes():
        profile = load_regime(regime)
        for kind in profile.keys("type_names"):
            name = _text(profile, f"type_names.{kind}")
            if name and not kind.startswith("copy"):
                found.setdefault(_NOT_A_LETTER.sub("", plain(name)), kind)
    return found


@cache
def codes(side: str) -> dict[str, tuple[str, ...]]:
    """Code in capitals → ids of the kinds that bear it, over the regimes of a side."""
    found: dict[str, tuple[str, ...]] = {}
    for regime in regimes():
        profile = load_regime(regime)
        if profile.side != side:
            continue
        for kind in profile.keys("type_codes"):
            code = _text(profile, f"type_codes.{kind}").upper()
            if code and kind not in found.get(code, ()):
                found[code] = (*found.get(code, ()), kind)
    return found


@cache
def marks() -> dict[str, Name]:
    """Plain letters of a mark → what it is: urgency, secrecy, circulation, forms of copies."""
    found: dict[str, Name] = {"taimat": Extra.SECRECY, "thuhoi": Extra.RECALL}
    sections: tuple[tuple[str, Name], ...] = (
        ("urgency.labels", Part.URGENCY),
        ("urgency.variants", Part.URGENCY),
        ("secrecy.labels", Extra.SECRECY),
        ("circulation.labels", Part.CIRCULATION),
        ("copy_form.labels", Part.COPY_FORM),
    )
    for regime in regimes():
        profile = load_regime(regime)
        for path, part in sections:
            if profile.has(path):
                for label in profile.texts(path):
                    found.setdefault(_NOT_A_LETTER.sub("", plain(label)), part)
    return found


def mark_of(text: str) -> Name | None:
    """A mark that is all that a line says, hyphens and brackets around it left aside."""
    if len(text) > 45:
        return None
    letters = _NOT_A_LETTER.sub("", text)
    return marks().get(letters)


def kind_of(text: str) -> tuple[str, int] | None:
    """The kind that a line names from its first letter on, and how many letters of the line that takes."""
    if len(text) > 200:
        return None
    letters = [at for at, sign in enumerate(text) if "a" <= sign <= "z"]
    bare = "".join(text[at] for at in letters)
    for name in sorted(kinds(), key=len, reverse=True):
        if bare.startswith(name):
            after = letters[len(name) - 1] + 1
            if not text[after : after + 1].isalnum():
                return kinds()[name], after
    if len(bare) <= 24:
        for name, kind in kinds().items():
            if len(name) > 6 and slips(bare, name, 1):
                return kind, len(text)
    return None


def _text(profile: Profile, path: str) -> str:
    value = profile.value(path)
    return value if isinstance(value, str) else ""
