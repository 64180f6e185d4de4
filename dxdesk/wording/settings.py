"""Sentences of 設定. Each stands here once."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from dxdesk.domain.calendar import short_date

SAVED: Final = "設定を保存しました。次の回から使います。"
SAVED_PEOPLE: Final = "設定を保存しました。"
APPLIES_NEXT: Final = "ここの設定は次の回から使います。いまの回と締めた回は変わりません。"
THIS_PC: Final = "ここの設定はこのパソコンだけのものです。すぐに使います。"
SAMPLE: Final = "この設定でつくる照会文（見本）"
SAMPLE_SPOKEN: Final = "照会文の見本の絵"
STAGES_HINT: Final = "2つ以上8つまで。消した段階は次の回から選べません。"
DIRECTIONS: Final = "次年度の方向性"
DIRECTIONS_HINT: Final = "2つ以上10まで。秋の中間の回と、結果の回で聞きます。前に選ばれた語は、そのまま残ります。"
DIRECTIONS_SET: Final = "次年度の方向性の語を決めました。次の回から使います："
ONLY_SECRETARIAT: Final = "町の設定は事務局が変えます。いまは見るだけです。"
NO_BACKUPS: Final = "控えはまだありません。最初の変更のあとに自動でとります。"
BACKUPS_HINT: Final = "控えは自動でとっています。30日分は1日1つ、12か月分は月1つを残します。"
SERVER_BACKUPS: Final = "データはサーバーにあります。控えはサーバーの側でとってください。"
RESTORE_CHOICES: Final = ("やめる", "控えの内容に戻す")
REASONS: Final[dict[str, str]] = {
    "day": "その日の最初",
    "change": "変更のあと",
    "before": "大きな操作の前",
    "before-closing": "回を締める前",
    "before-reopening": "回を開け直す前",
    "before-restoring": "控えから戻す前",
    "before-returning": "持ち帰る前",
    "asked": "手でとったもの",
}
"""Why a copy was made."""


def backup_moment(made: datetime) -> str:
    """Day and time of a copy, to the second: several may be of one minute."""
    return f"{short_date(made.date())} {made:%H:%M:%S}"


def backup_words(made: datetime, reason: str, number: int = 1) -> str:
    """One copy in the list; those of one second are numbered."""
    return f"{backup_moment(made)}　{REASONS[reason]}" + (f"（{number}つ目）" if number > 1 else "")


def backed_up(made: datetime) -> str:
    """A copy was made."""
    return f"{backup_moment(made)} の控えをとりました。"


def restore_question(made: datetime, reason: str) -> str:
    """Whether the content of a copy is wanted back."""
    return f"{backup_words(made, reason)} の控えの内容に戻しますか。\nいまの内容も控えに残ります。"


def restored(made: datetime, kept: datetime | None) -> str:
    """A copy was put in place; ``kept`` is when the copy was made that holds what was there."""
    words = f"{made:%H:%M:%S} の控えの内容に戻しました。"
    return words + (f"前の内容は {kept:%H:%M:%S} の控えです。" if kept else "")


def diagnostics_saved(name: str) -> str:
    """The diagnostics were written."""
    return f"診断を保存しました：{name}"


BODIES: Final = "会議体"
BODY_HINT: Final = "使わない会議体は、会議を用意するときに出ません。開いた会議の記録はそのまま残ります。"
BODY_STOP: Final = "使わない"
BODY_AGAIN: Final = "また使う"


def body_counts(members: int, meetings: int, *, in_use: bool) -> str:
    """What a committee has on file, and that it is not used."""
    counted = f"委員{members}名　会議{meetings}回"
    return counted if in_use else f"使っていません　{counted}"


def body_stopped(name: str) -> str:
    """A committee was put aside."""
    return f"「{name}」を使わないことにしました。"


def body_again_words(name: str) -> str:
    """A committee is used again."""
    return f"「{name}」をまた使います。"


EXCHANGE: Final = "ファイルの受け渡し"
EXCHANGE_FOLDER: Final = "受け渡しフォルダ（このパソコンの設定）"
EXCHANGE_HINT: Final = (
    "照会と回答のファイルを、ここに置きます。庁内の共有フォルダなどを選びます。"
    "ほかのデータベースや見本とは、別に決めます。"
)
NO_EXCHANGE_FOLDER: Final = "決めていません。ファイルをつくるときに、置く場所を選びます。"
USE_NONE: Final = "使わない"
WORDS_OF_KEYS: Final = "事務局の鍵の合言葉"
LOCKED_NOW: Final = "合言葉で閉じてあります。照会と取り込みのときに、1回の作業で一度だけうかがいます。"
NOT_LOCKED_NOW: Final = "合言葉はありません。データのファイルを開ける人は、回答ファイルも開けます。"
OLD_WORD: Final = "今の合言葉"
NEW_WORD: Final = "新しい合言葉"
NEW_WORD_AGAIN: Final = "新しい合言葉（もう一度）"
LOCK_KEYS: Final = "合言葉を決める"
CHANGE_LOCK: Final = "合言葉を変える"
REMOVE_LOCK: Final = "合言葉をなくす"
CANNOT_RECOVER: Final = (
    "合言葉を忘れると、元に戻す方法はありません。届く回答を開けなくなります。紙に書いて、金庫などにしまってください。"
)
WRITE_WORD: Final = "新しい合言葉を書いてください。"
TYPED_OTHERWISE: Final = "2つの合言葉がちがいます。もう一度書いてください。"
WORD_SET: Final = "鍵を合言葉で閉じました。"
WORD_CHANGED: Final = "合言葉を変えました。"
WORD_REMOVED: Final = "合言葉をなくしました。"
