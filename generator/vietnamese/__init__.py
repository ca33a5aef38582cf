"""Vietnamese text: its characters, dates, numbers, markers and names, as pure functions of strings.

It knows no document and no format; which of two lawful spellings a document uses is decided by the Profile.
"""
