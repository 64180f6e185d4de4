"""What is said about meetings on screen and paper: the words of results, people and parts, the sentences of minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dxdesk.domain.meetings import Conclusion, Decision, ItemKind, Position, Presence, Result
from dxdesk.domain.minutes import BlockKind, Stage
from dxdesk.domain.minutes_deadlines import Deadline
from dxdesk.domain.paper import USUAL, Paper
from dxdesk.domain.settings import Settings

RESULT_WORDS: Final[dict[Result, str]] = {
    "noted": "了承",
    "approved": "承認",
    "amended": "修正して承認",
    "continued": "継続審議",
    "revise": "再検討",
    "dropped": "見送り",
    "abolished": "廃止",
    "referred": "本部へ付議",
}
"""On buttons and in lists."""

RESULT_SENTENCES: Final[dict[Result, str]] = {
    "noted": "了承した。",
    "approved": "原案のとおり決定した。",
    "amended": "一部修正のうえ決定した。",
    "continued": "継続協議とした。",
    "revise": "再検討のうえ次回報告することとした。",
    "dropped": "見送ることとした。",
    "abolished": "廃止することとした。",
    "referred": "本部へ付議することとした。",
}
"""In the frame under an item of the minutes."""

RESULT_SHORT: Final[dict[Result, str]] = {
    "noted": "了承",
    "approved": "原案決定",
    "amended": "修正決定",
    "continued": "継続協議",
    "revise": "再検討",
    "dropped": "見送り",
    "abolished": "廃止",
    "referred": "付議",
}
"""On paper, wherever a result is one word; the body to which something goes on need not be a 本部."""


def result_word(result: Result, above: str | None) -> str:
    """The word of a result; where the body ``above`` is no 本部, what goes on to it goes 上の会議へ."""
    elsewhere = result == "referred" and above is not None and "本部" not in above
    return "上の会議へ付議" if elsewhere else RESULT_WORDS[result]


ITEM_KINDS: Final[dict[ItemKind, str]] = {"discuss": "協議", "report": "報告"}

PRESENCES: Final[dict[Presence, str]] = {"present": "出席", "absent": "欠席", "proxy": "代理", "observer": "傍聴"}

REMARK_KINDS: Final[dict[str, str]] = {
    "question": "質問",
    "answer": "回答",
    "opinion": "意見",
    "wish": "要望",
    "instruction": "指示",
}


def brief(title: str) -> str:
    """The title of an item where there is little room: without the について that an agenda prints behind it."""
    return title.removesuffix("について") or title


def replaced_proxy(member: str, before: str, now: str) -> str:
    """That a member whose place somebody had taken has another proxy now."""
    return f"{member}さんの代理を、{before}さんから{now}さんに替えました。"


def deadline_words(deadline: Deadline) -> str:
    """会議録の期限 3月30日・あと12日."""
    left = deadline.left
    much = f"あと{left}日" if left > 0 else "きょうまで" if left == 0 else f"{-left}日過ぎ"
    title = GIST_TITLE if deadline.kind == "gist" else "会議録"
    return f"{title}の期限 {deadline.day.month}月{deadline.day.day}日・{much}"


def result_words(decision: Decision, above: str | None = None) -> str:
    """承認・推進方針・庁議付議: the result, of which kind the decision is, and whether it goes to 庁議."""
    words = (result_word(decision.result, above), decision.kind, COUNCIL if decision.council else None)
    return "・".join(word for word in words if word)


REFERRED_TO: Final = "{body}へ付議することとした。"


def told_word(result: Result, *, paper: bool = False) -> str:
    """The word of a result before what was decided, whatever body it goes on to: on ``paper`` that of its boxes."""
    return RESULT_SHORT[result] if paper or result == "referred" else RESULT_WORDS[result]


def decided_words(decision: Decision, *, paper: bool = False) -> str:
    """承認（推進方針）：移行を2段階に分ける。 or, on ``paper``, 原案決定（推進方針）：移行を2段階に分ける。"""
    kind = f"（{decision.kind}）" if decision.kind else ""
    return f"{told_word(decision.result, paper=paper)}{kind}：{decision.text}"


def referral_words(above: str | None) -> str:
    """庁議への付議; where there is a body ``above``, 本部への付議 or what it is in general."""
    return "庁議への付議" if above is None else "本部への付議" if "本部" in above else "上の会議への付議"


def concluded_head(body_name: str) -> str:
    """委員会の結論: what the body below said, where its name would take too much room."""
    return "委員会の結論" if "委員会" in body_name else "先の会議の結論"


def concluded_words(concluded: Conclusion, *, paper: bool = False) -> tuple[str, ...]:
    """付議：全庁に広げる案を付議する。 and each 付帯意見, a line each; the result in the word of screens or ``paper``."""
    said = f"{told_word(concluded.result, paper=paper)}：{concluded.text}"
    return (said, *(f"{OPINION}：{each}" for each in concluded.opinions))


OPINION: Final = "付帯意見"
COUNCIL: Final = "庁議付議"
"""A decision goes to 庁議, in a table."""

QUESTIONS: Final = "質疑"
CORRECTION: Final = "修正"

BLOCK_WORDS: Final[dict[BlockKind, str]] = {
    "explanation": "説明",
    "correction": "席上修正",
    "result": "結果",
    "opinion": OPINION,
    "decision": "決定",
    "item": "議題",
    "agenda_item": "議題",
    "handout": "資料",
}
"""What is counted where a block is withheld; any other is a 記載."""

UNNAMED: Final = "記載"

STAGES: Final[dict[Stage, str]] = {"draft": "案", "checking": "確認中", "confirmed": "確定"}

GIST_TITLE: Final = "会議結果概要"
ABSTRACT_TITLE: Final = "議事要旨"
SAMPLE_NOTE: Final = "見本：回答の内容と氏名は架空です"

STAFF: Final = "説明員・事務局"

_COMMITTEE: Final[dict[Position, str]] = {"chair": "委員長", "vice": "副委員長", "member": "委員", "staff": STAFF}
_HEADQUARTERS: Final[dict[Position, str]] = {"chair": "本部長", "vice": "副本部長", "member": "本部員", "staff": STAFF}

_FIELDS: Final[dict[str, str]] = {
    "status": "今の状況",
    "stage": "実施段階",
    "results": "今回の実績",
    "issues": "課題",
    "next": "次にすること",
    "ask": "決めてほしいこと",
    "indicators": "指標",
    "reason": "理由",
    "measures": "対応策",
    "forecast": "見通し",
    "direction": "次年度の方向性",
    "budget": "予算要求",
    "effects": "効果",
}

NOTHING_MORE: Final = "特になし。"

_SENTENCES: Final[dict[str, str]] = {
    "begins": "{time}から",
    "ends": "{time}まで",
    "none": "なし",
    "comma": "、",
    "about": "について",
    "opening": "開会",
    "greeting": "{chair}あいさつ",
    "report": ITEM_KINDS["report"],
    "discuss": ITEM_KINDS["discuss"],
    "any_other": "その他",
    "closing": "閉会",
    "secretariat": "事務局",
    "attendant": "出席者",
    "attendance_unrecorded": "出席者の記録はない。",
    "attended": "{member}{members}名中{attending}名。",
    "attended_with_proxies": "{member}{members}名中{attending}名（うち代理{proxies}名）。",
    "attended_beside_proxies": "{member}{members}名中{attending}名（ほかに代理{proxies}名）。",
    "attended_staff": "{staff}：{names}",
    "quorum_majority": "過半数の出席により会議は成立した。",
    "quorum_half": "半数以上の出席により会議は成立した。",
    "quorum_failed": "定足数（{needed}名）に達しなかった。",
    "absent": "{count}名（{names}）",
    "closed_meeting": "会議は非公開（庁内会議のため）。",
    "partly_public": "会議録は一部公開。",
    "audience": "傍聴者{count}名。",
    "gist_taken": "要点筆記とした。",
    "explained_from": "{paper}に基づき、{who}から説明した。",
    "explained": "{who}から説明した。",
    "decided_before": "{body}（{day}）では、{result}",
    "opinion_before": "「{text}」との付帯意見があった。",
    "reported": "{day}に{who}から報告のあった件である。",
    "corrected": "{field}を「{before}」から「{after}」に改めた。",
    "corrected_to": "{field}を「{after}」に改めた。",
    "corrected_to_nothing": "{field}の記載を除いた。",
    "no_result": "結論に至らなかった。",
    "next_meeting": "次回会議は、{day}に開く。",
    "next_open": "次回会議の日時は、追って通知する。",
    "headquarters": "本部",
    "council": "庁議",
    "referred": "議題{items}は、{body}へ付議する。",
    "nothing_referred": "{body}への付議を要する事項はない。",
    "nothing_else": NOTHING_MORE,
    "withheld": "〔非公開：{what}を除く。〕",
    "withheld_because": "〔非公開：{reason}、{what}を除く。〕",
    "withheld_count": "{word}{count}件",
    "withheld_lines": "{what}（{lines}行）",
    "say_opening": "定刻となりましたので、ただいまから{name}を開会します。",
    "say_quorum": "本日は{member}{members}名中{attending}名の出席で、会議は成立しています。",
    "say_quorum_open": "本日は{member}　　名中　　名の出席で、会議は成立しています。",
    "say_greeting": "はじめに、{chair}からごあいさつをお願いします。",
    "say_explain": "議題（{number}）{title}、{who}から説明をお願いします。",
    "say_questions": "ただいまの説明について、御質問、御意見はありませんか。",
    "say_ask": "それでは、「{ask}」についてお諮りします。",
    "say_decide": "原案のとおり決定することに、御異議ありませんか。",
    "say_read_back": "決定と担当、期限を読み上げますので、確認をお願いします。",
    "say_note": "ほかになければ、了承することとします。",
    "say_other": "その他、皆様から何かありませんか。次回の会議の日は、追ってお知らせします。",
    "say_closing": "以上で本日の議事を終了し、閉会します。",
    "by_wish_of": "（席上修正・{speaker}）",
    "no_later_change": "確定後の修正なし。",
}


@dataclass(frozen=True)
class MeetingPhrases:
    """The sentences of minutes for one body, as the town writes. What people typed is left as they typed it.

    ``above`` is the body to which it reports.
    """

    paper: Paper = USUAL
    headquarters: bool = False
    above: str | None = None

    def say(self, code: str, /, **values: object) -> str:
        """The sentence of a code; raises KeyError for an unknown code or a missing value."""
        counts = {name: self.paper.numerals(str(each)) for name, each in values.items() if isinstance(each, int)}
        return self.paper.said(_SENTENCES[code]).format(**{**values, **counts})

    def result(self, result: Result) -> str:
        """The sentence that says a result; what goes on to a body above that is no 本部 names it."""
        if result == "referred" and self.above is not None and "本部" not in self.above:
            return self.paper.said(REFERRED_TO).format(body=self.above)
        return self.paper.said(RESULT_SENTENCES[result])

    def position(self, position: Position) -> str:
        """委員長, 副委員長, 委員; in a headquarters 本部長, 副本部長, 本部員; 説明員・事務局."""
        return (_HEADQUARTERS if self.headquarters else _COMMITTEE)[position]

    def field(self, key: str) -> str:
        """The name of a field of an answer; 記載 for one that has none here."""
        return _FIELDS.get(key, UNNAMED)


def phrases_for(settings: Settings, body_name: str, above: str | None = None) -> MeetingPhrases:
    """The phrases for the meetings of a body that reports to ``above``: a name with 本部 makes its members 本部員."""
    return MeetingPhrases(settings.paper, headquarters="本部" in body_name, above=above)
