"""What people read about asking, handing over and taking in."""

from __future__ import annotations

from typing import Final

from dxdesk.domain.arrivals import Reason, RowKind

EXCHANGE: Final[dict[str, str]] = {
    # the secretariat's keys
    "keys.none": "このデータベースからはまだ照会していません。受け取れる回答ファイルはありません。照会ファイルをつくってください。",
    "keys.locked": "事務局の鍵は合言葉で閉じてあります。何も変えていません。合言葉を入れてください。",
    "keys.passphrase": "合言葉が違います。何も変えていません。もう一度入れてください。",
    "keys.length": "合言葉は1文字から{limit}文字までです。決め直してください。",
    "keys.liaison": "このデータベースは課のものです。照会は事務局のデータベースでつくってください。",
    # asking
    "inquire.where": "照会ファイルを置く場所が決まっていません。何もつくっていません。--out か、設定の受け渡しフォルダで決めてください。",
    "inquire.not_asked": "{department}にはこの回で照会していません。何もつくっていません。課を選び直してください。",
    "view.no_cycle": "回がまだありません。何もつくっていません。回をつくってから見せてください。",
    # what the secretariat sends, opened at a department
    "receive.inquiry_first": "これは照会ファイルではありません。何もつくっていません。先に照会ファイルを開いてください。",
    "receive.reply": "これは課から事務局への回答ファイルです。中は事務局だけが開けます。事務局へ渡してください。",
    "receive.secretariat": "事務局のデータベースを開いています。何も変えていません。課のデータベースで開いてください。",
    "receive.other_town": "これは{town}の事務局からのファイルです。いま開いているのは{own}のものです。別のデータベースで開いてください。",
    "receive.other_key": "事務局の鍵が、前に届いたファイルと違います。何も変えていません。事務局に、鍵が替わったかを電話で確かめてください。",
    "receive.other_plan": "照会の中の計画「{title}」が、ファイルの計画と違います。何も変えていません。事務局にもう一度つくってもらってください。",
    "receive.beside_inquiry": "これは閲覧用のファイルです。答えるためのデータベースには入れられません。新しく開いてください。",
    "receive.beside_view": "これは照会ファイルです。見るだけのデータベースには入れられません。新しく開いてください。",
    "receive.other_department": "これはほかの課へのファイルです。何も変えていません。その課のデータベースで開いてください。",
    "receive.no_inquiry": "{cycle}の照会をまだ開いていません。何も変えていません。先にその照会ファイルを開いてください。",
    # handing over
    "hand_over.secretariat": "事務局のデータベースでは、提出した回答がそのまま届いています。渡すファイルは要りません。",
    "hand_over.no_inquiry": "{department}あての照会ファイルがこのデータベースにありません。課を確かめるか、照会ファイルを開いてください。",
    "hand_over.nothing": "{department}の回答はまだ1件もありません。書いて提出してから渡してください。",
    "hand_over.where": "回答ファイルを置く場所が決まっていません。提出はしてあります。--out か、設定の受け渡しフォルダで決めてください。",
    "hand_over.which": "どの課の回答を渡すか決まりません（{near}）。--department で課を1つ書いてください。",
    # taking in
    "take_in.no_file": "取り込むファイルがありません。回答ファイルか、設定の受け渡しフォルダを決めてください。",
    "take_in.not_a_reply": "これは{kind}のファイルです。取り込めるのは回答ファイルだけです。回答ファイルを選んでください。",
    "take_in.other_town": "これは{town}の回答です。このデータベースは{own}のものです。ファイルはそのままです。送り先を確かめてください。",
    "take_in.other_plan": "これは別の計画（{plan}）の回答です。ファイルはそのままです。送り先を確かめてください。",
    "take_in.other_cycle": "鍵の回と、書いてある回（{cycle}）が違います。取り込んでいません。課にもう一度つくってもらってください。",
    "take_in.other_department": "鍵の課と、書いてある課（{department}）が違います。取り込んでいません。課にもう一度つくってもらってください。",
    "take_in.unknown_key": "この事務局の照会に答えたファイルではありません。取り込んでいません。新しい照会ファイルで答えてもらってください。",
    "arrival.other_department": "ほかの課の回答が{count}件入っています。取り込んでいません。課にもう一度つくってもらってください。",
    "arrival.unknown_unit": "計画にない取組の回答が{count}件入っています。取り込んでいません。課にもう一度つくってもらってください。",
    "arrival.not_theirs": "課にはできない記録が{count}件入っています。取り込んでいません。課にもう一度つくってもらってください。",
    # taking back
    "cancel.unknown": "「{package}」という取り込みはありません。何も変えていません。操作の履歴で確かめてください。",
    "cancel.which": "「{package}」という取り込みは{count}件あります（{near}）。何も変えていません。番号で書いてください。",
    "cancel.already": "この取り込み（{file}）はもう取り消してあります。変わりはありません。もう一度取り込めます。",
    "cancel.settled": "この取り込みは取り消せません。{places}のくいちがいを直したあとです。文を直すときは、差し戻すか代わりに記入してください。",
    "cancel.consolidated": "この取り込みは取り消せません。{places}に使ったあとです。文を直すときは、取りまとめを直してください。",
    "cancel.built_on": "この取り込みは取り消せません。{places}を、事務局で直したあとです。文を直すときは、差し戻すか代わりに記入してください。",
    "cancel.reviewed": "この取り込みは取り消せません。{places}を受理か差戻しにしたあとです。文を直すときは、差し戻すか代わりに記入してください。",
    "waiting.nothing": "{place}に、前の版を待っている回答はありません。何も変えていません。回収で確かめてください。",
    "carry.no_unit": "{cycle}の計画に、この取組はありません。何も変えていません。取組の一覧で今の番号を確かめてください。",
    "carry.nothing": "次の回へ回せる期限後の回答がありません。何も変えていません。取り込みの確認で確かめてください。",
    "carry.begun": "{cycle}の{place}には、もう書いたものがあります。何も変えていません。そちらを直してください。",
    # what goes back
    "undo.packed": "{place}の差戻しは取り消せません。差戻しファイルをつくったあとです。答えが届いたら受理してください。",
    "deliver.nothing": "{department}に知らせることはまだありません。何もつくっていません。差し戻しか席上修正のあとでつくってください。",
    "arrival.unreadable": "ファイル「{file}」を読めません。ほかのファイルはそのまま扱います。場所と名前を確かめてください。",
}

