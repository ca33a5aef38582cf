"""Rules on printed pages: what only the page shows, in millimetres. They run where a PDF was made."""

from generator.check.layout.breaks import annex_page, empty_page, heading_alone, lone_word, row_split
from generator.check.layout.closing import closing_level, signature_alone, signature_split
from generator.check.layout.full_width_line import full_width_line
from generator.check.layout.letterhead import columns, letterhead_level, one_line
from generator.check.layout.line_length import line_centre, line_length
from generator.check.layout.marks import frame_size, mark_distance
from generator.check.layout.page_numbers import page_number_order, page_number_place
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
