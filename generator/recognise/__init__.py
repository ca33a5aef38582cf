"""Which paragraph of any DOCX is which component of an official document.

It judges nothing: what is there is said as it was typed, and what nothing explains is said too. The way in is
`recognising.recognise`.
"""
