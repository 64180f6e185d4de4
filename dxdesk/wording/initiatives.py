"""What people read in 取組一覧 and in いま報告する."""

from __future__ import annotations

from typing import Final

SECRETARIAT: Final = "事務局"

# これまで
REPORTED: Final = "いま報告"
WRITTEN_IN_THE_PLAN: Final = "計画の記載"
NO_PAST: Final = "これまでの記録はありません。"
PAST_LEGEND: Final = "◇ いま報告　　○ 計画に書かれた実績"
OPENS_AS_IT_WAS: Final = "開くと、そのときの内容のまま見られます"

SPAN_OPEN: Final = "いつまで続くかは、計画の文からは確かめられていません。"

# 決定と宿題, 指標
NEXT_MEETING: Final = "次回会議"
NOTHING_DECIDED: Final = "この取組についての決定はまだありません。"
NO_INDICATORS: Final = "計画に指標はありません。"

# いま報告する
REPORT: Final = "いま報告する"
REPORT_NOW: Final = "報告する（Ctrl+Enter）"
OUTSIDE_A_CYCLE: Final = "回の外でも報告できます"
REPORT_WORDS: Final[dict[str, str]] = {
    "observation": "観察",
    "judgement": "判断",
    "decision": "決定",
    "action": "行動",
}
REPORT_QUESTIONS: Final[dict[str, str]] = {
    "observation": "何が見えましたか（必須）",
    "judgement": "どう考えましたか",
    "decision": "何を決めましたか",
    "action": "いつ、何をしますか",
}
REPORT_EXAMPLES: Final[dict[str, str]] = {
    "observation": "例）更新の来庁が前年の1.8倍になりました。",
    "judgement": "例）平日の窓口だけでは足りません。",
    "decision": "例）休日窓口を増やします（課長）。",
    "action": "例）1月から毎月2回開きます。",
}
REPORTED_NOW: Final = "報告しました。これまでに載せました。"
KEPT: Final = "書きかけは自動で残ります"
BACK_TO_SHEET: Final = "個票へ戻る"
UNFINISHED: Final = "書きかけの報告があります"

# search
NO_INITIATIVES: Final = "この計画には取組がありません。"
WHERE_WORDS: Final[dict[str, str]] = {
    "initiative": "計画",
    "reply": "回答",
    "report": "いま報告",
    "minutes": "会議録",
    "term": "用語",
    "history": "実績",
}
NOT_ACCEPTED_YET: Final = "受理前"

# spreadsheet


def cannot_be_measured(reason: str | None) -> str:
    """An indicator that was not measured this time."""
    return f"測れない（{reason}）" if reason else "測れない"


def nothing_found(words: str) -> str:
    """No initiative fits what was searched for."""
    return f"「{words}」に合う取組はありません。"


def counted_twice(units: int, rows: int) -> str:
    """Units that stand in several groups."""
    return f"取組は{units}件です。複数の組に出るものがあり、のべ{rows}件です"


def report_of(day: str) -> str:
    """A report between cycles is looked at; ``day`` as 12月9日."""
    return f"{day} のいま報告を見ています。"


def found_elsewhere(count: int) -> str:
    """Head of what search found outside the names of initiatives."""
    return f"文の中で見つかったもの　{count}件"


def unanswered(word: str, count: int, checking: int) -> str:
    """How many are 未回答, and how many of these wait for the secretariat."""
    return f"{word} {count}（うち確認中 {checking}）"
