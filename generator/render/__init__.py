"""A model, a Profile and a compiled template become the bytes of one document."""
