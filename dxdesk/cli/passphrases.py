"""The passphrase of the secretariat's keys, read from a file so that no list of commands shows it."""

from __future__ import annotations

import argparse
from pathlib import Path

from dxdesk.domain.errors import Problem


def add_keys_passphrase(parser: argparse.ArgumentParser) -> None:
    """The option with which the secretariat's locked keys are opened."""
    parser.add_argument("--passphrase-file", metavar="FILE", help="事務局の鍵の合言葉を書いたファイル")


def keys_passphrase(chosen: argparse.Namespace) -> str | None:
    """The passphrase of the secretariat's keys from its file. Raises Problem."""
    if not chosen.passphrase_file:
        return None
    try:
        return Path(chosen.passphrase_file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise Problem("file.unreadable", "passphrase-file", {"file": chosen.passphrase_file}) from None
