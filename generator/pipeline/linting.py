"""A chain of templates looked at for whoever writes them: all that compiling says, and what else can be seen.

It compiles and reads templates of others where they cannot do harm, as `produce` does; it makes no document.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Faulty
from generator.model.kinds import Kind
from generator.pipeline import confined
from generator.pipeline.compiling import Chain
from generator.pipeline.produce import examine
from generator.profile.profile import Profile
from generator.render.filters import FILTERS
from generator.templates.close_look import close_findings, merged
from generator.templates.compiled import is_packaged


def lint(chain: Chain, profiles: tuple[Profile, ...], own: Profile) -> list[Diagnostic]:
    """Every finding: the chain must compile with all `profiles`, and its formatting is held against `own`."""
    compiled: list[Diagnostic] = []
    # What serves a kind is to make documents by itself; a base is for others to extend.
    prints_content = chain[0][0].rpartition("/")[2] in {kind.value for kind in Kind}
    for profile in profiles:
        try:
            compiled += examine(chain, profile, prints_content=prints_content)
        except Faulty as faulty:
            compiled += faulty.diagnostics
    try:
        close = _look_closely(chain, own)
    except Faulty as faulty:
        return list(dict.fromkeys([*compiled, *faulty.diagnostics]))
    return merged(compiled, close)


def _look_closely(chain: Chain, profile: Profile) -> tuple[Diagnostic, ...]:
    return close_findings(chain, profile, FILTERS) if is_packaged(chain) else confined.look_closely(chain, profile)