ROW_KINDS: Final[dict[RowKind, str]] = {
    "new": "新しい",
    "additional": "追加",
    "conflict": "くいちがい",
    "same": "同じ",
    "late": "期限後",
    "waiting": "待ち",
    "unreadable": "読めない",
}

_REASONS: Final[dict[Reason, str]] = {
    "older": "前の版です。今の内容は変わりません",
    "confirmed": "所属長の確認が加わりました",
    "withdrawn": "取り下げです",
    "late": "この回は締切済みです。預かります",
    "waiting": "前の版がまだ届いていません。届くまで預かります",
    "not_asked": "この課には今は照会していません。預かります",
    "conflict": "いまの文と届いた文がちがいます",
    "taken": "取り込み済み",
}

RESULTS: Final[dict[str, str]] = {
    "taken": "取り込みました。",
    "duplicate": "",
    "held": "預かりました。",
    "refused": "",
}
WOULD_BE: Final[dict[str, str]] = {
    "takeable": "取り込めます（まだ何も書いていません）。",
    "held": "取り込むと預かります（まだ何も書いていません）。",
    "duplicate": "",
}
"""What a look without writing says of a file."""


def row_reason(kind: RowKind, reason: Reason | None) -> str:
    """Why a row is of its kind, for people; of an additional answer without a reason of its own, that."""
    if reason is not None:
        return _REASONS[reason]
    return "前の回答に続く回答です" if kind == "additional" else ""


def way_back(number: str) -> str:
    """How a taking in is taken back by command."""
    return f"番号 {number}（取り消すとき：take-in --undo {number}）"


def receipt_put(path: str) -> str:
    """Where the 受領票 lies."""
    return f"課に知らせる受領票を置きました：{path}"


def files_made(files: int, forms: int) -> str:
    """What asking made: files of departments, and the forms as spreadsheets beside them."""
    return f"照会ファイルを{files}件" + (f"、Excelの回答票を{forms}件" if forms else "") + "つくりました。"


NOTHING_ARRIVED: Final = "受け渡しフォルダに、取り込む回答はありません。"


def answers_too(department: str) -> str:
    """What a 照会 of one more department changed on this PC."""
    return f"このデータベースは、{department}の分にも答えるようになりました。"
