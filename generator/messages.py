"""The language in which Vanthu speaks: Vietnamese in the source, other languages by gettext catalogue.

It does not hold any message: each stands, in Vietnamese, where it is used, inside `_()`.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

DOMAIN = "vanthu"
SOURCE_LANGUAGE = "vi"
LANGUAGES = (SOURCE_LANGUAGE, "en")
CATALOGUES = Path(__file__).parent / "locales"

_CLICK = "click"
_PROCESS_DEFAULT = "messages"
_current: gettext.NullTranslations = gettext.NullTranslations()
_language = SOURCE_LANGUAGE


def speak(language: str) -> None:
    """Choose the language of every message from now on: one of `LANGUAGES`."""
    global _current, _language
    _language = language
    if language == SOURCE_LANGUAGE:
        _current = gettext.NullTranslations()
    else:
        _current = gettext.translation(DOMAIN, CATALOGUES, [language])
    _teach_click(language)


def spoken() -> str:
    """The language chosen last."""
    return _language


def _teach_click(language: str) -> None:
    # click is the other way round: English in its source. It looks its own words up in the default domain of the
    # process, in the language of the environment; there is no other door.
    if language == SOURCE_LANGUAGE:
        os.environ["LANGUAGE"] = language
        gettext.bindtextdomain(_CLICK, str(CATALOGUES))
        gettext.textdomain(_CLICK)
    else:
        gettext.textdomain(_PROCESS_DEFAULT)


def _(message: str) -> str:
    """The message in the chosen language; `{name}` fields are filled by the caller, after translation."""
    return _current.gettext(message)


def mark(message: str) -> str:
    """Mark a message for the catalogue where it is defined as data and translated later by `_`."""
    return message
