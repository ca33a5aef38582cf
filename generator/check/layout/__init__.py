"""Rules on printed pages: what only the page shows, in millimetres. They run where a PDF was made."""

from generator.check.layout.annex_page import annex_page
from generator.check.layout.closing_level import closing_level
from generator.check.layout.columns import columns
from generator.check.layout.empty_page import empty_page
from generator.check.layout.frame_size import frame_size
from generator.check.layout.full_width_line import full_width_line
from generator.check.layout.heading_alone import heading_alone
from generator.check.layout.letterhead_level import letterhead_level
from generator.check.layout.line_centre import line_centre
from generator.check.layout.line_length import line_length
from generator.check.layout.lone_word import lone_word
from generator.check.layout.mark_distance import mark_distance
from generator.check.layout.one_line import one_line
from generator.check.layout.page_number_order import page_number_order
from generator.check.layout.page_number_place import page_number_place
from generator.check.layout.row_split import row_split
from generator.check.layout.signature_alone import signature_alone
from generator.check.layout.signature_split import signature_split
from generator.check.layout.text_area import text_area
from generator.check.layout.typeface import typeface
from generator.check.rule import Rule

RULES: tuple[Rule, ...] = (
    line_length,
    line_centre,
    full_width_line,
    page_number_place,
    page_number_order,
    mark_distance,
    frame_size,
    text_area,
    letterhead_level,
    one_line,
    columns,
    closing_level,
    signature_split,
    signature_alone,
    lone_word,
    heading_alone,
    row_split,
    annex_page,
    empty_page,
    typeface,
)
