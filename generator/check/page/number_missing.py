"""Documents without page numbers. Where the number stands and how it looks are other rules'."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.page.numbering import in_headers
from generator.check.rule import Finding, rule
from generator.check.subject import Subject
from generator.docview.view import EVEN
from generator.messages import _, mark

_PATH = "page_number.in_header"


_ONE_PAGE = 3000
"""Letters that may stand on one page; a full one of running text has about 2,500."""


@rule("page/number-missing", title=mark("thiếu số trang"), enforces=(_PATH,))
def number_missing(subject: Subject) -> Iterator[Finding]:
    """What it checks: that a field prints the number of the page; with headers of their own on even pages, there too.

    Why: the pages of a document are numbered from the second one on.
    Example: a plan of six pages with an empty header, or with digits typed into it, the same on every page.
    What to do: Insert → Page Number → Top of Page, centred, and “Different First Page”.
    """
    view = subject.view
    if view.properties.pages == 1 and len(view.text) < _ONE_PAGE:
        # Nothing is lacking: the first page shows no number. What a file says of its pages may be long out of date.
        return
    if not subject.recognised.page_numbers:
        yield Finding(_("văn bản không có số trang"), hint=_("chèn số trang ở giữa lề trên"), path=_PATH)
    elif view.settings.even_and_odd_headers and not any(number.kind == EVEN for number in in_headers(subject)):
        yield Finding(_("trang chẵn không có số trang"), hint=_("bỏ chọn “Different Odd & Even Pages”"), path=_PATH)
