"""The box at the foot of a 個票: what is to be decided, and room for the decision or the decision itself."""

from __future__ import annotations

from dataclasses import dataclass

from dxdesk.documents.blocks import Inline, Sized, Stack, Whole
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import BLACK, DASH_SOFT, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.paragraph import Text, lines_of, write
from dxdesk.documents.symbols import CheckBox
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped
from dxdesk.domain.meetings import Conclusion
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Decided
from dxdesk.wording.meeting import RESULT_SHORT, concluded_words, referral_words
from dxdesk.wording.paper import CONCLUSIONS, NEXT_MEETING, OTHER_CONCLUSIONS, TO_DECIDE

_LABEL = TextStyle(Face.PROPORTIONAL_BOLD, 9.5, 13, white=True)
_ASK = TextStyle(Face.PROPORTIONAL_BOLD, 11.5, 15.5, whole_last_line=True, phrases=True)
ASK_LINES = 3
_WORD = TextStyle(Face.PROPORTIONAL, 9.2, 12.7, phrases=True)
_INSET, _LABEL_WIDTH, _TEXT_AT = 3.0, 22.0, 17.0
_ROW, _PITCH, _FOOT = 6.2, 6.8, 3.0
_CHECK = 4.2
_WHO = 38.0
_DECISION_LINES, _ACTIONS, _CONCLUDED_LINES = 8, 6, 3


def _ask_room(width: float) -> float:
    return width - 2 * _INSET - _LABEL_WIDTH - 3.0


