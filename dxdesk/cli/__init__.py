"""The headless commands. They read and write through the same two gates as the screens."""

from dxdesk.cli.run import main

__all__ = ["main"]
