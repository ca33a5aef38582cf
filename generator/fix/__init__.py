"""Format put right: what a judge finds in the look of a document is set as its profile wants it, in a copy.

It changes no word of what a document says, and writes no file. The way in is `repairing.fix`.
"""
