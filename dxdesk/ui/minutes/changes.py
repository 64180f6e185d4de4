"""What a person does with the blocks of the open part; what is moved or taken out can be taken back."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from dxdesk.domain.minutes import Block, BlockKind
from dxdesk.domain.minutes_parts import left_out, moved, put_back, put_in, take_out, taken_in, withheld
from dxdesk.ui.minutes.part_editor import PartEditor
from dxdesk.ui.minutes.writing import Writing
from dxdesk.wording.minutes_screen import LEAVE_OUT, MOVED, TAKEN_OUT


class Changes(QObject):
    """Turns what the part editor asks for into other blocks; ``part`` is the key of the part that is open."""

    said = Signal(str)
    """A sentence for the toast; what it says can be taken back."""

    def __init__(self, writing: Writing, editor: PartEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = writing
        self.part = ""
        self.focus = ""
        """The block into which the cursor goes once the part is shown anew."""
        editor.text_edited.connect(self._edit)
        editor.moved.connect(self._move)
        editor.removed.connect(self._remove)
        editor.added.connect(self._add)
        editor.withheld.connect(self._withhold)
        editor.left_out.connect(self._leave_out)
        editor.taken_in.connect(self._take_in)
        editor.seen.connect(self._see)
        editor.left.connect(writing.autosave.flush)

    @property
    def _blocks(self) -> tuple[Block, ...]:
        return self._writing.pending.blocks

    def _edit(self, identity: str, text: str) -> None:
        self._writing.write(
            tuple(replace(block, text=text) if block.id == identity else block for block in self._blocks)
        )

    def _move(self, identity: str, step: int) -> None:
        source = self._writing.source
        if source is None:
            return
        record = source.record
        self.focus = identity
        after = moved(self._blocks, record, identity, step)
        if after == self._blocks:
            return
        self._writing.write(after)
        self._writing.remember(
            MOVED,
            lambda blocks: moved(blocks, record, identity, -step),
            lambda blocks: moved(blocks, record, identity, step),
        )
        self.said.emit(MOVED)

    def _remove(self, identity: str) -> None:
        blocks = self._blocks
        place = next((at for at, block in enumerate(blocks) if block.id == identity), None)
        if place is None:
            return
        block, before = blocks[place], blocks[place - 1].id if place else None
        self._writing.write(take_out(blocks, identity))
        self._writing.remember(TAKEN_OUT, lambda now: put_back(now, block, before), lambda now: take_out(now, identity))
        self.said.emit(TAKEN_OUT)

    def _add(self, kind: BlockKind) -> None:
        source = self._writing.source
        if source is None:
            return
        block = Block(f"{kind}-{uuid4()}", kind, None, "")
        self.focus = block.id
        self._writing.write(put_in(self._blocks, source.record, self.part, block))

    def _withhold(self, identities: tuple[str, ...], reason: str | None) -> None:
        self._writing.write(withheld(self._blocks, identities, reason))

    def _leave_out(self) -> None:
        source, part, before = self._writing.source, self.part, self._blocks
        if source is None:
            return
        record = source.record
        self._writing.write(left_out(before, record, part))
        self._writing.remember(
            LEAVE_OUT,
            lambda now: taken_in(now, record, part, before),
            lambda now: left_out(now, record, part),
        )
        self.said.emit(TAKEN_OUT)

    def _take_in(self) -> None:
        """As the newest version that has the part says it, else as a fresh draft does."""
        source = self._writing.source
        if source is None:
            return
        found = self._blocks
        for blocks in (*(version.blocks for version in reversed(source.versions)), source.fresh):
            found = taken_in(self._blocks, source.record, self.part, blocks)
            if found != self._blocks:
                break
        self._writing.write(found)

    def _see(self, key: str) -> None:
        pending = self._writing.pending
        if key not in pending.seen:
            self._writing.change(replace(pending, seen=(*pending.seen, key)))
