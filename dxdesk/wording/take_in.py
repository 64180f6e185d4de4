"""What 取り込みの確認 says, and what the other screens say of files that have arrived."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from dxdesk.domain.arrivals import ArrivalRow
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.sheets import cycle_short_name
from dxdesk.wording.collect import CONFIRMED_HEAD
from dxdesk.wording.exchange import row_reason
from dxdesk.wording.sentences import FIELDS, problem_words

TITLE: Final = "取り込みの確認"
NOTHING_WRITTEN: Final = "まだ何も書き込んでいません"
FILES_HEAD: Final = "届いたファイル"
COLUMNS: Final = ("取組", "前回 → 今回", "種類", "わけ・すること")
READING: Final = "ファイルを読んでいます…"
TAKING: Final = "取り込んでいます…"
NOTHING_TAKEN: Final = "まだ何も取り込んでいません。ファイルはそのままです。"
STAYS: Final = "読めないファイルはそのまま残ります。ほかのファイルは取り込めます。"
STAYS_ALONE: Final = "読めないファイルはそのまま残ります。送り主に、もう一度送ってもらってください。"
ADD_FILES: Final = "ファイルを選ぶ"
CHOOSE_FILES: Final = "取り込む回答ファイルを選ぶ"
FILE_KINDS: Final = "回答ファイル・回答票 (*.dxd *.xlsx *.xls *.ods);;すべてのファイル (*)"
SEE_WHY: Final = "わけを見る"
WHY_HEAD: Final = "読めないわけ"
UNKNOWN_DEPARTMENT: Final = "課のわからないファイル"
CANNOT_OPEN: Final = "開けないファイル"
ASK_AGAIN: Final = "もう一度もらってください"
HELD_FILE: Final = "預かり"
BY_EXCEL: Final = "Excelで受領"
OLDER_FILE: Final = "新しいファイルに入っています"
TAKEN_BACK: Final = "取り消した取り込みです"
WITHDRAWN: Final = "取り下げ"
NO_STATUS: Final = "―"
EMPTIED: Final = "空にした"
NOT_WRITTEN: Final = "（記入なし）"
OF_SECRETARIAT: Final = "事務局で直した文とちがいます"
CONFLICT_TEXT: Final = "いまの文と、届いた文がちがいます。取り込んだあとで、どちらを使うか選びます。"
CONFLICT_OURS: Final = "事務局で直した文と、届いた文がちがいます。取り込んだあとで、どちらを使うか選びます。"
BEFORE_IT: Final = "直す前"
"""What an answer was in the same cycle, before the one that follows it."""
CORRECTS_ACCEPTED: Final = "受理した回答を直しています"
NO_BEFORE: Final = "前回の記入はありません（初めての回です）"
IN_ORDER: Final = "届いた順に見る"
BY_DEPARTMENT: Final = "課ごとに見る"
UNTIL_ACCEPTED: Final = "受理する前なら、操作の履歴から取り消せます"
NOTHING_TO_TAKE: Final = "取り込むものはありません"
BACK: Final = "‹ 回収へ戻る"
SEE_ANSWER: Final = "回答を見る（Enter）"
CLEAR_FILTER: Final = "条件を消す"
NOTHING_FITS: Final = "この種類の回答はありません。"
REOPEN: Final = "理由を書いて開け直す"

NOTHING_ARRIVED: Final = "届いたファイルはありません。"
NOTHING_ARRIVED_MORE: Final = "回答ファイルをこの画面に置くか、「ファイルを選ぶ」で選んでください。"
NO_FOLDER_MORE: Final = (
    "回答ファイルをこの画面に置くか、「ファイルを選ぶ」で選んでください。"
    "受け渡しフォルダを決めておくと、届いたファイルがここに出ます。「設定と控え」で決められます。"
)
ALL_SAME: Final = "どの回答も取り込み済みです。変わりはありません。"
ONLY_HELD: Final = "いま取り込める回答はありません。届いたものは預かっています。"
CANNOT_TAKE: Final = "見るだけで開いているため、取り込めません。"

PLACE_RECEIPTS: Final = "受領票を置く"
RECEIPTS_WHERE: Final = "受領票を置くフォルダを選ぶ"
FOLDER_AWAY: Final = "共有フォルダにつながりません。届いたファイルは、つながってから出ます。"
LOOK_INSIDE: Final = "内容を確かめて取り込む"
HELD_CHIP: Final = "預かり"
HELD_HERE: Final = "預かっている回答があります。取り込みの確認で取り込めます。"
LOOK_AT_HELD: Final = "内容を確かめる"
WITHOUT_EARLIER: Final = "前の版なしで使う"
WAITING_MORE: Final = f"預かったあと、回収で「{WITHOUT_EARLIER}」を選べます。"
USED_WITHOUT: Final = "届いている版を使います。受理はこれからです。"
CARRY_OVER: Final = "次の回へ回す"
CARRIED_OVER: Final = "次の回の書きかけにしました。代わりに記入する画面で続けられます。"
TAKE_LAST_BACK: Final = "直前の取り込みを取り消す"
CANCEL_TAKING: Final = "この取り込みを取り消す"
TAKE_AGAIN: Final = "もう一度取り込む"
TAKEN_BACK_FILE: Final = "取り消し"
SEE_ACCEPTED: Final = "回収で確かめる"
NOT_FOR_HERE: Final = "このファイルはここでは使えません。回答ファイルか、Excelの回答票を置いてください。"


SAMPLE_FOLDER: Final = "届いた回答"
"""Where the files of the sample year lie, beside its database."""
SAMPLE_WAITING: Final = "前の版のない回答"
"""Where the reply of the sample year lies whose earlier version never came."""
SAMPLE_SHARE: Final = "受け渡し"
"""The exchange folder of a sample to practise with, beside its databases."""


MOST_NAMED: Final = 3
"""So many departments are named whose files have come in; of more only the files are counted."""


def arrived_words(count: int, unreadable: int = 0, departments: Sequence[str] = ()) -> str:
    """What the band says when files have come in, and from whom; ``unreadable`` are among them."""
    if count == unreadable:
        return f"読めない回答ファイルが{count}件届いています。"
    whose = "・".join(departments) if len(departments) <= MOST_NAMED else ""
    return f"回答ファイルが{count}件届いています。{whose}"


def left_aside(name: str, more: int) -> str:
    """Files dropped beside others that were opened."""
    others = f"ほか{more}件" if more else ""
    return f"「{name}」{others}は開いていません。1つずつ置いてください。"


def files_words(count: int) -> str:
    """The head of the list of files."""
    return f"{FILES_HEAD}　{count}件"


def moment_words(moment: str) -> str:
    """1月28日 10:12 for an ISO moment, in the zone of this computer; empty for what is none."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return ""
    return f"{local.month}月{local.day}日 {local.hour}:{local:%M}"


