"""`vanthu batch` where the register has, or is to have, numbers of its documents.

The run is the same as every other one; here it is given its numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.commands.batch import run_plain
from generator.commands.number_act import acting, opened

if TYPE_CHECKING:
    from generator.commands.main import Session
    from generator.pipeline.batch.asked import Asked
    from generator.sources.loaded import LoadedPlan, LoadedWorkspace


def run_numbered(
    session: Session, loaded: LoadedWorkspace, plan: LoadedPlan, asked: Asked, options: dict[str, Any]
) -> int:
    from generator.pipeline.batch.numbers import Numbering
    from generator.pipeline.numbering_render import new_counter
    from generator.register.book import Wanted, listing

    with opened(loaded) as register:
        counter = new_counter(register, loaded, plan, acting(options["by"]))
        laid = counter.laid()
        if not asked.with_number and not listing(register, Wanted(plan=counter.name), limit=1):
            return run_plain(session, loaded, laid, asked, options)
        return run_plain(
            session,
            loaded,
            laid,
            asked,
            options,
            lambda ready: Numbering(register, ready, counter.act, reserves=asked.with_number),
        )
