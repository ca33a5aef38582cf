"""The formatting that a person gave to a `{{r … }}` tag in Word, kept for what is printed in place of its run.

docxtpl drops it, for the tag's run and for the words behind the tag in the same run. It makes no runs: the filter does.
"""

from __future__ import annotations

import copy
import re

from lxml import etree

from generator.templates.package import W

_RUN, _TEXT, _LOOK = f"{{{W}}}r", f"{{{W}}}t", f"{{{W}}}rPr"
_BOLD, _ITALIC = f"{{{W}}}b", f"{{{W}}}i"
_BEFORE_BOLD = {f"{{{W}}}{name}" for name in ("rStyle", "rFonts")}
_BEFORE_ITALIC = _BEFORE_BOLD | {_BOLD, f"{{{W}}}bCs"}
_RUN_TAG = re.compile(r"\{[{%]r\s.*?[%}]\}")
_FORMATTED = re.compile(r"\|\s*formatted\s*\}\}$")
_ASKING = re.compile(r"\{\{(?:(?!\}\}).)*\| formatted\(vt_look(\d+)\) \}\}")


def keep_looks(paragraph: etree._Element, looks: list[str]) -> None:
    """Every run tag stands last in its run, and those that make formatted text ask for the look of that run.

    `paragraph` is changed; `looks` gains what `with_looks` needs.
    """
    pieces = [piece for piece in paragraph.iter(_TEXT) if next(piece.iterancestors(f"{{{W}}}p")) is paragraph]
    whole = "".join(piece.text or "" for piece in pieces)
    for found in reversed(list(_RUN_TAG.finditer(whole))):
        first, start = _piece_at(pieces, found.start())
        last, end = _piece_at(pieces, found.end() - 1)
        run = pieces[first].getparent()
        look = run.find(_LOOK) if run is not None else None
        if run is None or run.tag != _RUN or look is None or not len(look):
            continue
        tag = found[0]
        if _FORMATTED.search(tag):
            tag = _FORMATTED.sub(f"| formatted(vt_look{len(looks)}) }}}}", tag)
            looks.append(_variants(look, paragraph))
        rest = (pieces[last].text or "")[end + 1 :]
        for piece in pieces[first : last + 1]:
            if piece is not pieces[first]:
                piece.text = ""
        if first == last:
            _move_rest(pieces[first], run, look, rest)
        else:
            pieces[last].text = rest
        pieces[first].text = (pieces[first].text or "")[:start] + tag


def with_looks(patched: str, looks: list[str]) -> str:
    """The looks as Jinja: each is read where it is asked for, so that tags in it work as well."""

    def asked(found: re.Match[str]) -> str:
        number = int(found[1])
        if number >= len(looks):
            return found[0]
        tag = found[0].replace(f"(vt_look{number})", "(vt_look)")
        return f"{{% set vt_look %}}{looks[number]}{{% endset %}}{tag}"

    return _ASKING.sub(asked, patched) if looks else patched


def _piece_at(pieces: list[etree._Element], place: int) -> tuple[int, int]:
    """The piece in which a letter of the whole stands, and where in it."""
    for number, piece in enumerate(pieces):
        length = len(piece.text or "")
        if place < length:
            return number, place
        place -= length
    raise IndexError(place)


def _move_rest(piece: etree._Element, run: etree._Element, look: etree._Element, rest: str) -> None:
    """What follows the tag in its run goes into a run of its own, which looks the same."""
    behind = list(piece.itersiblings())
    if not rest and not behind:
        return
    new = run.makeelement(_RUN, {})
    new.append(copy.deepcopy(look))
    text = new.makeelement(_TEXT, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = rest
    new.append(text)
    new.extend(behind)
    run.addnext(new)


def _variants(look: etree._Element, paragraph: etree._Element) -> str:
    """The look of plain, bold, italic, and bold italic words, one after the other."""
    each = (_with(look, *marks) for marks in ((), (_BOLD,), (_ITALIC,), (_BOLD, _ITALIC)))
    variants = "".join(etree.tostring(one, encoding="unicode", with_tail=False) for one in each).replace("\n", " ")
    for prefix, address in paragraph.getroottree().getroot().nsmap.items():
        variants = variants.replace(f' xmlns:{prefix}="{address}"', "")
    return variants


def _with(look: etree._Element, *marks: str) -> etree._Element:
    """A copy with each mark in its place: the properties of a run have an order."""
    made = copy.deepcopy(look)
    for element in list(made):
        if element.tag in (*marks, f"{{{W}}}rPrChange"):
            made.remove(element)
    for mark in marks:
        before = _BEFORE_BOLD if mark == _BOLD else _BEFORE_ITALIC
        made.insert(sum(element.tag in before for element in made), made.makeelement(mark, {}))
    return made