def day_words(moment: str) -> str:
    """1月28日."""
    return moment_words(moment).partition(" ")[0]


def confirmed_words(title: str | None, name: str | None, moment: str) -> str:
    """Who confirmed an answer and on which day: 所属長確認 課長 髙橋（1月30日）."""
    who = " ".join(each for each in (title, name) if each)
    return f"{CONFIRMED_HEAD}　{who}（{day_words(moment)}）"


def clock_words(days: int) -> str:
    """By how many days the sender's clock is off."""
    return f"時計が{abs(days)}日ずれています"


NUMBER_USED: Final = "番号が前のファイルと同じですが、中身は別です"


def reason_words(
    row: ArrivalRow, cycle: Cycle, *, other: bool, before: str | None, ours: bool, accepted: bool = False
) -> str:
    """Why a row is of its kind, in one line; ``other``: of another cycle than the one that is shown, ``before``: when
    the same package was taken in, ``ours``: it differs from what was put right here, ``accepted``: it follows an
    answer that was accepted."""
    if row.problem is not None:
        where = f"{row.problem.place}：" if row.problem.place not in FIELDS else ""
        return f"{where}{problem_words(row.problem)}"
    if row.kind == "late" and other:
        return f"{cycle_short_name(cycle)}は締切済みです。預かります"
    if row.kind == "same" and before:
        return f"取り込み済み（{day_words(before)}）"
    if row.kind == "conflict" and ours:
        return OF_SECRETARIAT
    words = CORRECTS_ACCEPTED if accepted and row.reason is None else row_reason(row.kind, row.reason)
    return f"{cycle_short_name(cycle)}　{words}".strip() if other else words


def emptied_words(names: Sequence[str]) -> str:
    """What an answer leaves out that had been said before; empty for nothing."""
    return f"{'・'.join(names)}を{EMPTIED}" if names else ""


def problem_lines(problem: Exception) -> tuple[str, ...]:
    """Everything that is the matter with a file, each with its place."""
    found = []
    for each in getattr(problem, "problems", ()):
        place = each.place if each.place and each.place not in FIELDS else FIELDS.get(each.place, "")
        found.append(f"{place}：{problem_words(each)}" if place else problem_words(each))
    return tuple(found)


def problems_words(count: int) -> str:
    """The head of everything that is the matter with a file."""
    return f"直すところ　{count}件"


def left_file(name: str) -> str:
    """A form of which rows that cannot be read were left behind."""
    return f"受け渡しフォルダに残る {name}"


def take_words(answers: int, held: int, done: int) -> str:
    """The filled button: how many answers are taken in, else what it keeps, else what it puts away."""
    if answers:
        return f"{answers}件を取り込む"
    if held:
        return f"{held}件を預かる"
    return f"取込済へ移す（{done}件）" if done else NOTHING_TO_TAKE


def differs_words(count: int) -> str:
    """The head of the note about a くいちがい."""
    return f"くいちがい　{count}か所" if count else "くいちがい"


def taken_words(
    answers: int, held: int, conflicts: int, placed: int, refused: int, unreadable: int = 0, left_out: int = 0
) -> str:
    """What became of the files."""
    said = [f"{answers}件を取り込みました。"] if answers else []
    said += [f"{held}件を預かりました。"] if held else []
    said += ["新しく取り込むものはありませんでした。"] if not said and not refused else []
    said += [f"くいちがいが{conflicts}件あります。"] if conflicts else []
    said += (
        [f"読めない行が{unreadable}件あり、ファイルを残しました。課に直してもらってください。"] if unreadable else []
    )
    said += [f"ここにない事務局の記録{left_out}件は、取り込みませんでした。"] if left_out else []
    said += [f"受領票を{placed}件置きました。"] if placed else []
    said += [f"{refused}件のファイルは取り込めませんでした。"] if refused else []
    return "".join(said)


def placed_words(count: int) -> str:
    """The 受領票 lie where somebody wanted them."""
    return f"受領票を{count}件置きました。課に渡してください。"


def cancelled_words(count: int) -> str:
    """A taking in was taken back."""
    return f"{count}件の取り込みを取り消しました。いつでも取り込み直せます。"


def left_out_words(count: int) -> str:
    """So many records of files say that they are the secretariat's, which knows nothing of them; empty for none."""
    return f"事務局が書いたという記録が{count}件ありますが、ここにないので取り込みません。" if count else ""


def row_spoken(parts: Sequence[str]) -> str:
    """A row as it is read aloud."""
    return "、".join(each for each in parts if each)
