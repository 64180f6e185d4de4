"""What 記入要領 says to the departments. Each sentence stands here once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dxdesk.domain.guidance import GuidedField, Need
from dxdesk.domain.paper import Paper
from dxdesk.domain.statuses import Status
from dxdesk.wording.letters import OFFICE_ROLE

GUIDANCE_TITLE: Final = "記入要領"

ASKED, FIELDS_PART, STATUS_PART, STAGE_PART = "お願いすること", "記入する欄", "今の状況の選び方", "実施段階の選び方"
HANDLING_PART, HAND_IN_PART, CONTACT_PART = "会議での扱いと公開", "提出のしかた", "問合せ先"

ABOUT, AS_OF, DUE, MEETING, ANSWERS = "対象", "基準日", "提出期限", "会議", "答える課"
WHO_ANSWERS: Final = "主管の課が答えます。関係課は、自分の課の分だけ書きます。"
NOTHING_MOVED: Final = "動きがなかった取組も「動きなし」と書いて出してください。"
UP_TO_THEN: Final = "この日までのことを書きます。"

FIELD_HEADS: Final = ("欄", "必須", "書き方・長さ", "書くこと")
NEEDS: Final[Mapping[Need, str]] = {"must": "必須", "may": "任意"}

FIELD_NAMES: Final[Mapping[GuidedField, str]] = {
    "status": "今の状況",
    "stage": "実施段階",
    "indicators": "指標",
    "results": "今回の実績",
    "issues": "課題",
    "next": "次にすること",
    "discuss": "会議で協議したい",
    "ask": "決めてほしいこと",
    "direction": "次年度の方向性",
    "budget": "次年度の予算要求",
}

FIELD_FORMS: Final[Mapping[GuidedField, str]] = {
    "status": "1つ選ぶ",
    "stage": "1つ選ぶ",
    "indicators": "数字",
    "discuss": "印を付ける",
    "ask": "1行、60字",
    "direction": "1つ選ぶ",
    "budget": "千円、財源",
}
"""How a field is filled in; texts have the number of characters of the town."""

FIELD_WORDS: Final[Mapping[GuidedField, str]] = {
    "status": "下の3から、いちばん近いものを選んでください。該当しない取組は「この課には該当しない」を選びます。",
    "stage": "動いたときだけ選び直してください。戻すこともできます。",
    "indicators": "時点と出典が分かるようにしてください。測れないときは「―」とし、わけを書きます。",
    "results": "できたことを、数字と時期を入れて書いてください。なければ「動きなし」で足ります。",
    "issues": "困っていることと、その理由を書いてください。",
    "next": "次の回までにすること、遅れを取り戻す対応策と時期を書いてください。",
    "discuss": "会議で決めてほしいとき、助けがほしいときに付けます。",
    "ask": "「～してよいか」の形で、何を決めるかを書いてください。",
    "direction": "来年度にどうするかを選んでください。選ぶもの：{words}。",
    "budget": "金額を千円で書き、財源を添えてください。「要求しない」「額は未定」とも書けます。",
}

NO_DIRECTION_NOTE: Final = "{words}の取組は、次年度の方向性を選ばなくてかまいません。"
LEFT_TO_MEETING_NOTE: Final = "選ばなかった{words}の取組の方向性は、会議で決めます。"

STATUS_HEADS: Final = ("状況", "意味", "あわせて書くこと")
STATUS_ALONG: Final[Mapping[Status, str]] = {
    "late": "課題に理由、次にすることに対応策と見込みの時期",
    "warn": "課題に理由、次にすることに対応策",
    "stop": "課題に止める理由、次にすることに代わりのやり方",
    "ok": "今回の実績",
    "done": "終わった時期と、できるようになったこと",
    "none": "始める時期。予定どおりならその旨",
    "na": "ほかの欄はいりません。",
}
STATUS_MEANT: Final[Mapping[Status, str]] = {
    "late": "計画より遅れている",
    "warn": "このままだと遅れる。助けか判断がほしい",
    "stop": "止めている、又はやり方を変える",
    "ok": "計画どおり、又は先に進んでいる",
    "done": "この計画での取組を終えた",
    "none": "まだ始めていない（予定どおりを含む）",
    "na": "この課の仕事ではない",
}
MISSING_NOTE: Final = "期限までに届かない取組は、会議資料に「{word}」と印刷します。"
BACK_NOTE: Final = "前回より悪くなったとき、「{done}」から戻すとき、段階が戻るときは、そのわけを課題に書いてください。"
ANYTIME_NOTE: Final = "毎年・随時・検討の取組は、日付では遅れとしません。実施したか、検討が進んだかで選んでください。"

STAGE_MEANINGS: Final[Mapping[str, str]] = {
    "start": "まだ手を付けていない",
    "research": "ほかの町や業者の話を聞いている",
    "study": "体制・費用・やり方を決めている",
    "trial": "一部の窓口や業務でためしている",
    "introduce": "契約、設定、研修など、使い始める用意",
    "operate": "住民や職員が使っている",
    "settle": "いつもの仕事になった",
}
"""What the usual stages mean; a town's further stages have no meaning here."""
STAGE_NOTE: Final = "左から右へ進みます。前回の段階が、はじめから選んであります。"
FIRST_STAGE_NOTE: Final = "左から右へ進みます。分からなければ空けておけます。"

HANDLING: Final[tuple[str, ...]] = (
    "「会議で協議したい」に印のある取組は、議題の案になります。「決めてほしいこと」が資料の個票と会議の画面に出ます。",
    "そのほかの取組は報告です。資料の一覧表に、状況と書いた文が出ます。",
    "会議の画面には、各欄の最初の60字が映ります。大事なことを先に書いてください。",
)
NEVER_SHOWN: Final = "非公表メモと事務局への連絡は、資料にも会議の画面にも会議録にも出しません。"
KEEP_OUT: Final = "個人情報、契約前の金額、セキュリティの設定は、どの欄にも書かないでください。"
LENGTHS: Final = "字数は目安です。超えても提出できます（1つの欄は4,000字、100行まで）。"

BY_FILE, BY_FORM, BY_HAND = "照会ファイルで", "Excelの回答票で", "紙で"
WAYS: Final[tuple[tuple[str, str], ...]] = (
    (BY_FILE, "照会ファイルを開いて記入し、「提出する」を押します。すべて提出したら、回答ファイルを事務局へ渡します。"),
    (BY_FORM, "記入して保存し、ファイルの名前を変えずに事務局へ送ります。行と列は足したり消したりしないでください。"),
    (BY_HAND, "記入票（手書き用）に書き、事務局へ出します。右上の番号は消さないでください。"),
)
HEAD_CHECK: Final = "所属長の確認は、確認票か画面の「確認した」で行えます（任意）。"
CHANGE_LATER: Final = "出した後も、期限までは直してもう一度渡せます。差し戻されたときは、枠のついた欄を直します。"

WRITE_EXTENSION: Final = "内線（　　　　　　）"


def asked_words(cycle: str, asked: int, departments: int, paper: Paper) -> str:
    """令和6年度第2回の進捗状況　13取組（6課）; the name of the cycle as it was typed."""
    whose = f"（{departments}課）" if departments else ""
    return "".join(cycle.split()) + paper.numerals(f"の進捗状況　{asked}取組{whose}")


def form_words(field: GuidedField, guide: int) -> str:
    """1つ選ぶ, 文、120字"""
    return FIELD_FORMS.get(field, f"文、{guide}字")


def contact_words(office: str) -> str:
    """事務局（政策企画課）"""
    return f"{OFFICE_ROLE}（{office}）" if office else OFFICE_ROLE
