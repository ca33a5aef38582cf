"""Chains of templates compiled, each once for all documents that share it.

It does not fill, and does not ask whose templates they are: `produce` does.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.diagnostics import Diagnostic, Faulty, Location
from generator.messages import _
from generator.profile.profile import Profile
from generator.render.engine import compile_chain
from generator.templates.compiled import Compiled

Chain = tuple[tuple[str, Path], ...]
Stamped = tuple[tuple[str, Path, int], ...]


def compiled_for(chain: Chain, profile: Profile) -> Compiled:
    """The chain made ready to fill; Faulty with every fault in it, and where it would print nothing of a document."""
    compiled = compiled_as_it_is(chain, profile)
    if not compiled.prints_content:
        message = _("mẫu này không in nội dung văn bản")
        hint = _("mẫu con cần đoạn {%p extends … %} ở đầu; mẫu gốc cần {{p outline | typeset }}")
        raise Faulty([Diagnostic("template/prints-no-content", message, Location(chain[0][1]), hint=hint)])
    return compiled


def compiled_as_it_is(chain: Chain, profile: Profile) -> Compiled:
    """The same of a chain that may be for others to extend, and print nothing by itself."""
    return _compiled(tuple((name, file, _stamp(file)) for name, file in chain), profile)


def _stamp(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else 0


@lru_cache(maxsize=64)
def _compiled(chain: Stamped, profile: Profile) -> Compiled:
    return compile_chain([(name, file) for name, file, _changed in chain], profile)
