"""A number that becomes void and makes room for another one of the same document.

The document is not made again here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.pipeline.numbering_find import place_of
from generator.register.database import Register
from generator.register.life import record, replace_number
from generator.register.records import Act, Entry, Particulars, Purpose, Stream
from generator.vietnamese.numerals import padded


def replaced(register: Register, entry: Entry, act: Act, on: date | None = None) -> Entry:
    """The new number, reserved; Faulty where the old one is void already, or no reason is given.

    Writes: the database.
    """
    old = entry.particulars
    new = replace_number(register, place_of(entry), _purpose(entry), act, on=on or old.issued_on)
    # What is known of the document stays; its file was the old number's.
    symbol = old.code.lstrip("0123456789")
    told = Particulars(
        code=f"{padded(new.number)}{symbol}" if symbol else "",
        subject=old.subject,
        signer=old.signer,
        recipients=old.recipients,
        drafting_unit=old.drafting_unit,
        archive_holder=old.archive_holder,
        urgency=old.urgency,
        secrecy=old.secrecy,
        issued_on=on,
    )
    return replace(record(register, [(str(new.key), told)], act)[0], replaces=new.replaces)


def _purpose(entry: Entry) -> Purpose:
    """What the number is for. Organs of a congress share its series, which does not name them."""
    series = entry.series
    purposes = [
        Purpose(
            issuer,
            series.side,
            entry.kind,
            entry.document,
            entry.unit,
            entry.plan,
            entry.copy,
            congress=series.stream is Stream.CONGRESS,
            secret=series.stream is Stream.SECRET,
        )
        for issuer in (series.issuer, entry.unit)
    ]
    return next((one for one in purposes if one.key == entry.key), purposes[0])
