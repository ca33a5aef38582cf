"""A DOCX as a package of parts, read in memory under limits; what a file is that is no package.

It knows no template and no paragraph, and writes nothing.
"""