@dataclass(frozen=True)
class DecisionBox(Whole):
    """The box: ``ask`` is what to decide, ``lines`` how many lines to write the decision on; ``decided`` fills it.

    ``settings`` say what the town calls a 宿題 and how it writes a day. ``concluded`` is what the body below said,
    ``above`` the body to which the one that decides reports; without one, what is important goes to 庁議. What is to
    be decided has ``asked`` lines at most.
    """

    ask: str
    decided: Decided | None
    settings: Settings
    lines: int = 2
    concluded: Conclusion | None = None
    above: str | None = None
    asked: int = ASK_LINES

    def cuts(self, width: float) -> bool:
        """Whether a box so wide has no room for all that is to be decided."""
        return len(lines_of(self.ask, _ASK, _ask_room(width))) > self.asked

    def _ask(self, width: float) -> Text:
        return Text(clipped(self.ask or "　", _ASK, _ask_room(width), self.asked, "…（別紙）"), _ASK)

    def _ask_height(self, width: float) -> float:
        return 1.6 + self._ask(width).height(_ask_room(width)) + 1.3

    def _concluded(self, width: float) -> Stack | None:
        """What the body below concluded and said along with it, under 決めること."""
        if self.concluded is None:
            return None
        room = width - 2 * _INSET
        first, *opinions = concluded_words(self.concluded, paper=True)
        texts = (f"{self.concluded.body_name}の結論：{first}", *opinions)
        return Stack(tuple(Text(clipped(each, _WORD, room, _CONCLUDED_LINES, "…（会議録）"), _WORD) for each in texts))

    def _concluded_height(self, width: float) -> float:
        concluded = self._concluded(width)
        return concluded.height(width - 2 * _INSET) + 1.8 if concluded else 0.0

    def _decision(self, width: float) -> Text | None:
        if not self.decided or not self.decided.text:
            return None
        room = width - _INSET - _TEXT_AT
        return Text(clipped(self.decided.text, _WORD, room, _DECISION_LINES, "…（会議録）"), _WORD)

    def _rows(self, width: float) -> list[tuple[Text, Text, str]]:
        """What, who and until when of each 宿題 that was given."""
        if not self.decided:
            return []
        actions = self.decided.actions
        rest = len(actions) - _ACTIONS
        found = []
        for at, row in enumerate(actions[:_ACTIONS]):
            more = f"（ほか{rest}件）" if rest > 0 and at == _ACTIONS - 1 else ""
            text = clipped(row.text, _WORD, self._action_room(width), 3) + more
            who = clipped(row.departments, _WORD, _WHO, 2)
            due = self.settings.paper.table_date(row.due) if row.due else NEXT_MEETING
            found.append((Text(text, _WORD), Text(who, _WORD), due))
        return found

    def _action_room(self, width: float) -> float:
        return width - _INSET - _TEXT_AT - _WHO - 24.0

    def height(self, width: float) -> float:
        """As high as it must be; a document may give it more lines."""
        decision = self._decision(width)
        middle = decision.height(width - _INSET - _TEXT_AT) + 2.6 if decision else self.lines * _PITCH
        if self.decided:
            room = self._action_room(width)
            end = sum(max(text.height(room), who.height(_WHO)) + 0.8 for text, who, _ in self._rows(width))
        else:
            end = _PITCH
        return self._ask_height(width) + self._concluded_height(width) + _ROW + middle + end + _FOOT

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The frame, then row by row from the top."""
        ink.rect(x, y, width, self.height(width), weight=1.2)
        ink.rect(x + _INSET, y + 2.0, _LABEL_WIDTH, 6.0, weight=None, fill=BLACK)
        write(ink, x + _INSET + _LABEL_WIDTH / 2, y + 2.0 + (6.0 - _LABEL.em) / 2, TO_DECIDE, _LABEL, "center")
        asked = _INSET + _LABEL_WIDTH + 3.0
        self._ask(width).draw(ink, x + asked, y + 2.2, width - asked - _INSET)
        top = y + self._ask_height(width)
        concluded = self._concluded(width)
        if concluded:
            concluded.draw(ink, x + _INSET, top + 0.4, width - 2 * _INSET)
        top += self._concluded_height(width)
        self._draw_conclusion(ink, x, top, width)
        top += _ROW
        end = x + width - _INSET
        write(ink, x + _INSET, top + 2.2, "決定", _WORD.bold)
        decision = self._decision(width)
        if decision:
            decision.draw(ink, x + _TEXT_AT, top + 1.5, end - x - _TEXT_AT)
            top += decision.height(end - x - _TEXT_AT) + 2.6
        else:
            for _ in range(self.lines):
                top += _PITCH
                ink.line(x + _TEXT_AT, top, end, top, dash=DASH_SOFT)
        if not self.decided:
            self._draw_blank_action(ink, x, top, width)
        elif self._rows(width):
            self._draw_actions(ink, x, top, width)

    def _draw_conclusion(self, ink: Ink, x: float, y: float, width: float) -> None:
        result = self.decided.result if self.decided else None
        choices = [(RESULT_SHORT[key], result == key) for key in CONCLUSIONS]
        if result in OTHER_CONCLUSIONS:
            choices.append((RESULT_SHORT[result], True))
        items: list[Sized] = []
        for word, ticked in choices:
            items.append(Inline((CheckBox(_CHECK, ticked=ticked), Text(word, _WORD)), gap=1.2))
        goes_on = result == "referred" or bool(self.decided and self.decided.council)
        refer = Inline((CheckBox(_CHECK, ticked=goes_on), Text("要", _WORD)), gap=1.2)
        items.append(Inline((Text(referral_words(self.above), _WORD.bold), refer), gap=3.0))
        write(ink, x + _INSET, y + (_CHECK - _WORD.em) / 2 + 0.3, "結論", _WORD.bold)
        natural = sum(item.natural for item in items)
        gap = min((width - _TEXT_AT - _INSET - natural) / (len(items) - 1), 8.5)
        Inline(tuple(items), gap=gap).draw(ink, x + _TEXT_AT, y + 0.3, natural + gap * (len(items) - 1))

    def _draw_blank_action(self, ink: Ink, x: float, y: float, width: float) -> None:
        write(ink, x + _INSET, y + 2.8, self.settings.action_word, _WORD.bold)
        start = x + max(_TEXT_AT, _INSET + text_width(self.settings.action_word, _WORD.bold) + 2.0)
        low = y + _PITCH
        right = x + width - _INSET
        ink.line(start, low, right - 66.0, low, dash=DASH_SOFT)
        write(ink, right - 62.0, y + 2.8, "担当", _WORD.bold)
        ink.line(right - 52.0, low, right - 30.0, low, dash=DASH_SOFT)
        write(ink, right - 27.0, y + 2.8, "期限", _WORD.bold)
        ink.line(right - 17.0, low, right, low, dash=DASH_SOFT)

    def _draw_actions(self, ink: Ink, x: float, y: float, width: float) -> None:
        write(ink, x + _INSET, y + 0.7, self.settings.action_word, _WORD.bold)
        room = self._action_room(width)
        start = x + max(_TEXT_AT, _INSET + text_width(self.settings.action_word, _WORD.bold) + 2.0)
        for text, who, due in self._rows(width):
            text.draw(ink, start, y, room)
            who.draw(ink, start + room + 2.0, y, _WHO)
            write(ink, x + width - _INSET, y + 0.6, due, _WORD, "right")
            y += max(text.height(room), who.height(_WHO)) + 0.8
