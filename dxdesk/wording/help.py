"""What people read in 使い方: how each role works, and the keys of every screen, each once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dxdesk.domain.permissions import ActorRole

EVERYWHERE: Final = "どの画面でも"

SCREENS: Final[dict[str, str]] = {
    "": EVERYWHERE,
    "entry": "記入",
    "collect": "回収",
    "take_in": "取り込みの確認",
    "conflict": "くいちがい",
    "initiatives": "取組一覧",
    "consolidate": "取りまとめ",
    "open_cycle": "次の回をつくる",
    "close_cycle": "この回を締める",
    "meeting": "会議",
    "agenda": "次第をつくる",
    "minutes": "会議録",
    "actions": "宿題",
    "board": "ボード",
    "print": "印刷",
    "history": "操作の履歴",
    "settings": "設定",
    "help": "使い方",
}
"""The screens by the key of their page, in the order of the work."""


@dataclass(frozen=True)
class KeyHelp:
    """What a key does on a screen (its page key; empty: on every one)."""

    screen: str
    keys: str
    does: str


KEYS: Final[tuple[KeyHelp, ...]] = (
    KeyHelp("", "F1", "使い方・用語集を開く（点線の語の上では、その語を開く）"),
    KeyHelp("", "Tab / Shift+Tab", "次・前の欄やボタンへ移る"),
    KeyHelp("", "Ctrl+1…5", "左から何番目かのタブを開く（会議では記録の種類を選ぶ）"),
    KeyHelp("", "Ctrl+Z / Ctrl+Y", "元に戻す・やり直す（欄の中の文が先、次に操作）"),
    KeyHelp("", "Ctrl+P", "印刷を開く"),
    KeyHelp("", "Esc", "引き出しを閉じる、検索の言葉を消す"),
    KeyHelp("entry", "Alt+1…6", "今の状況を選ぶ"),
    KeyHelp("entry", "Alt+7", "この課には該当しない"),
    KeyHelp("entry", "Alt+0", "前回と同じにする"),
    KeyHelp("entry", "Ctrl+Enter", "提出する"),
    KeyHelp("entry", "Ctrl+↑ / Ctrl+↓", "前・次の担当を開く"),
    KeyHelp("entry", "F5", "会議での見え方"),
    KeyHelp("entry", "Ctrl+F / F3 / Ctrl+G", "取組をさがす・番号で開く"),
    KeyHelp("entry", "Ctrl+S", "保存済みであることを確かめる"),
    KeyHelp("collect", "矢印 / Space / Enter", "マスを移る・印をつける・開く"),
    KeyHelp("collect", "Ctrl+Enter", "受理する、開いている作業を終える"),
    KeyHelp("collect", "Ctrl+↑ / Ctrl+↓", "前・次の回答を開く"),
    KeyHelp("collect", "Ctrl+F / F3", "取組をさがす"),
    KeyHelp("collect", "Ctrl+G", "番号で開く"),
    KeyHelp("collect", "F5", "新しくする"),
    KeyHelp("take_in", "Space / Enter", "しるしを付ける・回答を見る"),
    KeyHelp("take_in", "Ctrl+↑ / Ctrl+↓", "前・次の回答を選ぶ"),
    KeyHelp("take_in", "F5", "届いたファイルを見直す"),
    KeyHelp("conflict", "Ctrl+Enter", "直し終える"),
    KeyHelp("initiatives", "Ctrl+F / F3", "取組と文をさがす"),
    KeyHelp("initiatives", "Ctrl+G", "番号で開く"),
    KeyHelp("initiatives", "↑ ↓", "行を移る"),
    KeyHelp("initiatives", "→ / ←", "下の行を開く・閉じる"),
    KeyHelp("initiatives", "Enter", "個票へ移る"),
    KeyHelp("initiatives", "Ctrl+Enter", "書いている報告を報告する"),
    KeyHelp("consolidate", "Alt+1…6", "今の状況を選ぶ"),
    KeyHelp("consolidate", "Ctrl+Enter", "確定する"),
    KeyHelp("consolidate", "Ctrl+↑ / Ctrl+↓", "前・次の取組を開く"),
    KeyHelp("agenda", "Alt+↑ / Alt+↓", "議題を上・下へ動かす"),
    KeyHelp("agenda", "Enter", "協議と報告を切りかえる"),
    KeyHelp("agenda", "Ctrl+Enter", "次第を確定する"),
    KeyHelp("meeting", "Ctrl+1…4", "決定・宿題・発言・席上修正を選ぶ"),
    KeyHelp("meeting", "Ctrl+Enter", "記録する"),
    KeyHelp("meeting", "Ctrl+↑ / Ctrl+↓", "前・次の記録を選ぶ"),
    KeyHelp("meeting", "F2", "記録を直す"),
    KeyHelp("meeting", "F4", "復唱のため映す・元へ戻す"),
    KeyHelp("meeting", "F5", "投影を始める、投影中はボードを映す"),
    KeyHelp("meeting", "PageDown / PageUp", "次・前のスライドを映す（書いている間も）"),
    KeyHelp("meeting", "F11 / F12", "映す画面を固定する・隠す"),
    KeyHelp("meeting", "Ctrl+G", "番号で映す"),
    KeyHelp("meeting", "Alt+Enter", "この画面いっぱいに映して練習する"),
    KeyHelp("meeting", "→ ← Space Home 番号とEnter", "練習のとき：次・前の画面、ボード、番号の取組"),
    KeyHelp("meeting", "F / B", "練習のとき：映す画面を固定する・隠す"),
    KeyHelp("meeting", "Esc", "練習から戻る、直すのをやめる（投影は終わらない）"),
    KeyHelp("minutes", "Ctrl+↑ / Ctrl+↓", "前・次の部分を開く"),
    KeyHelp("actions", "Ctrl+F / F3", "宿題をさがす"),
    KeyHelp("board", "→ ↓ Space Enter PageDown", "次のスライド"),
    KeyHelp("board", "← ↑ Backspace PageUp", "前のスライド"),
    KeyHelp("board", "Home", "ボードへ戻る"),
    KeyHelp("board", "番号とEnter", "その番号の取組を映す"),
    KeyHelp("board", "Alt+Enter", "全画面で映す（事務局・委員長）"),
    KeyHelp("board", "Esc", "1つ上へ戻る"),
    KeyHelp("print", "Ctrl+P", "印刷する"),
    KeyHelp("history", "Ctrl+F / F3", "履歴をさがす"),
    KeyHelp("settings", "Ctrl+Enter", "設定を保存する"),
    KeyHelp("help", "Ctrl+F / F3", "用語をさがす"),
)

HOW_TO: Final[dict[ActorRole, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "liaison": (
        (
            "回答を書いて提出する",
            (
                "「記入」を開くと、自分の担当がいちばん上に並びます。",
                "今の状況を1つ選び、今回の実績を1文で書きます。",
                "変わりがなければ「前回と同じにする」を押し、実績を書きます。",
                "「提出する」を押すと、次の担当が開きます。",
                "全部提出したら、あとは事務局が確かめます。",
            ),
        ),
        (
            "照会ファイルで答えるとき",
            (
                "届いた照会ファイルを、画面の上に置いて開きます。",
                "提出したら「回答ファイルを事務局へ渡す」を押します。",
                "直したときは、もう一度渡します。",
            ),
        ),
        (
            "差し戻されたとき",
            ("枠のついた欄だけを直します。", "「もう一度提出する」を押します。"),
        ),
        (
            "回を待たずに知らせる",
            (
                "「取組一覧」で取組を選び、「いま報告する」を押します。",
                "見えたことを1文で書きます。ほかの欄は空でもかまいません。",
            ),
        ),
    ),
    "head": (
        (
            "課の回答を確かめる",
            (
                "「記入」で、課の担当が書いた回答を読みます。",
                "よければ「確認した」を押します。",
                "直してほしいときは、担当の方に伝えてください。",
            ),
        ),
        (
            "回を待たずに知らせる",
            ("「取組一覧」で取組を選び、「いま報告する」を押します。",),
        ),
    ),
    "secretariat": (
        (
            "回を始める",
            (
                "メニューの「次の回をつくる」で、名前と日付を決めます。",
                "計画に書かれていない照会先を、先に決めます。",
                "「照会ファイルをつくる」を押し、できたファイルを課へ渡します。",
            ),
        ),
        (
            "回答を集める",
            (
                "届いた回答ファイルを「回収」に置き、内容を確かめて取り込みます。",
                "「回収」で、取組と課の表を見ます。",
                "提出された回答を読み、受理するか差し戻します。",
                "複数の課に聞いた取組は、取りまとめて1つの文にします。",
            ),
        ),
        (
            "会議を開く",
            (
                "「会議」で会議を用意し、次第をつくって確定します。",
                "「投影を始める（F5）」で、2枚目の画面に映します。",
                "決定・宿題・発言・席上修正を、議題ごとに記録します。",
                "決定は「復唱のため映す（F4）」で映し、読み上げて確かめます。",
                "閉じると会議録の案ができます。直して確定します。",
            ),
        ),
        (
            "回を締める",
            ("会議を閉じてから、メニューの「この回を締める」を選びます。", "未確認の回答は未回答として残ります。"),
        ),
    ),
    "chair": (
        (
            "会議で映す",
            (
                "「ボード」を全画面で映します。",
                "カードを押すと、その取組が開きます。",
                "Esc で1つ上へ戻ります。",
            ),
        ),
        ("取組を読む", ("「取組一覧」で取組を選ぶと、右に個票が出ます。", "「これまで」に前の回の内容が並びます。")),
    ),
    "reader": (
        ("全体を見る", ("「ボード」で全体の状況を見ます。", "数のところを押すと、その状況の取組だけが目立ちます。")),
        ("取組を読む", ("「取組一覧」で取組を選ぶと、右に個票が出ます。", "「これまで」に前の回の内容が並びます。")),
        ("紙で読む", ("「個票を印刷」を押すと、選んだ取組の印刷が開きます。",)),
    ),
}
"""What a role does, step by step."""

HOW: Final = "使い方"
GLOSSARY: Final = "用語集"
TABLES: Final = "表で見る"
KEYS_OF: Final = "キーの一覧"
STEPS: Final = "仕事の進め方"
SCREEN: Final = "画面"
SCREEN_HEAD, KEY_HEAD, DOES_HEAD = "画面", "キー", "すること"
ALL_SCREENS: Final = "すべての画面"
NO_TERMS: Final = "この計画には用語集がありません。"
USED_IN: Final = "使われている取組"
USED_NOWHERE: Final = "取組の文には出てきません。"
NO_TABLE: Final = "まだ回がありません。回ができると、ここで表を読めます。"
ABOUT_TABLES: Final = "ボードと同じ内容を、表で読めます。"
SEARCH_TERMS: Final = "用語をさがす（Ctrl+F）"
BACK: Final = "もとの画面へ戻る"
TABLE_WORDS: Final[dict[str, str]] = {
    "board": "ボード",
    "roadmap": "道のり",
    "trend": "推移",
    "agenda": "次第",
    "actions": "宿題",
}


def no_term(typed: str) -> str:
    """No term fits what was typed."""
    return f"「{typed}」に合う用語はありません。"


def used_in_more(count: int) -> str:
    """So many more initiatives use the term than are named."""
    return f"ほかに{count}件の取組の文にも出てきます。"
