"""Typed markers: what counts as one at the beginning of a text, and what only looks like one."""

from __future__ import annotations

import pytest

from generator.sources.typed_markers import typed_marker


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("I- Mục đích", "I-"),
        ("I. Mục đích", "I."),
        ("IV. Tổ chức", "IV."),
        ("1. Mục đích", "1."),
        ("1.1. Mục đích", "1.1."),
        ("1.1 Mục đích", "1.1"),
        ("1.Mục đích", "1."),
        ("1) Mục đích", "1)"),
        ("1/ Mục đích", "1/"),
        ("(1) Mục đích", "(1)"),
        ("(1)Mục đích", "(1)"),
        ("a) Mục đích", "a)"),
        ("đ) Mục đích", "đ)"),
        ("a/ Mục đích", "a/"),
        ("- Mục đích", "-"),
        ("+ Mục đích", "+"),
        ("• Mục đích", "•"),
        ("– Mục đích", "–"),
        ("**1. Mục đích**", "1."),
        ("Mục đích", None),
        ("C. Mác và Ph. Ăngghen", None),
        ("V.I. Lênin", None),
        ("1.000 buổi", None),
        ("1.250.000 đồng", None),
        ("50 năm giải phóng", None),
        ("30/4 và 01/5", None),
        ("(Phụ lục kèm theo)", None),
        ("2025. Năm của đại hội", None),
        ("-", None),
        ("", None),
    ],
)
def test_a_typed_marker(text: str, marker: str | None) -> None:
    assert typed_marker(text) == marker
