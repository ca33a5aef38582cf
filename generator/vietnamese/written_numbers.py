"""How people write the numbers of documents, their days and their copies in words of their own.

It knows no register, and does not say whether a number was given.
"""

from __future__ import annotations

import re

NUMBER = re.compile(r"(?:số\s*:?\s*)?0*(?P<number>\d{1,6})(?P<symbol>\s*[-/].*)?", re.IGNORECASE)
"""`Số 05-KH/QU`, `số: 5`, `05`."""
DAY = re.compile(r",?\s*ngày\b[\s\d/]*(?:tháng[\s\d]*năm[\s\d]*)?")
"""A day inside a sentence, filled in or not."""
DATELINE = re.compile(r"[^,;.]{1,60}, ngày[\s\d]*tháng[\s\d]*năm[\s\d]*")
"""A whole line: place and day, filled in or not."""
COPY = "bản sao"
"""What any copy is called."""
