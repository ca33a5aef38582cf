"""The page of a regime for people who read the project: every value with its clause and grade, as Markdown.

It does not write files: scripts/regime_pages.py does.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.profile.constraint import Between, Constraint, Exactly, Matching, OneOf, Value
from generator.profile.profile import Profile
from generator.profile.values import spelled

_HEAD = ("Value", "Accepted", "Default", "Clause", "Grade", "Note")


def page(profile: Profile) -> str:
    """The whole page; the same profile gives the same text."""
    return "\n".join(_lines(profile)) + "\n"


def _lines(profile: Profile) -> Iterator[str]:
    yield f"# {profile.id}"
    yield ""
    since = f"{profile.valid_from:%d/%m/%Y}" if profile.valid_from else "the beginning"
    until = f"to {profile.valid_to:%d/%m/%Y}" if profile.valid_to else "on"
    yield (
        f"{profile.name}. Side: {profile.side}. For documents dated from {since} {until}. "
        f"{len(profile.paths())} values. Made from `data/regimes/{profile.id}.yaml`; "
        "[how to read this page](README.md)."
    )
    yield ""
    yield from (f"- **{key}**: {text}" for key, text in profile.sources.items())
    for section in dict.fromkeys(path.partition(".")[0] for path in profile.paths()):
        yield ""
        yield f"## {section}"
        yield ""
        yield _row(_HEAD)
        yield _row(("---",) * len(_HEAD))
        for key in profile.keys(section):
            constraint = profile.constraint(f"{section}.{key}")
            source = constraint.source
            yield _row(
                (
                    key,
                    _accepted(constraint),
                    "" if isinstance(constraint, Exactly) else _code(constraint.default),
                    source.clause or "",
                    source.grade or "",
                    source.note or "",
                )
            )


def _accepted(constraint: Constraint) -> str:
    match constraint:
        case Exactly(value=value):
            return _code(value)
        case OneOf(values=values):
            return " or ".join(_code(value) for value in values)
        case Between(low=None, high=None):
            return "any"
        case Between(low=low, high=None):
            return f"{_code(low)} or more"
        case Between(low=None, high=high):
            return f"{_code(high)} or less"
        case Between(low=low, high=high):
            return f"{_code(low)} to {_code(high)}"
        case Matching(pattern=pattern):
            return f"matching {_code(pattern)}"


def _code(value: Value) -> str:
    if value is None:
        return "none"
    if isinstance(value, tuple):
        return ", ".join(_code(item) for item in value) or "none"
    # Quotes where the spaces at an end belong to the value, which Markdown would swallow.
    text = spelled(value)
    return f"`{text}`" if text == text.strip() and text else f'`"{text}"`'


def _row(cells: tuple[str, ...]) -> str:
    # A bar inside code ends a cell in Markdown tables all the same; only the escape is safe.
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ⏎ ") for cell in cells) + " |"
