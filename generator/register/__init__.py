"""Document numbers and the book of outgoing documents: the one package that knows the database.

It makes no document and reads no plan: what a number is for is told to it.
"""
