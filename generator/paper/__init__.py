"""A printed page as it lies on the table, in millimetres: what a PDF holds, read and not judged."""
