"""`python -m registry …`: the registry's verbs from a shell."""

import sys

from registry.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
