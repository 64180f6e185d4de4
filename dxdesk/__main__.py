"""``python -m dxdesk``: the program as a module of its Python."""

import sys

from dxdesk.app import main

if __name__ == "__main__":
    sys.exit(main())
