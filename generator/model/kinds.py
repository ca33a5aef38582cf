"""The kinds of document that can be made, and what each is called in files and on the command line.

What a kind is called in print (Kế hoạch, KH) is a legal value and stands in the regime files.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    PLAN = "plan"
    GUIDANCE = "guidance"
    SLOGANS = "slogans"
    REPORT = "report"
    DIRECTIVE = "directive"
    DISPATCH = "dispatch"
    MINUTES = "minutes"
