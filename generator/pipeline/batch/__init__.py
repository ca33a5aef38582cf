"""Many documents in one run: every kind that was asked for, of every unit, cut off at any moment and gone on with.

`run` leads: it prepares, hands chunks to an engine, keeps the journal and finishes with the manifest. One document is
made here as everywhere else.
"""
