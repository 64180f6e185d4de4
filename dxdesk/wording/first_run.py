"""What はじめに says, from the first question to the town's own database. Each text stands here once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.room import Size

QUESTION: Final = "このパソコンで何をしますか"
CHANGED_LATER: Final = "あとから 設定 で変えられます"
NEXT_TIME: Final = "次からは、前に使ったデータがこの画面を通らずに開きます（見本を除きます）。"
ARROWS: Final = "↑↓←→ で選び、Enter で進みます"
TO_PREPARE: Final = "用意するもの"

CARDS: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    (
        "liaison",
        "記入する",
        "各課の推進員・協力員",
        "照会ファイルをひらいて、\n担当の取組に答えます。",
        "事務局からの照会ファイル（見本でも試せます）",
    ),
    (
        "secretariat",
        "事務局の仕事をする",
        "計画と会議をまとめる課",
        "計画を入れ、各課に照会し、\n会議と会議録までまとめます。",
        "計画の文書か、Excelから写す表（見本でも可）",
    ),
    (
        "reader",
        "見るだけ",
        "委員・町長・監査",
        "ボードと取組を見ます。\n書きかえることはありません。",
        "事務局から渡された閲覧ファイル",
    ),
)
"""The three cards: their key, name, whom they are for, what they do, and what is needed."""

TRY: Final = "見本で試す"
RESTORE: Final = "控えから元に戻す"
OPEN: Final = "前からあるデータをひらく"
BACK: Final = "‹ 戻る"
NEXT: Final = "次へ ›"
LATER: Final = "あとで決める"
FINISH: Final = "この内容ではじめる"
COPY: Final = "写して開く"
BROWSE: Final = "ファイルを選ぶ"
CONNECT: Final = "つなぐ"
CHANGE: Final = "変える"

WHICH_SAMPLE: Final = "どの町の計画で試しますか"
SAMPLE_ROLES: Final[tuple[tuple[ActorRole, str], ...]] = (
    ("liaison", "各課の担当として"),
    ("secretariat", "事務局として"),
    ("chair", "委員長として"),
    ("reader", "見るだけ"),
)
SAMPLES_ARE_INVENTED: Final = "回答・氏名・発言はすべて架空です。"

WHICH_FILE: Final[dict[str, str]] = {
    "liaison": "照会ファイルを選んでください",
    "reader": "見たい計画のデータを選んでください",
    "secretariat": "計画のデータを選んでください",
}
FILE_NOTE: Final[dict[str, str]] = {
    "liaison": "事務局から届いた照会ファイル（.dxd）です。計画のデータ（.db）からも記入できます。",
    "reader": "事務局から渡された閲覧ファイル（.dxd）か計画のデータ（.db）です。",
    "secretariat": "このパソコンにある計画のデータ（.db）を選びます。",
}
DROP_HERE: Final = "ここにファイルを置くか、"
NOT_ARRIVED: Final = "まだ届いていません（見本で試す）"
ADDRESS: Final = "町で共有するサーバにあるとき（アドレス）"
ADDRESS_EXAMPLE: Final = "例）postgresql+psycopg://dxdesk@server/dxdesk"
FILES: Final = "計画のデータ (*.db);;すべてのファイル (*)"
SENT_FILES: Final[dict[str, str]] = {
    "liaison": "照会ファイル (*.dxd);;計画のデータ (*.db);;すべてのファイル (*)",
    "reader": "閲覧ファイルと計画のデータ (*.dxd *.db);;すべてのファイル (*)",
    "secretariat": FILES,
}
BACKUP_FILES: Final = "控え (*.db);;すべてのファイル (*)"
PACK_FILES: Final = "計画ファイル (*.json);;すべてのファイル (*)"
READER_ROLES: Final[tuple[tuple[ActorRole, str], ...]] = (
    ("reader", "見るだけ（委員・町長・監査）"),
    ("chair", "委員長として会議を進める"),
)

WHO: Final = "課と名前を教えてください"
WHO_NOTE: Final = "課を選ぶと、記入が始まります。"
NAME: Final = "お名前"
NAME_EXAMPLE: Final = "例）佐藤"
NAME_MISSING: Final = "お名前を書いてください。回答に付きます。"
DEPARTMENT: Final = "課"
ENTRY_ROLES: Final[tuple[tuple[ActorRole, str], ...]] = (
    ("liaison", "担当（記入する）"),
    ("head", "課長（記入を確かめる）"),
)
NO_DEPARTMENTS: Final = "この計画にはまだ課がありません。事務局に、課の表を入れてもらってください。"

MAKING_SAMPLE: Final = "見本をつくっています。数秒かかります。"
OPENING: Final = "開いています。少しお待ちください。"
MAKING_TOWN: Final = "町のデータをつくっています。少しお待ちください。"
RESTORING: Final = "控えから元に戻しています。少しお待ちください。"

STEPS: Final = ("町", "計画", "課と委員", "会議室", "保存場所")

TOWN_TITLE: Final = "町と会議の名前"
TOWN_NOTE: Final = "空けておくと、次に選ぶ計画の名前を使います。"
TOWN: Final = "町の名前"
TOWN_EXAMPLE: Final = "例）見本町"
YEAR: Final = "はじめの年度"
MEETING: Final = "会議の名前"
MEETING_EXAMPLE: Final = "例）DX推進委員会"
SECOND_MEETING: Final = "もう1つの会議の名前（空けると計画のまま）"
SECOND_MEETING_EXAMPLE: Final = "例）DX推進本部"
SAME_MEETING: Final = "上の会議と同じ名前です。ちがう名前にするか、空けてください。"
NO_TOWN_NAME: Final = "町名未定"
NO_PLAN_TITLE: Final = "DX推進計画"
NO_MEETING_NAME: Final = "DX推進委員会"

PLAN_TITLE: Final = "計画"
PLAN_NOTE: Final = "あとから直せます。白紙から始めることもできます。"
FROM_FILE: Final = "計画ファイルから"
BLANK: Final = "白紙から"
BLANK_NOTE: Final = "軸と取組を、Excelから貼り付けられます。あとで書き足すこともできます。"
PACK_NOTE: Final = "計画ファイル（plan.json）を選ぶと、ここに中身が出ます。"
PACK_MISSING: Final = "計画ファイルを選んでください。"
PACK_UNREADABLE: Final = "このファイルは読めません。場所と名前を確かめてください。"
TITLE: Final = "計画の名前"
TITLE_EXAMPLE: Final = "例）見本町DX推進計画"
PERIOD: Final = "期間"
NO_END: Final = "終わりを決めない"
YEARS_REVERSED: Final = "終わりの年度が始まりより前です。どちらかを直してください。"

PEOPLE_TITLE: Final = "課と委員"
PEOPLE_NOTE: Final = "課は建制順、委員は職順に並べます。Alt+↑↓で動かせます。"
TABLES: Final[dict[str, str]] = {
    "departments": "課（建制順）",
    "groups": "課のまとまり",
    "members": "委員（職順）",
    "outline": "軸と取組",
}
EMPTY_TABLES: Final[dict[str, str]] = {
    "departments": "課の名前を、Excelから建制順に写して貼り付けます。",
    "groups": "「窓口の課」のように、まとめて呼ぶ課があれば加えます。",
    "members": "委員の名簿を、Excelから職順に写して貼り付けます。",
    "outline": "軸・取組・担当課の表を、Excelから写して貼り付けます。",
}

TO_PUT_RIGHT: Final = "直すところ"
PASTE: Final = "貼り付ける（Ctrl+V）"
ADD_ROW: Final = "行を加える"
REMOVE_ROW: Final = "行を消す"
UP: Final = "上へ"
DOWN: Final = "下へ"
KEPT_ROW: Final = "計画で使っている行は消せません。名前と順は直せます。"

ROOM_TITLE: Final = "会議室"
ROOM_NOTE: Final = "後ろの席から読める大きさを決めます。"
INCHES: Final = "画面の大きさ（型・インチ）"
METRES: Final = "いちばん後ろの席まで（m）"
ROOM_NUMBER: Final = "数で書いてください（{least:g}～{most:g}）。"
ROOM_UNKNOWN: Final = "2つとも書くと、文字の大きさをお知らせします。"
ADVICE: Final[dict[Size, str]] = {
    "標準": "標準の大きさで、後ろの席から読めます。",
    "大": "文字を「大」（1.15倍）にして映します。",
    "特大": "文字を「特大」（1.4倍）にして映します。",
    "配付": "この画面は後ろの席から読めません。資料の配付をおすすめします。",
}
TEST_SLIDE: Final = ("窓口の待ち時間を短くする", "要注意", "いちばん後ろの席から、この文が読めますか。")
TEST_SLIDE_NAME: Final = "投影の見本"

PLACE_TITLE: Final = "保存場所と控え"
PLACE_NOTE: Final = "ふだんはこのままで大丈夫です。"
PLACE: Final = "データを置く場所"
BACKUPS: Final = "控えを置く場所"
BACKUPS_NOTE: Final = "控えは30分ごとと、締めや取り込みの前にとります。"
PLACE_FITS: Final = "ここに置けます。"


def initiatives_of(count: int) -> str:
    """How large a plan is, in few words."""
    return f"{count}件の取組"


def counts_words(axes: int, initiatives: int, activities: int, departments: int) -> str:
    """What a plan holds."""
    parts = [f"軸 {axes}", f"取組 {initiatives}件"]
    if activities:
        parts.append(f"内容 {activities}行")
    return "　".join([*parts, f"名前の出る課 {departments}"])


def named_by_plan(town: str, meetings: Sequence[str]) -> str:
    """What a plan says that the person left open."""
    return f"町の名前と会議の名前は、計画のものを使います（{town}・{'・'.join(meetings) or '会議なし'}）。"


def other_town(typed: str, town: str) -> str:
    """The person wrote another town than the plan's."""
    return f"町の名前は、書いたとおり「{typed}」にします。この計画は{town}のものです。"


