"""The command that prints."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast

from dxdesk.cli import packets, reminders, sheets
from dxdesk.cli.context import Context, Reply
from dxdesk.cli.meetings_shown import place_words
from dxdesk.cli.movements import with_stale
from dxdesk.cli.options import Commands, key_of
from dxdesk.cli.words import choices
from dxdesk.desk import now
from dxdesk.documents.page import Printed
from dxdesk.domain.calendar import parse_date
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import IN_WORD, OF_CYCLE, WORKBOOKS, PrintKind, Wanted
from dxdesk.domain.schedules import Question
from dxdesk.operations.missing_glyphs import refuse_substitutes
from dxdesk.operations.printing_documents import document_text, document_word, document_workbook, print_document
from dxdesk.operations.printing_letters import text_file
from dxdesk.operations.reply_forms import form_file
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.output_files import write_file
from dxdesk.store.queries import cycles, finding
from dxdesk.wording.screen import STATUS_QUESTIONS

REPLY_FORM = "reply-form"
PAPERS: Mapping[str, str] = {
    "packet": "会議資料一式",
    "list": "進捗一覧表",
    "sheet": "個票",
    "actions": "宿題一覧",
    "summary": "総括",
    "schedule": "工程表",
    "indicators": "指標一覧",
    "directions": "方向性・予算要求一覧",
    "crosswalk": "国の項目との対応表",
    "glossary": "用語集",
    "guidance": "記入要領",
    "board": "ボード",
    "checklist": "点検表",
    "minutes": "会議録",
    "agenda": "次第",
    "approval": "伺い",
    "invitation": "開催通知",
    "circulation": "供覧",
    "script": "進行台本",
    "inquiry": "照会文",
    "reminder": "催促文",
    "missing": "未回答一覧",
    "confirmation": "確認票",
    "change-notice": "変更通知",
    "comparison": "新旧対照表",
    REPLY_FORM: "回答票",
}
"""The documents by their keys, with the names that people say for them."""
CHECKLISTS: Mapping[PrintKind, str] = {
    "preparation": "会議準備",
    "submission": "提出前",
    "action": "取組実行",
    "security": "情報セキュリティ",
    "year-end": "年度末",
    "day": "会議当日",
    "survey": "国の調査",
    "handwriting": "手書き",
}
OF_MEETINGS = ("approval", "invitation", "circulation", "packet", "minutes", "agenda", "script")
LETTERS = ("inquiry", "reminder", "missing", "confirmation")
WHOLE = ("change-notice", "comparison", "list", "board", *OF_CYCLE, "missing", *OF_MEETINGS)
WITHOUT_UNITS = ("actions", *LETTERS)
VARIANTS: Mapping[str, PrintKind] = {
    "full": "minutes", "abstract": "abstract", "gist": "gist", "public": "public",
}  # fmt: skip


def add_commands(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """print."""
    each = commands.add_parser(
        "print",
        help="文書をPDFにする（一覧表はExcel、会議録・照会文・開催通知はWord、催促文は文のファイルにも）",
        parents=[shared],
    )
    each.add_argument("kind", metavar="文書", help=choices(PAPERS))
    each.add_argument("--out", required=True, metavar="F.pdf|F.docx|F.xlsx|F.txt", help="つくるファイル")
    each.add_argument("--initiative", metavar="番号", help="取組の番号")
    each.add_argument(
        "--meeting",
        metavar="会議",
        default=argparse.SUPPRESS,
        help="会議のid、日付、会議体（会議の文書、会議当日の点検表）",
    )
    each.add_argument("--type", dest="checklist", default="preparation", metavar="種類", help=choices(CHECKLISTS))
    each.add_argument(
        "--variant",
        default="full",
        choices=tuple(VARIANTS),
        help="会議録の版（full 全部・abstract 議事要旨・gist 会議結果概要・public 公表用）",
    )
    each.add_argument("--template", metavar="F.docx", help="Wordにするときのひな形（なければ町のもの）")
    sheets.add_choices(each)
    packets.add_choices(each)
    reminders.add_choices(each)
    each.set_defaults(run=print_)


def _department(context: Context, chosen: argparse.Namespace) -> str | None:
    return context.desk.ask(finding.department, chosen.department).id if chosen.department else None


def _on_paper(_context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(chosen.kind, paper=chosen.paper)


def _sheet(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted("sheet", department=_department(context, chosen), unit=chosen.initiative)


def _of_cycle(_context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(chosen.kind)


def _actions(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted("actions", department=_department(context, chosen))


def _agenda(context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("agenda", meeting=context.meeting().id)


def _approval(context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("approval", meeting=context.meeting().id)


def _invitation(context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("invitation", meeting=context.meeting().id)


def _circulation(context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("circulation", meeting=context.meeting().id)


def _script(context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("script", meeting=context.meeting().id)


def _minutes(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted(VARIANTS[chosen.variant], meeting=context.meeting().id)


def _checklist(context: Context, chosen: argparse.Namespace) -> Wanted:
    kind = key_of(chosen.checklist, CHECKLISTS, "print.unknown", "type")
    meeting = context.meeting().id if kind == "day" and getattr(chosen, "meeting", None) else None
    return Wanted(kind, meeting=meeting, department=_department(context, chosen), unit=chosen.initiative)


def _place(context: Context) -> str:
    """The folder that letters name for the replies; empty where none was chosen."""
    return exchange_folder_of(context.desk.database_id)


def _inquiry(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted("inquiry", department=_department(context, chosen), place=_place(context))


def _reminder(context: Context, chosen: argparse.Namespace) -> Wanted:
    today = datetime.fromisoformat(now()).date()
    due = parse_date(chosen.due, "due", today=today) if chosen.due else None
    return Wanted("reminder", department=_department(context, chosen), due=due, place=_place(context))


def _missing(_context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("missing")


def _change_notice(_context: Context, _chosen: argparse.Namespace) -> Wanted:
    return Wanted("change-notice")


def _confirmation(context: Context, chosen: argparse.Namespace) -> Wanted:
    return Wanted("confirmation", department=_department(context, chosen))


PRINTERS: Mapping[str, Callable[[Context, argparse.Namespace], Wanted]] = {
    "packet": packets.wanted_packet,
    **dict.fromkeys(("list", "board"), _on_paper),
    "sheet": _sheet,
    "actions": _actions,
    **dict.fromkeys(OF_CYCLE, _of_cycle),
    "checklist": _checklist,
    "minutes": _minutes,
    "agenda": _agenda,
    "approval": _approval,
    "invitation": _invitation,
    "circulation": _circulation,
    "script": _script,
    "inquiry": _inquiry,
    "reminder": _reminder,
    "missing": _missing,
    "confirmation": _confirmation,
    "change-notice": _change_notice,
    "comparison": _of_cycle,
}
"""What is wanted by the word of the command."""


def _suffixes(kind: str) -> tuple[str, ...]:
    """What the file of a document can end with."""
    word, workbook = kind in IN_WORD, kind in WORKBOOKS
    also = ((".docx", word), (".xlsx", workbook), (".txt", kind == "reminder"))
    return (".pdf", *(suffix for suffix, made in also if made))


def printed_record(printed: Printed, file: str) -> dict[str, object]:
    """A print as JSON: the file, its pages, and every character no font has."""
    missing = [
        {"character": each.character, "code_point": each.code_point, "where": each.where} for each in printed.missing
    ]
    return {"file": file, "pages": printed.pages, "missing_glyphs": missing}


def _cycle_of(context: Context, wanted: Wanted) -> Cycle:
    """The cycle of the meeting that is meant, else the one that is named."""
    if wanted.meeting is not None:
        return context.desk.ask(cycles.cycle, context.meeting().cycle)
    return context.cycle(only_open=False)


def _file_without_pages(context: Context, wanted: Wanted, file: str) -> Reply:
    """A list as a spreadsheet, or a letter as plain text."""
    actor, cycle = context.desk.actor, context.cycle(only_open=False)
    if wanted.kind in WORKBOOKS:
        content, what = context.desk.ask(document_workbook, cycle, wanted.kind, actor, now()), "Excelの"
    else:
        content, what = text_file(context.desk.ask(document_text, cycle, wanted, actor, now())), "文の"
    write_file(Path(file), content)
    return Reply({"file": file, "pages": None, "missing_glyphs": []}, f"{what}ファイルをつくりました：{file}")


def _word(context: Context, wanted: Wanted, chosen: argparse.Namespace) -> Reply:
    """The minutes or a letter as a .docx, made from a form."""
    form = Path(chosen.template) if chosen.template else None
    cycle = _cycle_of(context, wanted)
    content = context.desk.ask(document_word, cycle, wanted, context.desk.actor, now(), form)
    write_file(Path(chosen.out), content)
    text = f"Wordのファイルをつくりました：{chosen.out}"
    if wanted.meeting is not None:
        text += f"（{place_words(context.meeting())}）"
    return Reply({"file": chosen.out, "pages": None, "missing_glyphs": []}, text)


def _reply_form(context: Context, chosen: argparse.Namespace) -> Reply:
    """The form in which a department without the program answers, as a spreadsheet."""
    if Path(chosen.out).suffix.lower() != ".xlsx":
        raise Problem("print.suffix_form", "out", {"file": chosen.out})
    if not chosen.department:
        raise Problem("department.empty", "department")
    department = context.desk.ask(finding.department, chosen.department)
    asks = cast("dict[Question, str]", STATUS_QUESTIONS)
    _, content = context.desk.ask(form_file, context.cycle(), department, now(), asks)
    write_file(Path(chosen.out), content)
    value = {"file": chosen.out, "pages": None, "missing_glyphs": []}
    return Reply(value, f"Excelの回答票をつくりました：{chosen.out}（{department.name}）")


def print_(context: Context, chosen: argparse.Namespace) -> Reply:
    """One document as PDF, a list as a spreadsheet too, 催促文 as plain text."""
    chosen.kind = key_of(chosen.kind, PAPERS, "print.unknown", "kind")
    if chosen.kind == REPLY_FORM:
        return _reply_form(context, chosen)
    suffix = Path(chosen.out).suffix.lower()
    if suffix not in (found := _suffixes(chosen.kind)):
        values = {"file": chosen.out, "kind": PAPERS[chosen.kind], "suffixes": "、".join(found)}
        raise Problem("print.suffix", "out", values)
    workbook, word, plain = suffix == ".xlsx", suffix == ".docx", suffix == ".txt"
    packets.check_choices(chosen, PAPERS[chosen.kind])
    sheets.check_choices(chosen, PAPERS[chosen.kind])
    reminders.check_choices(chosen, PAPERS[chosen.kind])
    if chosen.template and not word:
        raise Problem("form.no_word", "template", {"file": chosen.out})
    department = chosen.department and not context.desk.actor.departments
    if chosen.kind in WHOLE and (department or chosen.initiative):
        raise Problem("print.whole", "department" if department else "initiative", {"kind": chosen.kind})
    if chosen.kind in WITHOUT_UNITS and chosen.initiative:
        raise Problem("print.whole", "initiative", {"kind": chosen.kind})
    wanted = PRINTERS[chosen.kind](context, chosen)
    if word:
        return _also_sent(context, chosen, wanted, _word(context, wanted, chosen))
    if workbook or plain:
        return _also_sent(context, chosen, wanted, _file_without_pages(context, wanted, chosen.out))
    return _also_sent(context, chosen, wanted, _pdf(context, chosen, wanted))


def _pdf(context: Context, chosen: argparse.Namespace, wanted: Wanted) -> Reply:
    """The document on its pages; a packet says what it carries and, handed out, that this was recorded."""
    cycle, kept = _cycle_of(context, wanted), None
    if packets.hands_out(chosen):
        found = packets.handed_out(context, wanted, Path(chosen.out), substitutes=chosen.substitute)
        printed, kept = found.printed, found.outcome
    else:
        printed = context.desk.ask(print_document, cycle, wanted, context.desk.actor, now())
        if not chosen.substitute:
            refuse_substitutes(printed)
        write_file(Path(chosen.out), printed.pdf)
    warnings = [
        f"「{each.character}」（{each.code_point}）はどの書体にもありません：{each.where}" for each in printed.missing
    ]
    text = f"{printed.pages}ページのPDFをつくりました：{chosen.out}"
    if chosen.kind in OF_MEETINGS:
        text += f"（{place_words(context.meeting())}）"
    reply = Reply(printed_record(printed, chosen.out), text, warnings)
    if chosen.kind == "packet":
        return packets.told(context, wanted, reply, kept)
    return with_stale(context, cycle, reply) if chosen.kind == "summary" else reply


def _also_sent(context: Context, chosen: argparse.Namespace, wanted: Wanted, reply: Reply) -> Reply:
    """The reply with what is odd about a letter, once it is kept that it went out where that is said."""
    reply = reminders.with_doubts(context, _cycle_of(context, wanted), wanted, reply)
    if not chosen.sent:
        return reply
    said = reminders.keep(context, wanted, mail=Path(chosen.out).suffix.lower() == ".txt")
    return replace(reply, text=f"{reply.text}\n{said}")
