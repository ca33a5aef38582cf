"""The judge: rules that read a recognised document and say what in it is not as its profile wants it.

It shares no code with what makes documents, so that it can find the faults of that too. The way in is
`runner.check_document`.
"""
