"""What ``print`` says about the sheets of a PDF: their size, and what stands for characters that no face has."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final, get_args

from dxdesk.domain.errors import Problem
from dxdesk.domain.paper import PaperSize

OF_TWO_SIZES: Final = ("list", "board")
"""The documents that are printed on A3 or A4."""


_PAPER: Final = "用紙（なければ、進捗一覧表は町が使う用紙、ボードはA4）"


def add_choices(each: argparse.ArgumentParser) -> None:
    """The words of ``print`` for a PDF."""
    sizes = get_args(PaperSize)
    each.add_argument("--paper", type=str.upper, choices=sizes, help=_PAPER)
    each.add_argument("--substitute", action="store_true", help="どの書体にもない字を〓にして刷る")


def check_choices(chosen: argparse.Namespace, name: str) -> None:
    """Raises Problem (print.paper) where a document, ``name``, of one size or no PDF is to have another one."""
    if chosen.paper and (chosen.kind not in OF_TWO_SIZES or Path(chosen.out).suffix.lower() != ".pdf"):
        raise Problem("print.paper", "paper", {"kind": name})
