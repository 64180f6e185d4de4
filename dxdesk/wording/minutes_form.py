"""What 設定 says about the form for 会議録 in Word. Each sentence stands here once."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from dxdesk.domain.calendar import short_date

MINUTES_FORM: Final = "会議録のひな形"
FORM_HINT: Final = "「Wordで保存」の会議録は、このひな形からつくります。"
SHIPPED: Final = "いまは、付いているひな形を使います。"
STEPS: Final = (
    "「ひな形を書き出す」で、いまのひな形をファイルにします。",
    "Wordで開き、書体、余白、文を直します。{{ 日時 }} のような名前は残します。",
    "「ひな形を選ぶ」で、直したファイルを選びます。",
)
CHOOSE_FORM: Final = "ひな形を選ぶ…"
WRITE_FORM: Final = "ひな形を書き出す…"
BACK_TO_SHIPPED: Final = "もとに戻す"
BACK_HINT: Final = "町のひな形を外し、付いているひな形を使います。"
FORM_FILE: Final = "会議録のひな形.docx"
FORM_KINDS: Final = "Word (*.docx)"
BACK_AGAIN: Final = "付いているひな形に戻しました。"


def own_since(moment: datetime) -> str:
    """That the town's own form is used, and since when."""
    return f"いまは、町のひな形を使います（{short_date(moment.date())}から）。"


def form_used(name: str) -> str:
    """A file is the form from now on."""
    return f"「{name}」をひな形にしました。"


def form_written(name: str) -> str:
    """The form lies in a file, to be changed."""
    return f"ひな形を書き出しました：{name}"
