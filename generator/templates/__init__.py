"""DOCX templates: found, joined by inheritance, checked, and compiled once for every document they will make."""
