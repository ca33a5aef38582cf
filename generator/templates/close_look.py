"""All that can be said of templates beside what compiling says: other eyes on the tags, strange styles, own formatting.

Templates that came with the program are looked at like any others. It compiles nothing: `compiled` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jinja2.tests import TESTS
from lxml import etree

from generator.diagnostics import Diagnostic, Location, Severity
from generator.messages import _
from generator.profile.profile import Profile
from generator.templates.carried_styles import with_own_ids
from generator.templates.child_lint import PLAIN, has_our_styles, lost_headers, plain_text
from generator.templates.compiled import BODY, FILLED_BESIDE, is_packaged
from generator.templates.data_names import unknown_data
from generator.templates.format_lint import ONLY_TAGS, format_findings
from generator.templates.guard import checked
from generator.templates.look import STYLE_IDS
from generator.templates.other_lint import other_findings
from generator.templates.package import DOCUMENT, STYLES, Package, W, read_package
from generator.templates.places import own_text, paragraphs
from generator.vietnamese.unicode import compose, nearest

_W = f"{{{W}}}"
_USES = (f"{_W}pStyle", f"{_W}rStyle")
_BESIDE_TAGS = ("template/format", "template/tag-style", "template/tracked-deletion")
_PRINTS_NOTHING = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FOR_TAGS = "VT Thẻ mẫu"
_ALWAYS = ("normal", "default paragraph font")


def close_findings(
    chain: Sequence[tuple[str, Path]], profile: Profile, filters: Iterable[str]
) -> tuple[Diagnostic, ...]:
    """What is to be said of each file of a chain. Reads: the files. Faulty where a file must not be used."""
    packages = [with_own_ids(checked(read_package(file)).package, STYLE_IDS) for _name, file in chain]
    names, kind = list(filters), chain[0][0].rpartition("/")[2]
    found: list[Diagnostic] = []
    plain: list[Diagnostic] = []
    for number, package in enumerate(packages):
        is_child = number < len(packages) - 1
        where = Location(package.file, part=_(BODY))
        found += other_findings(package, _parts(package, where, is_child=is_child), names, TESTS)
        document = package.xml(DOCUMENT)
        if is_child:
            found += _strange_styles(document, package, packages[number + 1 :], where)
            found += lost_headers(package, packages[number + 1 :], where)
        if chain[number][0].rpartition("/")[2] == kind:
            found += unknown_data(document, where, kind)
        if (is_child or has_our_styles(package)) and not is_packaged([chain[number]]):
            plain += plain_text(document, where)
        found += _words_for_tags(document, where)
        found += format_findings(document, where, profile)
    return tuple(dict.fromkeys((*found, *plain)))  # what is least last: a paragraph has one finding


def merged(compiled: Iterable[Diagnostic], close: Iterable[Diagnostic]) -> list[Diagnostic]:
    """One finding for one fault: what compiling says of a place counts, but for bad grammar told more exactly here."""
    close = list(close)
    exact = {(one.code, one.where.file) for one in close if one.code == "template/syntax"}
    kept = [one for one in compiled if (one.code, one.where.file) not in exact]
    told = {_spot(one) for one in kept if one.code.startswith("template/")}
    others = []
    for one in close:
        is_of_tags = one.severity is Severity.ERROR and one.code not in _BESIDE_TAGS
        if (is_of_tags or one.code == PLAIN) and _spot(one) in told:
            continue
        others.append(one)
        told |= {_spot(one)} if is_of_tags else set()
    return list(dict.fromkeys([*kept, *others]))


def _spot(one: Diagnostic) -> tuple[object, ...]:
    return (one.where.file, one.where.part, one.where.paragraph)


def _parts(package: Package, where: Location, *, is_child: bool) -> Mapping[str, Location]:
    """The parts that are filled and how we call them: of a child only the body."""
    parts = {DOCUMENT: where}
    for name, kind in () if is_child else package.content_types().items():
        if kind in FILLED_BESIDE and name.startswith("word/"):
            parts[name] = Location(package.file, part=_(FILLED_BESIDE[kind]))
    return parts


def _strange_styles(
    document: etree._Element, package: Package, above: Sequence[Package], where: Location
) -> Iterator[Diagnostic]:
    """Styles of paragraphs and words that no template above has: they are carried over, and no profile rules them."""
    own = _names(package)
    known = {compose(name).casefold() for one in above for name in _names(one).values()}
    known |= {compose(name).casefold() for name in STYLE_IDS}
    for paragraph, place in paragraphs(document, where):
        if own_text(paragraph).strip().startswith(("{%p ", "{%tr ", "{#p ", "{#tr ")):
            continue
        uses = [use.get(f"{_W}val", "") for use in paragraph.iter(*_USES)]
        for name in dict.fromkeys(own.get(use, use) for use in uses):
            if compose(name).casefold() not in known and compose(name).casefold() not in _ALWAYS:
                yield _strange(name, place)


def _words_for_tags(document: etree._Element, where: Location) -> Iterator[Diagnostic]:
    """Words in the small grey style of tags: Word hands it on to the paragraph that is begun behind a tag."""
    for paragraph, place in paragraphs(document, where):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is None or style.get(f"{_W}val") != STYLE_IDS[_FOR_TAGS]:
            continue
        text = own_text(paragraph)
        if not ONLY_TAGS.fullmatch(text) and _PRINTS_NOTHING.sub("", text).strip():
            message = _("chữ ở đây mang kiểu “{name}”, in ra nhỏ và mờ").format(name=_FOR_TAGS)
            hint = _("chọn kiểu “VT Nội dung” (hay một kiểu “VT …” khác) cho đoạn này")
            yield Diagnostic("template/tag-style", message, place, hint=hint)


def _names(package: Package) -> dict[str, str]:
    found = {}
    for style in package.xml(STYLES).iter(f"{_W}style"):
        shown = style.find(f"{_W}name")
        identifier = style.get(f"{_W}styleId", "")
        found[identifier] = shown.get(f"{_W}val", identifier) if shown is not None else identifier
    return found


def _strange(name: str, place: Location) -> Diagnostic:
    near = nearest(name, STYLE_IDS)
    hint = _("có phải là “{near}”?").format(near=near) if near else _("chọn một kiểu “VT …” cho đoạn này")
    message = _("mẫu gốc và thể thức không có kiểu “{name}”").format(name=name)
    return Diagnostic("template/unknown-style", message, place, Severity.WARNING, hint=hint)
