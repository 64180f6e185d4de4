"""A copy of what stands in the form, for the time in which it cannot be saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from dxdesk.ui.dialogs import tell
from dxdesk.ui.entry.action_card import ActionCard
from dxdesk.ui.entry.editor import Editor
from dxdesk.ui.saving import ask_target
from dxdesk.wording.screen import NO_COPY_HERE


def written_words(editor: Editor, homework: Sequence[ActionCard] = ()) -> str:
    """Everything that stands in the form as typed, each field below its label; 宿題 with what was done about them."""
    return "\n".join(f"{head}\n{text}\n" for head, text in (*_fields(editor), *_followed(homework)))


def _fields(editor: Editor) -> Iterator[tuple[str, str]]:
    form = editor.form
    if form is not None:
        settings = form.settings
        yield form.cycle.name, form.department.name if form.department else ""
        yield "取組", f"{form.number}　{form.unit.name}".strip()
        status = editor.status.status()
        yield "今の状況", settings.status_word(status) if status else ""
        yield "実施段階", settings.stage_word(editor.stages.stage() or None)
    for row in editor.indicators.rows:
        typed, reason = row.value.text(), row.reason.text()
        yield f"指標：{row.indicator.name}", typed + (row.indicator.unit or "") + (f"（{reason}）" if reason else "")
    for field in editor.texts.values():
        yield field.label.text(), field.text()
    yield from editor.next_year.typed()
    discuss, ask = editor.discuss.values()
    yield "会議で協議したい", "" if discuss == "none" else "協議したい"
    if ask:
        yield "決めてほしいこと", ask
    if form is not None:
        for head, memo in (("事務局メモ", form.answer.private_memo), ("事務局へ", form.answer.to_secretariat)):
            if memo:
                yield head, memo


def _followed(homework: Sequence[ActionCard]) -> Iterator[tuple[str, str]]:
    for card in homework:
        done = "対応済み" if card.box.isChecked() else "未対応"
        yield f"{card.box.accessibleName()}（{done}）", card.outcome.text()


def keep_copy(parent: QWidget, editor: Editor, homework: Sequence[ActionCard] = ()) -> None:
    """Ask where, and write everything there as a plain text file."""
    editor.commit()
    chosen = ask_target(parent, "別の場所に控えをとる", "記入の控え.txt", "文書 (*.txt)")
    if chosen is None:
        return
    try:
        chosen.write_text(written_words(editor, homework), encoding="utf-8")
    except OSError:
        tell(parent, NO_COPY_HERE)
