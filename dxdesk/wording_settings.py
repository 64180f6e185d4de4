"""Sentences of 設定. Each stands here once."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from dxdesk.domain.calendar import short_date

SAVED: Final = "設定を保存しました。次の回から使います。"
SAVED_PEOPLE: Final = "設定を保存しました。"
APPLIES_NEXT: Final = "ここの設定は次の回から使います。いまの回と締めた回は変わりません。"
THIS_PC: Final = "ここの設定はこのパソコンだけのものです。すぐに使います。"
STAGES_HINT: Final = "2つ以上8つまで。消した段階は次の回から選べません。"
ONLY_SECRETARIAT: Final = "町の設定は事務局が変えます。いまは見るだけです。"
NO_BACKUPS: Final = "控えはまだありません。最初の変更のあとに自動でとります。"
BACKUPS_HINT: Final = "控えは自動でとっています。30日分は1日1つ、12か月分は月1つを残します。"
SERVER_BACKUPS: Final = "データはサーバーにあります。控えはサーバーの側でとってください。"
RESTORE_QUESTION: Final = "この控えのときの内容に戻します。いまの内容も控えに残ります。"
REASONS: Final[dict[str, str]] = {
    "day": "その日の最初",
    "change": "変更のあと",
    "before": "大きな操作の前",
    "asked": "手でとったもの",
}
"""Why a copy was made."""


def backup_words(made: datetime, reason: str) -> str:
    """One copy in the list."""
    return f"{short_date(made.date())} {made:%H:%M}　{REASONS[reason]}"


def backed_up(name: str) -> str:
    """A copy was made."""
    return f"控えをとりました：{name}"


def restored(kept: str) -> str:
    """A copy was put in place; ``kept`` is the name of the file that holds what was there."""
    return f"控えの内容に戻しました。それまでの内容は {kept} に残しました。" if kept else "控えの内容に戻しました。"


def diagnostics_saved(name: str) -> str:
    """The diagnostics were written."""
    return f"診断を保存しました：{name}"
