"""What is said about a double click on a file that travels. Each text stands here once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

TIE: Final = ".dxdのファイルを、2回続けて押して開く"
TIE_NOW: Final = "次からは、届いたファイル（.dxd）を2回続けて押して開く"
TIE_HINT: Final = "使っている方だけの設定です。管理者の許可はいりません。"
TIED: Final = "ファイル（.dxd）を2回続けて押すと、dxdeskで開きます。"
UNTIED: Final = "ファイル（.dxd）を2回続けて押して開くのを、やめました。"
OTHERS: Final = "いまは、ほかのプログラムで開くようになっています。"
STILL_OTHERS: Final = "いまは、ほかのプログラムで開くようになっています。ファイルを右ボタンで押し、「プログラムから開く」でdxdeskを選んでください。"
NOT_HERE: Final = "このパソコンでは、ファイルを2回続けて押して開く設定はできません。"
NOT_TIED: Final = "ファイル（.dxd）を2回続けて押して開く設定は、できませんでした。設定 で、もう一度できます。"


def not_told(programs: Sequence[str]) -> str:
    """These programs of the system are missing: the desktop may hear of the change late or never."""
    return f"{'と'.join(programs)} がありません。画面によっては、すぐに変わらないことがあります。"
