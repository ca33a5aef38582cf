"""Whether an answer still says what was collected: its seal is over the figures and words as they came in.

It guards against no one who wants to forge; it tells a clerk's correction from what the program wrote.
"""

from __future__ import annotations

import hashlib
import json

from generator.model.answers import AnswerFile

_LENGTH = 16


def sealed(record: AnswerFile) -> AnswerFile:
    """With the seal of what it says; a record that was not received has none."""
    if record.received is None:
        return record
    return record.model_copy(update={"received": record.received.model_copy(update={"seal": _seal(record)})})


def is_as_collected(record: AnswerFile) -> bool:
    """Nobody has typed or corrected it since."""
    return record.received is not None and not record.corrections and record.received.seal == _seal(record)


def _seal(record: AnswerFile) -> str:
    figures = {
        code: [
            format(given.value, "f") if given.value is not None else str(given.null_reason),
            given.approximate,
            given.note,
        ]
        for code, given in record.figures.items()
    }
    reporter = [record.reporter.name, record.reporter.telephone]
    said = [record.unit, record.phase, record.version, str(record.answered_on), reporter, figures, dict(record.texts)]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:_LENGTH]
