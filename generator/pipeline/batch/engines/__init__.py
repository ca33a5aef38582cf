"""The ways to run chunks side by side: in this process, in several, on a cluster. `engine` says what they promise."""
