"""What the reply form as a spreadsheet says, and what is said about one that cannot be taken in."""

from __future__ import annotations

from typing import Final

DISCUSS_WORDS: Final[tuple[tuple[str, str], ...]] = (
    ("none", "報告でよい"),
    ("discuss", "協議したい"),
    ("decide", "決めてほしい"),
)
"""What can be chosen in 会議で協議, by its key."""

FORM_NAME: Final = "進捗状況　回答票"
WHO: Final = "記入者"
HEAD: Final = "所属長"
CONFIRMED: Final = "確認日"
PICK: Final = "リストから選んでください。"
PICK_TITLE: Final = "リストにない言葉です"
PREVIOUS_VALUE: Final = "前回"
TARGET: Final = "目標"

GUIDE: Final[tuple[str, ...]] = (
    "1　黄色の欄に書いてください。「今の状況」と「今回の実績」は必ず書きます。動きがなければ「動きなし」でかまいません。",
    "2　状況・段階・会議で協議は、欄を選んで▼から選びます。文は1欄{guide}字が目安です（超えると色が変わります）。",
    "3　この課に当てはまらない取組は、状況で「{na}」を選ぶだけでかまいません。測れない指標は「―」と書きます。",
    "4　並べ替えや行の追加をしてもかまいません。書き終えたら保存し、このファイルのまま{due}までに事務局へ返してください。",
)
"""記入の手引: what stands above the rows."""

NEXT_YEAR_GUIDE: Final[tuple[str, ...]] = (
    "5　「次年度の方向性」は▼から選びます。「次年度の予算」は千円単位の額か、「要求しない」「額は未定」と書きます。",
)
"""What is added where the cycle asks about the next fiscal year."""

DIRECTION_GUIDE: Final = (
    "6　{none}の取組は、方向性を選ばなくてかまいません。選ばなかった{left}の取組の方向性は、会議で決めます。"
)
"""What is added where a direction has to be chosen."""

FORM_SENTENCES: Final[dict[str, str]] = {
    # the file as a whole
    "reply_form.not_a_workbook": "「{file}」は表計算のファイルではありません。何も取り込んでいません。回答票のファイルを選んでください。",
    "reply_form.other_format": "「{file}」の形式は読めません。何も取り込んでいません。Excelで開き、.xlsx で保存し直してください。",
    "reply_form.locked": "「{file}」にはパスワードがかかっています。何も取り込んでいません。パスワードを外して保存し直してください。",
    "reply_form.macros": "「{file}」にはマクロが入っています。開いていません。元の回答票に書き写して、.xlsx で保存してください。",
    "reply_form.too_big": "「{file}」は{limit}MBより大きいため読めません。写真などを外して、保存し直してください。",
    "reply_form.unpacked": "「{file}」は広げると大きくなりすぎます。開いていません。元の回答票に書き写してください。",
    "reply_form.far_cell": (
        "「{file}」の{sheet}シートでは、離れたところ（{cell}）に文字があります。何も取り込んでいません。"
        "そこの行と列を削除して、保存し直してください。"
    ),
    "reply_form.too_many_cells": "「{file}」には文字のある欄や結合した欄が多すぎます。何も取り込んでいません。ほかのシートを削除してください。",
    "reply_form.too_slow": "「{file}」は{limit}秒で読み終わりません。読むのをやめました。元の回答票に書き写してください。",
    "reply_form.stopped": "「{file}」は読んでいる途中で止まりました。何も変えていません。元の回答票に書き写してください。",
    "reply_form.damaged": "「{file}」は壊れています。何も取り込んでいません。Excelで開いて、保存し直してください。",
    "reply_form.not_a_form": (
        "「{file}」は回答票として読めません（隠れた番号がありません）。何も取り込んでいません。"
        "事務局が渡した回答票に書き写してください。"
    ),
    "reply_form.no_columns": (
        "「{file}」では、見出しの上の隠れた行がなくなっています。何も取り込んでいません。"
        "事務局が渡した回答票に書き写してください。"
    ),
    "reply_form.altered": (
        "「{file}」の隠れた番号が書き換わっています。何も取り込んでいません。事務局が渡した回答票に書き写してください。"
    ),
    "reply_form.several": "「{file}」には別の回答票のシートが入っています。何も取り込んでいません。1つずつのファイルに分けてください。",
    "reply_form.newer": "「{file}」は新しい版のdxdeskでつくられています。何も取り込んでいません。このPCのdxdeskを新しくしてください。",
    "reply_form.other_database": "「{file}」は別の町のデータベースの回答票です。何も取り込んでいません。ファイルを確かめてください。",
    "reply_form.other_plan": "「{file}」は別の計画の回答票です。何も取り込んでいません。ファイルを確かめてください。",
    "reply_form.other_cycle": "「{file}」は別の回の回答票です。何も取り込んでいません。今の回の回答票を渡し直してください。",
    "reply_form.other_department": "「{file}」の課には照会していません。何も取り込んでいません。ファイルを確かめてください。",
    "reply_form.invalid": "「{file}」に直すところが{count}か所あります。下のところを直して、もう一度取り込んでください。",
    # a row or a cell
    "reply_form.not_asked": "取組{code}は、この課に聞いていません。ファイルを確かめてください。",
    "reply_form.row_without_stamp": (
        "「{text}」の行は隠れた番号が消えていて、どの取組か分かりません。元の回答票の同じ取組の行に書き写してください。"
    ),
    "reply_form.row_mixed": (
        "「{text}」の行は、名前と隠れた番号が合いません。一部の列だけを並べ替えたか、別の回答票から貼られています。"
        "元の回答票に書き写してください。"
    ),
    "reply_form.row_twice": "「{text}」の行が{other}にもあり、内容が違います。どちらかの行を消してください。",
    "reply_form.emptied": (
        "前に答えた行が、すべて空になっています。取り下げるのかを課に確かめてください。前の回答はそのままです。"
    ),
    "reply_form.formula": "数式が入っています。数式の結果を、文字で書き直してください。",
    "reply_form.merged": "ほかの行のセルと結合されています。結合を解いて、行ごとに書いてください。",
    "reply_form.broken_value": "計算できなかった印（#N/A など）が入っています。文字で書き直してください。",
    "reply_form.share": "「{text}」は割合の数です。{percent}%のことなら、「{percent}%」と文字で書き直してください。",
    "reply_form.discuss": "会議で協議「{text}」は選べません。{choices} のどれかにしてください。",
    "reply_form.confirmed": "確認日「{text}」は日付として読めません。「2月13日」のように書き直してください。",
}
