"""The one exception that means: the work cannot go on (exit code 2).

Faults in what the user gave (data, templates, documents) are not exceptions of this kind but diagnostics.
"""

from __future__ import annotations


class GeneratorError(Exception):
    """Something outside the data stops the work: no workspace, no permission, no program to call.

    `message` is one line for the user, `hint` says what to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[type[GeneratorError], tuple[str, str]]:
        # Crosses process boundaries whole: the default would pass only what Exception keeps in args.
        return type(self), (self.message, self.hint)
