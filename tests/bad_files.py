"""Everything that can be the matter with a file that arrives, as bytes: spoilt, foreign, hostile, and signed all the
same by somebody who was given a key."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dxdesk.desk import Desk
from dxdesk.domain.packages import Stamp
from dxdesk.domain.records import canonical
from dxdesk.exchange.package_body import body_text
from dxdesk.exchange.package_text import bound, write_text
from dxdesk.exchange.sealing import encode, public_of, seal, sign
from dxdesk.operations.sending import PackageFile
from dxdesk.store.queries import packages
from tests.exchange import package_samples
from tests.exchange.form_parts import FORM, FORM_PARTS, OPEN_DOCUMENT, SHEET, compound, packed, with_sheet
from tests.post import newest

MIB = 1024 * 1024
REASONS = {
    "1文字ちがう": "封が開きません", "見出しがちがう": "封が開きません", "切れた": "途中で切れています",
    "見出しだけ": "途中で切れています", "cp932": "文字コードが変わっています", "UTF-16": "文字コードが変わっています",
    "4MiBと1": "4MBより大きい", "空": "中身が空", "圧縮": "圧縮されたファイル", "実行": "プログラムのファイル",
    "べつの町": "隣町の回答", "署名した版2": "新しい版のdxdesk", "署名した未知の欄": "知らない項目",
    "署名した別の計画": "別の計画", "署名した別の課": "鍵の課", "署名した別の回": "別の回の記録",
    "署名した長い文": "4000文字まで", "署名した101行": "100行まで", "署名した制御文字": "U+0007",
    "署名した半分の文字": "U+D83D", "署名したNaN": "決まった形になっていません",
    "署名した二重の欄": "決まった形になっていません", "署名した深い入れ子": "重なりが深すぎ",
    "署名した文でないもの": "決まった形になっていません",
    "マクロ.xlsx": "マクロが入っています", "マクロ.xlsm": "マクロが入っています",
    "古いマクロ.xls": "マクロが入っています", "マクロ.ods": "マクロが入っています",
    "爆弾.xlsx": "大きくなりすぎます", "果ての升目.xlsx": "XFD1048576", "隠しシートがない.xlsx": "壊れています",
    "半分.xlsx": "壊れています", "よその町.xlsx": "別の町", "文書.xlsx": "表計算のファイルではありません",
    "空.xlsx": "中身が空", "文字.xlsx": "表計算のファイルではありません",
}  # fmt: skip


def write_bad_files(folder: Path, tax: Desk, made: PackageFile) -> tuple[Path, ...]:
    """Each of them as a file in a new folder, made of a good reply and the key it was signed with."""
    folder.mkdir()
    files = {f"{name}.dxd": content for name, content in _packages(tax, made).items()} | _workbooks()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return tuple(sorted(folder.iterdir()))


def reasons(files: Sequence[Path]) -> dict[str, str]:
    """By the name of each file what has to stand in the reason it is refused for."""
    return {each.name: REASONS[each.stem if each.suffix == ".dxd" else each.name] for each in files}


def _packages(tax: Desk, made: PackageFile) -> dict[str, bytes]:
    whole = made.content
    last = len(whole) - 200
    return {
        "1文字ちがう": whole[:last] + (b"A" if whole[last : last + 1] != b"A" else b"B") + whole[last + 1 :],
        "見出しがちがう": whole.replace("件数: 1".encode(), "件数: 2".encode()),
        "切れた": whole[:-400],
        "見出しだけ": whole.partition(b"\r\n\r\n")[0],
        "cp932": whole.decode().encode("cp932"),
        "UTF-16": whole.decode().encode("utf-16"),
        "4MiBと1": whole + b" " * (4 * MIB + 1 - len(whole)),
        "空": b"",
        "圧縮": packed({"回答.dxd": whole}),
        "実行": b"MZ" + bytes(1000),
        "べつの町": package_samples.written("reply", head=package_samples.head("reply", town="隣町"))[0],
        "署名した版2": _signed(tax, made, lambda record: record.update(format=2)),
        "署名した未知の欄": _signed(tax, made, lambda record: record["body"].update(future=1)),
        "署名した別の計画": _signed(tax, made, lambda record: record.update(plan=package_samples.NUMBER)),
        "署名した別の課": _signed(tax, made, lambda record: record.update(department=package_samples.NUMBER)),
        "署名した別の回": _signed(tax, made, lambda record: record.update(cycle=package_samples.NUMBER)),
        "署名した長い文": _signed(tax, made, lambda record: _results(record, "あ" * 4001)),
        "署名した101行": _signed(tax, made, lambda record: _results(record, "行\n" * 101)),
        "署名した制御文字": _signed(tax, made, lambda record: _results(record, "音\x07")),
        "署名した半分の文字": _signed_text(tax, made, lambda text: text.replace("進めた。", "\\ud83d")),
        "署名したNaN": _signed_text(tax, made, lambda text: text.replace('"late":false', '"late":NaN')),
        "署名した二重の欄": _signed_text(tax, made, lambda text: text.replace("{", '{"format":1,', 1)),
        "署名した深い入れ子": _signed_text(tax, made, lambda _: "[" * 100_000),
        "署名した文でないもの": _signed_text(tax, made, lambda _: "null"),
    }


def _workbooks() -> dict[str, bytes]:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    book = packed({**FORM_PARTS, "xl/vbaProject.bin": b"x"})
    return {
        "マクロ.xlsx": book,
        "マクロ.xlsm": book,
        "古いマクロ.xls": compound("Workbook", "_VBA_PROJECT_CUR"),
        "マクロ.ods": packed({"mimetype": OPEN_DOCUMENT.encode(), "Basic/Standard/Module1.xml": b"<x/>"}),
        "爆弾.xlsx": packed({**FORM_PARTS, SHEET: b" " * (64 * MIB)}),
        "果ての升目.xlsx": with_sheet("</sheetData>", far),
        "隠しシートがない.xlsx": packed({k: v for k, v in FORM_PARTS.items() if k != "xl/worksheets/sheet2.xml"}),
        "半分.xlsx": FORM[: len(FORM) // 2],
        "よその町.xlsx": FORM,
        "文書.xlsx": packed({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"}),
        "空.xlsx": b"",
        "文字.xlsx": "番号,取組\r\n".encode("cp932"),
    }


def _results(record: dict[str, Any], text: str) -> None:
    record["body"]["revisions"][0]["content"]["results"] = text


def _signed(tax: Desk, made: PackageFile, spoil: Callable[[dict[str, Any]], object]) -> bytes:
    record = json.loads(_content(made))
    spoil(record)
    return _seal(tax, made.package.stamp, canonical(record))


def _signed_text(tax: Desk, made: PackageFile, spoil: Callable[[str], str]) -> bytes:
    return _seal(tax, made.package.stamp, spoil(_content(made)))


def _content(made: PackageFile) -> str:
    stamp = made.package.stamp
    record = {**vars(stamp), "head": vars(stamp.head), "body": json.loads(body_text(made.package.body))}
    return canonical(record)


def _seal(tax: Desk, stamp: Stamp, text: str) -> bytes:
    """Whatever stands in it, sealed and signed with the key that the department was sent."""
    (key, *_), sender = tax.ask(packages.reply_keys_of, newest(tax).id), tax.ask(packages.keys)
    assert key.private is not None
    assert sender is not None
    content = text.encode("utf-8", "surrogatepass")
    signature = sign(content, key.private)
    inner = canonical({"body": encode(content), "key": public_of(key.private), "signature": signature}).encode()
    return write_text(stamp.head, seal(inner, sender.opening_public, bound(stamp.head)))
