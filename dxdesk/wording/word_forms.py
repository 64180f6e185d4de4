"""What 設定 says about the forms for documents in Word. Each sentence stands here once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dxdesk.domain.calendar import short_date


@dataclass(frozen=True)
class FormWords:
    """A form: its title, what is made from it, and a name in it that stays."""

    title: str
    hint: str
    example: str

    @property
    def steps(self) -> tuple[str, ...]:
        """How a town comes by its own."""
        return (
            "「ひな形を書き出す」で、いまのひな形をファイルにします。",
            f"Wordで開き、書体、余白、文を直します。{self.example} のような名前は残します。",
            "「ひな形を選ぶ」で、直したファイルを選びます。",
        )

    @property
    def file(self) -> str:
        """What the file to be changed is called."""
        return f"{self.title}.docx"


OF_MINUTES: Final = FormWords("会議録のひな形", "「Wordで保存」の会議録は、このひな形からつくります。", "{{ 日時 }}")
OF_LETTERS: Final = FormWords(
    "照会文・通知のひな形",
    "「Wordで保存」の照会文、催促文、開催通知は、ここからつくります。",
    "{{ 文.宛先 }}",
)
SHIPPED: Final = "いまは、付いているひな形を使います。"
CHOOSE_FORM: Final = "ひな形を選ぶ…"
WRITE_FORM: Final = "ひな形を書き出す…"
BACK_TO_SHIPPED: Final = "もとに戻す"
BACK_HINT: Final = "町のひな形を外し、付いているひな形を使います。"
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
