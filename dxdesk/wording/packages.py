"""What people read of a file from another PC that cannot be used: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import Final

PACKAGE_SENTENCES: Final[dict[str, str]] = {
    # not one of ours
    "package.empty": "中身が空のファイルです。何も取り込んでいません。送り主に、もう一度送ってもらってください。",
    "package.too_big": "{limit}MBより大きいため読めません。何も取り込んでいません。dxdeskのファイルかどうか確かめてください。",
    "package.archive": "圧縮されたファイルです。何も取り込んでいません。展開して、中の .dxd ファイルを選んでください。",
    "package.office": "ExcelやWordのファイルです。何も取り込んでいません。名前の終わりを元（.xlsx など）に戻してから選んでください。",
    "package.csv": "CSVのファイルです。何も取り込んでいません。Excelで開き、.xlsx で保存し直してください。",
    "receive.form": "Excelのファイルです。課では開けません。回答票なら、Excelで書いてそのまま事務局へ返してください。",
    "package.program": "プログラムのファイルです。開いていません。送り主に、何のファイルかを確かめてください。",
    "package.database": "データベースのファイルです。何も取り込んでいません。送り主がつくった .dxd ファイルを選んでください。",
    "package.pdf": "PDFのファイルです。何も取り込んでいません。いっしょに届いた .dxd ファイルを選んでください。",
    "package.encoding": "文字コードが変わっています。何も取り込んでいません。送り主に、保存し直す前のファイルを送ってもらってください。",
    "package.not_one": "dxdeskのファイルではありません。何も取り込んでいません。.dxd で終わるファイルを選んでください。",
    # newer than this program
    "package.newer": "新しい版のdxdeskでつくられています（形式{format}）。何も取り込んでいません。このPCのdxdeskを新しくしてください。",
    "package.newer_kind": "「{text}」という種類のファイルは、まだ読めません。何も取り込んでいません。このPCのdxdeskを新しくしてください。",
    "package.newer_field": "このdxdeskが知らない項目です。新しい版でつくられています。このPCのdxdeskを新しくしてください。",
    # changed on the way
    "package.cut": "ファイルが途中で切れています。何も取り込んでいません。送り主に、もう一度送ってもらってください。",
    "package.changed": "ファイルが途中で変えられています。何も取り込んでいません。送り主に、元のファイルを送ってもらってください。",
    "package.head": "見出しに読めないところが{count}件あります。何も取り込んでいません。送り主に、元のファイルを送ってもらってください。",
    "package.head_line": "「{text}」という行は読めません。元のファイルを使ってください。",
    "package.head_twice": "「{text}」の行が2つあります。元のファイルを使ってください。",
    "package.head_missing": "「{text}」の行がありません。元のファイルを使ってください。",
    "package.head_characters": "「{text}」に、使えない文字か長すぎる文があります。元のファイルを使ってください。",
    "package.head_differs": "見出しが中身と合いません。途中で変えられています。送り主に、元のファイルを送ってもらってください。",
    # sealed or locked
    "package.sealed": "この{kind}には、事務局だけが開ける封がしてあります。中身はそのままです。事務局のPCで開いてください。",
    "package.seal": (
        "封が開きません。別の相手に封をしたものか、途中で切れたり変わったりしたものです。何も取り込んでいません。"
        "送り主に宛先を確かめて、もう一度送ってもらってください。"
    ),
    "package.passphrase_needed": "合言葉がかかっています。中身はそのままです。事務局から聞いた合言葉を入れてください。",
    "package.passphrase": (
        "合言葉が合いません。中身はそのままです。合言葉を確かめて入れ直すか、ファイルをもう一度送ってもらってください。"
    ),
    # what is within
    "package.invalid": "中身に直すところが{count}件あります。何も取り込んでいません。送り主に、もう一度つくって送ってもらってください。",
    "package.form": "決まった形になっていません。送り主に、dxdeskでつくり直してもらってください。",
    "package.too_deep": "中身の重なりが深すぎて読めません。送り主に、dxdeskでつくり直してもらってください。",
    "package.character": "{position}文字目に使えない文字（{code_point}）があります。送り主に、その文字を直してもらってください。",
    "package.long_text": "{length}文字あります。送り主に、{limit}文字までに縮めてもらってください。",
    "package.many_lines": "{lines}行あります。送り主に、{limit}行までに縮めてもらってください。",
    "package.too_many": "{count}件あります。一度に読めるのは{limit}件までです。送り主に、dxdeskでつくり直してもらってください。",
    "package.other_cycle": "別の回の記録です。送り主に、その回の回答としてつくり直してもらってください。",
    # too big to be made
    "package.too_much": "{limit}MBを超えるため、ファイルをつくれません。記録はそのままです。文を短くして、もう一度つくってください。",
    "package.too_much_said": "記録が{limit}件を超えるため、ファイルをつくれません。記録はそのままです。事務局に伝えてください。",
}
