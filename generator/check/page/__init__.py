"""Rules on the sheet and on the running text: paper, margins, page numbers, fonts, paragraphs, what was left in."""

from generator.check.page.active_content import active_content
from generator.check.page.annex_section import annex_within_section
from generator.check.page.body_alignment import body_alignment
from generator.check.page.body_size import body_size
from generator.check.page.body_style import body_style
from generator.check.page.comments import comments
from generator.check.page.decomposed_letters import decomposed_letters
from generator.check.page.empty_paragraphs import empty_paragraphs
from generator.check.page.first_line_indent import first_line_indent
from generator.check.page.fixed_line_spacing import fixed_line_spacing
from generator.check.page.font import font
from generator.check.page.foreign_content import foreign_content
from generator.check.page.hidden_text import hidden_text
from generator.check.page.landscape import landscape_without_table
from generator.check.page.landscape_margins import landscape_margins
from generator.check.page.legacy_font import legacy_font
from generator.check.page.line_spacing import line_spacing
from generator.check.page.look_alike_font import look_alike_font
from generator.check.page.margins import margins
from generator.check.page.marked_text import marked_text
from generator.check.page.mirrored_margins import mirrored_margins
from generator.check.page.mixed_body_sizes import mixed_body_sizes
from generator.check.page.number_decorated import number_decorated
from generator.check.page.number_distance import number_distance
from generator.check.page.number_in_annex import number_in_annex
from generator.check.page.number_look import number_look
from generator.check.page.number_missing import number_missing
from generator.check.page.number_numerals import number_numerals
from generator.check.page.number_on_first_page import number_on_first_page
from generator.check.page.number_place import number_place
from generator.check.page.number_start import number_start
from generator.check.page.odd_characters import odd_characters
from generator.check.page.paper import paper
from generator.check.page.paragraph_gap import paragraph_gap
from generator.check.page.size_set import size_set
from generator.check.page.soft_breaks import soft_breaks
from generator.check.page.splitting_rows import splitting_rows
from generator.check.page.table_header import table_header
from generator.check.page.table_text import table_text
from generator.check.page.text_colour import text_colour
from generator.check.page.text_effects import text_effects
from generator.check.page.tracked_changes import tracked_changes
from generator.check.page.trailing_blank import trailing_blank
from generator.check.page.typed_layout import typed_layout
from generator.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *(paper, margins, mirrored_margins, landscape_without_table, landscape_margins),
    *(number_missing, number_place, number_on_first_page, number_look, number_distance, number_start),
    *(number_in_annex, annex_within_section, number_numerals, number_decorated),
    *(font, look_alike_font, legacy_font, text_colour, marked_text, text_effects),
    *(body_size, mixed_body_sizes, size_set, body_style, body_alignment, first_line_indent),
    *(line_spacing, fixed_line_spacing, paragraph_gap),
    *(decomposed_letters, odd_characters, soft_breaks, typed_layout, empty_paragraphs, trailing_blank),
    *(table_text, table_header, splitting_rows),
    *(tracked_changes, comments, hidden_text, active_content, foreign_content),
)
