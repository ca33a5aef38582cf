"""The document that every benchmark makes: the plan of the example of Cái Răng, under the Party's form.

It measures nothing.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx

from generator.pipeline.job import Job
from generator.pipeline.prepare import Wish, prepare
from generator.sources.load import open_plan
from generator.workspace import open_workspace

ROOT = Path(__file__).resolve().parent.parent
WORKSPACE = ROOT / "data" / "examples" / "cai-rang"
PLAN = WORKSPACE / "plans" / "ke-hoach.yaml"


def example_job() -> Job:
    """The plan, ready to make. Reads: the example's workspace."""
    loaded, plan = open_plan(open_workspace(WORKSPACE), PLAN)
    (job,) = prepare(loaded, plan, Wish())
    return job


def texts(document: bytes) -> list[str]:
    """Every paragraph with words in it, in cells too, in the order of the file, white space folded."""
    body = docx.Document(io.BytesIO(document)).element.body
    found = ("".join(piece.text or "" for piece in one.xpath(".//w:t")) for one in body.xpath(".//w:p"))
    return [folded for text in found if (folded := re.sub(r"\s+", " ", text).strip())]


def paragraph_count(document: bytes) -> int:
    """All paragraphs, the empty ones too."""
    return len(docx.Document(io.BytesIO(document)).element.body.xpath(".//w:p"))
