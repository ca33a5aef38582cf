"""A workspace on disk whose plan has a value in every place, and a template that prints each where a reader finds it.

The way is the program's: YAML files, sources, render, bytes. What comes out is read by lxml alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Faulty, Severity
from generator.pipeline.prepare import Wish, prepare
from generator.pipeline.produce import make
from generator.sources.load import examine, open_plan
from generator.workspace import Workspace
from tests.docx_files import docx, p, table, texts, write
from tests.docx_files import root as root_of
from tests.values.strategies import ILLEGAL

PLAN = """\
subject: @0@
keywords: @1@
aim: @2@
recipients:
  - text: @3@
  - {text: Tỉnh ủy, purpose: @4@}
appendices:
  - title: @5@
    content:
      - @6@
sections:
  - title: Nội dung
    content:
      - @7@
      - sections:
          - title: @8@
      - points:
          - @9@
      - table:
          columns: [Cột, @10@]
          rows:
            - [a, @11@]
            - - b
              - @12@
          note: @13@
"""
OFFICE = """\
office:
  id: dang-uy-xa-mau
  name: @0@
  side: party
  level: commune
  header: {parent: Đảng bộ tỉnh Mẫu, name: Đảng ủy xã Mẫu}
  issuing_body: Ban Thường vụ Đảng ủy
  symbol: ĐU
  place: Xã Mẫu
  archive: @1@
  signers:
    - {id: bi-thu, name: @2@, position: Bí thư}
"""
PLACES = 17
"""How many values a workspace holds: those of the plan, then those of the office."""
IN_PLAN = 14
PLAIN = "vừa phải"


class Written(NamedTuple):
    """A file's text, and the line and column where each value begins and the line where it ends."""

    text: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    findings: tuple[Diagnostic, ...]
    document: bytes
    """Empty where a finding stood in its way."""

    def errors(self) -> list[Diagnostic]:
        return [found for found in self.findings if found.severity is Severity.ERROR]


def quoted(value: str) -> str:
    """A value between double quotes, everything that YAML or an editor minds as an escape."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda sign: f"\\u{ord(sign[0]):04x}", text)


def as_typed(value: str) -> str:
    """A value between single quotes, as a person would paste it; line breaks are for escapes."""
    if re.search("[\n\r\u2028\u2029\x85]", value):
        return quoted(value)
    return "'" + value.replace("'", "''") + "'"


def written(template: str, values: Sequence[str]) -> Written:
    """The template with these values, already in YAML, at its places."""
    text, places = "", []
    for piece in re.split(r"(@\d+@)", template):
        if re.fullmatch(r"@\d+@", piece):
            places.append((text.count("\n") + 1, len(text) - text.rfind("\n")))
            text += values[int(piece.strip("@"))]
        else:
            text += piece
    return Written(text, tuple(places))


def workspace(folder: Path) -> Workspace:
    """An empty one with the template of this module. Writes: `folder`."""
    made = Workspace(folder)
    made.plans.mkdir(parents=True)
    body = p("{{ subject }}") + p("{{r aim | formatted }}") + table(("{{ signature.name }}", "{{ issuer.name }}"))
    body += p("{%p for block in outline %}") + p("{{p block | typeset }}") + p("{%p endfor %}")
    body += p("{%p for line in recipients.lines %}") + p("{{ line }}") + p("{%p endfor %}")
    body += p("{%p for annex in annexes %}") + p("{{ annex.title }}") + p("{{p annex.outline | typeset }}")
    body += p("{%p endfor %}")
    beside = {
        "header1": p("{{ subject }}"),
        "footer1": p("Trang của {{ issuer.name }}"),
        "footnotes": f'<w:footnote w:id="1">{p("{{ data.keywords }}")}</w:footnote>',
    }
    parts = docx(body, beside=beside, title="{{ properties.keywords }}")
    write(made.templates_docx / "party" / "plan.docx", parts)
    return made


def produced(place: Workspace, values: Sequence[str]) -> tuple[Outcome, tuple[Written, Written]]:
    """What becomes of these values, already in YAML. Writes: the files of the workspace."""
    plan, office = written(PLAN, values[:IN_PLAN]), written(OFFICE, values[IN_PLAN:])
    file = place.plans / "ke-hoach.yaml"
    for path, content in ((file, plan.text), (place.office_file, office.text)):
        path.write_bytes(content.encode("utf-8", errors="surrogatepass"))
    findings = examine(place, [file])
    if any(found.severity is Severity.ERROR for found in findings):
        return Outcome(findings, b""), (plan, office)
    (job,) = prepare(*open_plan(place, file), Wish())
    try:
        return Outcome(findings, make(job)[0]), (plan, office)
    except Faulty as faulty:
        return Outcome((*findings, *faulty.diagnostics), b""), (plan, office)


def read_back(data: bytes) -> dict[str, str]:
    """The text of every place, as it stands in the document."""
    body = texts(data)
    core = root_of(data, "docProps/core.xml")
    (title,) = core.iter("{http://purl.org/dc/elements/1.1/}title")
    names = (
        *("subject", "aim", "signer", "issuer", "heading", "paragraph", "title", "point", "column 1", "column"),
        *("a", "cell", "b", "last cell", "note", "recipient", "purpose", "archive", "annex title", "annex"),
    )
    assert len(body) == len(names), body
    return dict(zip(names, body, strict=True)) | {
        "header": texts(data, "word/header1.xml")[0],
        "footer": texts(data, "word/footer1.xml")[0],
        "footnote": texts(data, "word/footnotes.xml")[0],
        "property": title.text or "",
    }


def covers(places: Sequence[tuple[int, int]], value: str, found: Diagnostic, number: int) -> bool:
    """Whether a finding stands at a value: at its beginning, or at the very character."""
    line, column = places[number]
    if found.where.line != line or found.where.column is None:
        return False
    illegal = {column + sign.start() for sign in ILLEGAL.finditer(value)}
    return found.where.column == column or found.where.column in illegal
