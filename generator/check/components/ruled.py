"""The components that a regime may want a line under or above, and what each line is called.

It judges none: `line_missing` and `line_made_otherwise` do.
"""

from __future__ import annotations

from generator.messages import mark
from generator.model.parts import Part

RULED = {
    Part.PARTY_TITLE: mark("đường kẻ dưới tiêu đề"),
    Part.MOTTO: mark("đường kẻ dưới Tiêu ngữ"),
    Part.ISSUER: mark("đường kẻ dưới tên cơ quan ban hành"),
    Part.SUBJECT: mark("đường kẻ dưới trích yếu"),
    Part.CONTACT: mark("đường kẻ trên dòng thông tin liên hệ"),
}
