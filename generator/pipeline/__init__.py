"""From a plan to files: what is to be made is prepared, each document is produced by itself."""
