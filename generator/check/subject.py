"""What every rule is given: a document as seen and as recognised, and the profile by which it is judged.

It holds values only.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.check.printed import Printed, printed
from generator.diagnostics import Location
from generator.docview.view import DocView, Section
from generator.paper.page import Page
from generator.profile.profile import Profile
from generator.recognise.recognised import Recognised


@dataclass(frozen=True)
class Subject:
    """One document under judgement."""

    view: DocView
    recognised: Recognised
    profile: Profile
    pages: tuple[Page, ...] | None = None
    """The geometry of its printed pages; None where nobody made a PDF of it. Rules that need it say so."""

    @cached_property
    def printed(self) -> Printed:
        """Its words on its pages, looked for when the first rule asks. Only for rules that need pages."""
        return printed(self.view, self.pages or ())

    def start_of(self, section: Section) -> Location:
        """The place of the first paragraph of a section, for faults of its pages."""
        first = next((each for each in self.view.paragraphs if each.section == section.index), None)
        return first.where if first else Location(self.view.file)
