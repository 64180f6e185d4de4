"""A copy of what stands in the text, for the time in which it cannot be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from dxdesk.ui.consolidate.merged_form import MergedForm
from dxdesk.ui.dialogs import tell


def written_words(form: MergedForm) -> str:
    """The texts, each below its label."""
    parts = [f"{field.label.text()}\n{field.text()}\n" for field in form.texts.values()]
    ask = form.discuss.ask.text()
    return "\n".join([*parts, f"決めてほしいこと\n{ask}\n"] if ask else parts)


def keep_copy(parent: QWidget, form: MergedForm) -> None:
    """Ask where, and write the texts there as a plain text file."""
    form.commit()
    chosen, _ = QFileDialog.getSaveFileName(parent, "別の場所に控えをとる", "取りまとめの控え.txt", "文書 (*.txt)")
    if not chosen:
        return
    try:
        Path(chosen).write_text(written_words(form), encoding="utf-8")
    except OSError:
        tell(parent, "ここには控えをとれません。入力はこの画面に残っています。ほかの場所を選んでください。")
