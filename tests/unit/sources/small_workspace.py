"""The texts of a small sound workspace: one finding more is one too many."""

from __future__ import annotations

OFFICE = """\
office:
  id: dang-uy-xa-mau
  name: Đảng ủy xã Mẫu
  side: party
  level: commune
  header: {parent: Đảng bộ tỉnh Mẫu, name: Đảng ủy xã Mẫu}
  issuing_body: Ban Thường vụ Đảng ủy
  symbol: ĐU
  place: Xã Mẫu
  archive: Văn phòng Đảng ủy
  signers:
    - id: bi-thu
      name:
      authority: [{form: on_behalf, of: Ban Thường vụ}]
      position: Bí thư
  recipients:
    plan:
      - {text: Tỉnh ủy, purpose: để b/c}
      - {text: Các chi bộ, covers: [cac-chi-bo]}
house:
  comma_before_date: true
congresses:
  - {level: province, body: Đảng bộ tỉnh Mẫu, ordinal: 15, term_from: 2025, term_to: 2030}
  - {level: national, body: toàn quốc, ordinal: 14, term_from: 2026, term_to: 2031}
"""

UNITS = """\
units:
  - id: chi-bo-mot
    name: Chi bộ Một
    side: party
    header: {name: Chi bộ Một}
    issuing_body: Chi bộ
    symbol: CB
    place: Xã Mẫu
    archive: chi bộ
    signers:
      - {id: bi-thu-mot, position: Bí thư}
  - id: chi-bo-hai
    name: Chi bộ Hai
    side: party
    header: {name: Chi bộ Hai}
    issuing_body: Chi bộ
    symbol: CB
    place: Xã Mẫu
    archive: chi bộ
    parent: dang-uy-xa-mau
groups:
  - {id: cac-chi-bo, name: Các chi bộ, members: all}
  - {id: nhom-mot, name: Nhóm Một, members: [chi-bo-mot]}
"""

PLAN = """\
subject: tuyên truyền đại hội
number: 05
issued_on: 02/3/2026
signer: bi-thu
references:
  - id: chi-thi
    kind: Chỉ thị
    number: 35-CT/TW
    issued_on: 2024-06-14
    issuer: Bộ Chính trị
    title: về đại hội đảng bộ các cấp
aim: Nhằm chào mừng Đại hội XIV của Đảng.
sections:
  - title: Mục đích, yêu cầu
    purposes:
      - points:
          - Chào mừng Đại hội đại biểu Đảng bộ tỉnh Mẫu lần thứ XV, nhiệm kỳ 2025 - 2030
    requirements: [Thiết thực, Tiết kiệm]
    targets:
      - {text: Mười buổi, indicator: oral_sessions, value: 10}
  - title: Nội dung
    phases:
      - title: Từ nay đến tháng 6
        window_from: {kind: date, value: 2026-03-02}
        window_to: {kind: date, value: 2026-06-30}
        items:
          - {id: noi-dung-mot, text: Truyền thống}
          - {id: noi-dung-hai, text: Kết quả}
    channels:
      - group: oral
        title: Tuyên truyền miệng
        lead_unit: cac-chi-bo
        expected: [{indicator: oral_sessions, value: 12}]
        content:
          - table:
              columns: [Việc, Số]
              rows:
                - [Buổi, "12"]
                - [Bài, ""]
  - title: Tổ chức thực hiện
    assignments:
      - unit: chi-bo-mot
        lead: tổ chức tuyên truyền
        tasks:
          - text: Báo cáo
            deadline: {kind: date, value: 30/6/2026}
            cooperating_units: [chi-bo-hai]
    reporting: {text: Báo cáo Tỉnh ủy, due: trước ngày 30/6/2026}
guidance:
  subject: tuyên truyền đại hội ở chi bộ
  sections:
    - title: Nội dung
      content_points: [Học tập]
      forms_channels: [Sinh hoạt]
      implementation: [Chi bộ làm]
      reporting: Báo cáo Đảng ủy
      procedure_steps:
        - {actor: Chi bộ, action: Họp, deadline: ngày 15/6/2026}
slogans:
  subject: khẩu hiệu tuyên truyền
  hang_from: 2026-03-10
  hang_to: 2026-06-30
  groups:
    - title: Khẩu hiệu
      slogans:
        - {text: Đảng quang vinh muôn năm!, phases: [1]}
        - text: Kỷ niệm 96 năm Ngày thành lập Đảng!
          years: {count: 96, from_year: 1930, to_year: 2026}
reports:
  - subject: kết quả tuyên truyền đợt 1
    phase: 1
    issued_on: 2026-07-01
    period_from: 2026-03-02
    period_to: 2026-06-30
    leadership: [Ban hành kế hoạch]
    context: [Số liệu ở phụ lục kèm theo]
    results:
      - {title: Nội dung, content: [Đã làm], plan_items: [noi-dung-mot]}
    strengths: [Kịp thời]
    difficulties: []
    next_tasks:
      - {text: Tổng kết, unit: chi-bo-hai, due: 15/7/2026}
    figures:
      title: Số liệu
      indicators: [oral_sessions]
      rows:
        - unit: chi-bo-mot
          figures: [{indicator: oral_sessions, value: "12"}]
        - unit: chi-bo-hai
          figures: [{indicator: oral_sessions, null_reason: not_reported}]
"""
