"""Details in brackets after a sentence: until when, with what result, by whom.

It chooses no details: whoever prints the sentence does.
"""

from __future__ import annotations

from collections.abc import Iterable

_STOPS = (".", ";", ",")


def with_details(sentence: str, details: Iterable[str]) -> str:
    """`Tổng hợp kết quả (trước ngày 25/6/2025).`: the brackets stand before the sentence's own end mark."""
    shown = "; ".join(detail for detail in details if detail)
    if not shown:
        return sentence
    # An ellipsis is a part of the sentence, not its end mark.
    stop = sentence[-1:] if sentence.endswith(_STOPS) and not sentence.endswith("..") else ""
    return f"{sentence.removesuffix(stop)} ({shown}){stop}"
