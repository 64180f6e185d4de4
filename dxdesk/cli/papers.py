"""Commands that print and draw."""

from __future__ import annotations

import argparse

from dxdesk.cli.options import Commands


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """print, draw, demo, export."""
