"""The two halves of a context as one: what units share, and what is the issuer's own.

It knows no field.
"""

from __future__ import annotations

from typing import Any


def laid_over(under: Any, over: Any) -> Any:
    """Mappings, and lists of as many elements, are joined; of all else what is `over` stands. Neither is changed."""
    if isinstance(under, dict) and isinstance(over, dict):
        return under | {key: laid_over(under[key], value) if key in under else value for key, value in over.items()}
    if isinstance(under, list) and isinstance(over, list) and len(under) == len(over):
        return list(map(laid_over, under, over))
    return over
