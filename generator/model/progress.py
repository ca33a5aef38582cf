"""What has been done of a plan's tasks: `progress/<plan>.yaml`, a file that clerks and the program both write.

It does not know what was due when: `pipeline.deadlines` does.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Day, Identifier, Optional, Record

DueId = Annotated[str, StringConstraints(min_length=1, max_length=80)]
"""`task-2.1`: the first task of the second assignment; `report-1@2025-06-20`: one of a report that comes back.

What is none of the plan's is told beside the plan, with the nearest."""


class Accomplished(Record):
    """One thing that is done, by one unit."""

    due: DueId
    unit: Identifier
    on: Day
    note: Optional = ""


class ProgressFile(Record):
    done: tuple[Accomplished, ...] = ()
