"""A read-only picture of any DOCX: what stands where, how it really looks, and what in it is active.

It judges nothing and writes nothing. `opening.open_view` is the way in.
"""
