"""Diagnostics as people and programs read them; a file a format."""
