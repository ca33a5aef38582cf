"""The command line: a file a command; the library is imported inside the functions."""
