"""Run Vanthu from a checkout: `python cli.py …` is the installed `vanthu …`."""

import sys

from generator.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