def outside_period(year: str, period: str) -> str:
    """The first year is not within the plan's period."""
    return f"{year}は、この計画の期間（{period}）に入りません。年度か計画を確かめてください。"


def rows_words(rows: int, problems: int) -> str:
    """How many rows a table has, and how many cells have to be put right."""
    return f"{rows}行　" + (f"直すところ {problems}か所" if problems else "直すところはありません")


def rows_stayed(count: int) -> str:
    """Rows that were there and not pasted again."""
    return f"貼り付けた表にない{count}行も残してあります。"


def member_hint(bodies: Sequence[str]) -> str:
    """What may be written into the columns 会議 and 立場 of the members' table."""
    meetings = "、".join(bodies) + ("（空けるとこれ）" if len(bodies) == 1 else "（名前の一部でも分かります）")
    return f"会議に書ける名前：{meetings}\n立場に書けることば：委員長、副委員長、委員（空けると委員）。本部長、座長なども。"


def left_out_words(headings: str) -> str:
    """Columns of a pasted table that were not taken."""
    return f"「{headings}」の列は使わないので、貼り付けていません。"


def copied(place: str) -> str:
    """Where a copy lies that was opened."""
    return f"手もとに写して開きました：{place}"


def copied_to(folder: str) -> str:
    """Where a copy would be put."""
    return f"写しは {folder} に置きます。元のファイルはそのままです。"


def restored(target: str, kept: str) -> str:
    """What was put back, and where that lies now which was there."""
    return f"控えから元に戻しました：{target}" + (f"（それまでのものは {kept}）" if kept else "")


def replaces(target: str) -> str:
    """Something is there already where a copy is put back."""
    return f"「{target}」には今のデータがあります。控えをとってから入れかえます。"
