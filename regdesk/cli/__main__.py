"""`python -m regdesk.cli` is the command line, also where no window can be opened."""

import sys

from regdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
