"""DOCX files become what is handed out: PDFs made by LibreOffice, each looked at before it gets its name.

It makes and changes no document.
"""
