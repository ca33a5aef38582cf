"""Rules on what stands in a document: that it is there, in its place, and worded as its regime has it."""

from generator.check.components.addressee_kind import addressee_kind
from generator.check.components.addressee_label import addressee_label
from generator.check.components.addressee_layout import addressee_layout
from generator.check.components.annex_mentioned import annex_mentioned
from generator.check.components.annex_number import annex_number
from generator.check.components.annex_reference import annex_reference
from generator.check.components.authority_body import authority_body
from generator.check.components.authority_deputy import authority_deputy
from generator.check.components.authority_form import authority_form
from generator.check.components.authority_whose import authority_whose
from generator.check.components.bases_signs import bases_signs
from generator.check.components.capitals_days import capitals_days
from generator.check.components.capitals_parts import capitals_parts
from generator.check.components.capitals_party import capitals_party
from generator.check.components.capitals_places import capitals_places
from generator.check.components.capitals_texts import capitals_texts
from generator.check.components.citation_day import citation_day
from generator.check.components.citation_incomplete import citation_incomplete
from generator.check.components.citation_law import citation_law
from generator.check.components.contact_place import contact_place
from generator.check.components.copy_form import copy_form
from generator.check.components.copy_missing import copy_missing
from generator.check.components.copy_number import copy_number
from generator.check.components.dateline_day import dateline_day
from generator.check.components.dateline_form import dateline_form
from generator.check.components.dateline_place import dateline_place
from generator.check.components.dateline_zero import dateline_zero
from generator.check.components.district_bodies import district_bodies
from generator.check.components.end_mark import end_mark
from generator.check.components.fixed_words import fixed_words
from generator.check.components.heading_level import heading_level
from generator.check.components.heading_marker import heading_marker
from generator.check.components.heading_mixed import heading_mixed
from generator.check.components.heading_order import heading_order
from generator.check.components.heading_title import heading_title
from generator.check.components.issuer_abbreviated import issuer_abbreviated
from generator.check.components.kind_of_cell import kind_of_cell
from generator.check.components.kind_title import kind_title
from generator.check.components.line_made_otherwise import line_made_otherwise
from generator.check.components.line_missing import line_missing
from generator.check.components.look_alignment import alignment
from generator.check.components.look_bold import bold
from generator.check.components.look_capitals import capitals
from generator.check.components.look_colour import colour
from generator.check.components.look_frame import frame
from generator.check.components.look_gap import subject_gap
from generator.check.components.look_indents import indents
from generator.check.components.look_italic import italic
from generator.check.components.look_line_spacing import line_spacing
from generator.check.components.look_lines import line_weight
from generator.check.components.look_size import size
from generator.check.components.look_spacing import spacing
from generator.check.components.look_underline import underline
from generator.check.components.mark_form import mark_form
from generator.check.components.mark_label import mark_label
from generator.check.components.missing import missing
from generator.check.components.mixed_regimes import mixed_regimes
from generator.check.components.motto import motto
from generator.check.components.national_title import national_title
from generator.check.components.number_body_code import number_body_code
from generator.check.components.number_case import number_case
from generator.check.components.number_code_of_kind import number_code_of_kind
from generator.check.components.number_code_unknown import number_code_unknown
from generator.check.components.number_signs import number_signs
from generator.check.components.number_word import number_word
from generator.check.components.number_year import number_year
from generator.check.components.number_zero import number_zero
from generator.check.components.order import order
from generator.check.components.order_of_foot import order_of_foot
from generator.check.components.parent_body import parent_body
from generator.check.components.party_title import party_title
from generator.check.components.point_letters import point_letters
from generator.check.components.position_body import position_body
from generator.check.components.position_shown import position_shown
from generator.check.components.recipients_archive import recipients_archive
from generator.check.components.recipients_as_above import recipients_as_above
from generator.check.components.recipients_label import recipients_label
from generator.check.components.recipients_signs import recipients_signs
from generator.check.components.signer_name import signer_name
from generator.check.components.subject_end import subject_end
from generator.check.components.subject_end_stop import subject_end_stop
from generator.check.components.subject_prefix import subject_prefix
from generator.check.rule import Rule

RULES: tuple[Rule, ...] = (
    missing,
    order,
    order_of_foot,
    national_title,
    motto,
    party_title,
    line_missing,
    line_made_otherwise,
    subject_end,
    subject_end_stop,
    issuer_abbreviated,
    parent_body,
    number_body_code,
    number_case,
    number_code_of_kind,
    number_code_unknown,
    number_signs,
    number_word,
    number_year,
    number_zero,
    dateline_day,
    dateline_form,
    dateline_place,
    dateline_zero,
    kind_title,
    subject_prefix,
    bases_signs,
    citation_day,
    citation_incomplete,
    citation_law,
    heading_level,
    heading_marker,
    heading_mixed,
    heading_order,
    heading_title,
    point_letters,
    end_mark,
    authority_body,
    authority_deputy,
    authority_form,
    authority_whose,
    position_body,
    position_shown,
    signer_name,
    addressee_kind,
    addressee_label,
    addressee_layout,
    recipients_archive,
    recipients_as_above,
    recipients_label,
    recipients_signs,
    annex_mentioned,
    annex_number,
    annex_reference,
    mark_form,
    mark_label,
    contact_place,
    copy_form,
    copy_missing,
    copy_number,
    mixed_regimes,
    district_bodies,
    capitals_days,
    capitals_parts,
    capitals_party,
    capitals_places,
    capitals_texts,
    fixed_words,
    kind_of_cell,
    alignment,
    bold,
    capitals,
    colour,
    indents,
    italic,
    line_weight,
    frame,
    subject_gap,
    size,
    spacing,
    line_spacing,
    underline,
)
