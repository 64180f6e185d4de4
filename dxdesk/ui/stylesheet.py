"""The application's style sheet, written from the tokens.

Looks (``theme.set_look``): buttons ``primary`` ``plain`` ``link`` ``first-card`` ``choice``; labels ``page``
``title`` ``title-panel`` ``title-window`` ``section`` ``heading`` (navy) ``card-name`` ``done`` ``strong`` ``small``
``note`` ``hint`` ``mark`` ``error`` ``over`` ``late-small`` ``asked`` ``asked-note`` ``saved`` ``unset``; pills
``pill`` ``pill-info`` ``pill-good`` ``pill-return`` ``pill-ask`` ``pill-solid`` ``pill-quiet`` ``pill-key``; frames
``top-bar`` ``foot-bar`` ``first-top`` ``drop`` ``panel`` ``rule`` ``card`` ``ask-card`` ``ask-line`` ``done-line``
``message`` ``info-card`` ``quiet-card`` ``toast`` ``band`` ``band-good`` ``band-return`` ``band-ask`` ``band-quiet``
``band-error``. A field with the property ``state`` = ``error`` or ``returned`` has that edge. The bare button is the
outlined one.
"""

from __future__ import annotations

from dxdesk.paths import data_root
from dxdesk.ui.theme import height, hex_of, high_contrast, radius, text_look

_PILLS = {
    "pill": ("white", "ink", "edge"),
    "pill-info": ("key-tint", "navy", "key-tint"),
    "pill-good": ("good-tint", "good", "good-tint"),
    "pill-return": ("return-tint", "return", "return-edge"),
    "pill-ask": ("ask", "ink", "ask-edge"),
    "pill-solid": ("navy", "white", "navy"),
    "pill-quiet": ("grey-tint", "sub", "grey-tint"),
    "pill-key": ("white", "key", "key"),
}
_BANDS = {
    "band": ("key-tint", "ink", "key-tint"),
    "band-good": ("good-tint", "good", "good-tint"),
    "band-return": ("return-tint", "return", "return-edge"),
    "band-ask": ("ask", "ink", "ask-edge"),
    "band-quiet": ("grey-tint", "sub", "grey-tint"),
    "band-error": ("error-tint", "error", "error"),
}
_LABEL_COLOURS = {
    "small": "sub",
    "hint": "hint",
    "mark": "hint",
    "error": "error",
    "heading": "navy",
    "over": "warn-edge",
    "asked": "return",
    "asked-note": "return",
    "saved": "good",
    "done": "navy",
    "card-name": "navy",
    "overrun": "late",
    "late-small": "late",
}


def _picture(name: str) -> str:
    """A picture of the theme as style sheets name it."""
    return (data_root() / f"resources/theme/{name}.svg").as_posix()


def _size(name: str, scale: float) -> str:
    look = text_look(name)
    return f"font-size: {round(look.px * scale)}px; font-weight: {'bold' if look.bold else 'normal'};"


def _labels(scale: float) -> str:
    sizes = {name: name for name in ("page", "title", "title-panel", "title-window", "section", "small", "mark")}
    sizes |= {"hint": "small", "error": "small", "heading": "section", "over": "small", "saved": "small"}
    sizes |= {"overrun": "section", "late-small": "small"}
    sizes |= {
        "strong": "body",
        "asked": "body",
        "asked-note": "small",
        "note": "small",
        "done": "page",
        "card-name": "title",
    }
    rules = "".join(
        f'QLabel[look="{look}"] {{ {_size(size, scale)} color: {hex_of(_LABEL_COLOURS.get(look, "ink"))}; }}\n'
        for look, size in sizes.items()
    )
    return rules + 'QLabel[look="strong"], QLabel[look="asked"] { font-weight: bold; }\n'


def _buttons(scale: float) -> str:
    return f"""
QPushButton, QToolButton {{
    background: {hex_of("white")}; color: {hex_of("key")}; border: 1px solid {hex_of("key")};
    border-radius: {radius("button")}px; padding: 0 16px; min-height: {round(height("button") * scale) - 2}px;
    {_size("body", scale)} font-weight: bold;
}}
QPushButton:hover, QToolButton:hover {{ background: {hex_of("key-tint")}; }}
QPushButton:pressed, QPushButton:checked, QToolButton:pressed, QToolButton:checked {{
    background: {hex_of("selected")}; color: {hex_of("navy")};
}}
QPushButton:disabled, QToolButton:disabled {{ color: {hex_of("field")}; border-color: {hex_of("edge")}; }}
QPushButton[look="primary"] {{
    background: {hex_of("key")}; color: {hex_of("white")}; padding: 0 24px;
    min-height: {round(height("primary") * scale) - 2}px; {_size("section", scale)}
}}
QPushButton[look="primary"]:hover {{ background: {hex_of("key-hover")}; border-color: {hex_of("key-hover")}; }}
QPushButton[look="primary"]:pressed {{ background: {hex_of("key-pressed")}; border-color: {hex_of("key-pressed")}; }}
QPushButton[look="primary"]:disabled {{
    background: {hex_of("off")}; color: {hex_of("hint")}; border-color: {hex_of("off")};
}}
QPushButton[look="plain"], QToolButton[look="plain"] {{
    color: {hex_of("ink")}; border-color: {hex_of("field")}; font-weight: normal;
    min-height: {round(height("input") * scale) - 4}px;
}}
QPushButton[look="link"] {{
    background: transparent; border: 0; padding: 0 4px; text-decoration: underline; font-weight: normal;
    min-height: {height("target")}px; {_size("small", scale)}
}}
QPushButton[look="link"]:hover {{ color: {hex_of("key-hover")}; }}
QPushButton[look="first-card"], QPushButton[look="choice"] {{
    border: 1px solid {hex_of("field")}; border-radius: {radius("board-card")}px; padding: 0; text-align: left;
}}
QPushButton[look="choice"] {{ border-radius: {radius("card")}px; }}
QPushButton[look="first-card"]:focus, QPushButton[look="choice"]:focus {{ border: 2px solid {hex_of("key")}; }}
QFileDialog QToolButton {{ padding: 0; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
"""


def _inputs(scale: float) -> str:
    fields = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QDateEdit", "QSpinBox")
    any_field, select = ", ".join(fields), ", ".join
    box, ring = round(18 * scale), round(6 * scale)
    dot = box + 2 - 2 * ring
    return f"""
{any_field} {{
    background: {hex_of("white")}; color: {hex_of("ink")}; border: 1px solid {hex_of("field")};
    border-radius: {radius("input")}px; padding: 4px 9px; {_size("input", scale)}
    selection-background-color: {hex_of("key")}; selection-color: {hex_of("white")};
    placeholder-text-color: {hex_of("field")};
}}
QLineEdit, QComboBox, QDateEdit, QSpinBox {{ min-height: {round(height("input") * scale) - 10}px; }}
{select(f"{field}:focus" for field in fields)} {{ border-color: {hex_of("key")}; }}
{select(f"{field}:disabled" for field in fields)} {{ background: {hex_of("grey-tint")}; color: {hex_of("sub")}; }}
{select(f'{field}[state="error"]' for field in fields)} {{ border: 2px solid {hex_of("error")}; padding: 3px 8px; }}
{select(f'{field}[state="returned"]' for field in fields)} {{
    border: 2px solid {hex_of("return-edge")}; padding: 3px 8px;
}}
QComboBox::drop-down {{ border: 0; width: 26px; }}
QComboBox::down-arrow {{ image: url("{_picture("arrow-down")}"); width: 16px; height: 16px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 26px; subcontrol-origin: border; }}
QSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox::up-arrow {{ image: url("{_picture("arrow-up")}"); width: 12px; height: 12px; }}
QSpinBox::down-arrow {{ image: url("{_picture("arrow-down")}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ border: 1px solid {hex_of("field")}; outline: 0; }}
QCheckBox, .QRadioButton {{ {_size("body", scale)} spacing: 9px; min-height: {height("target")}px; }}
QCheckBox::indicator, .QListView::indicator {{
    width: {box}px; height: {box}px; background: {hex_of("white")}; border: 2px solid {hex_of("sub")};
    border-radius: {radius("check")}px;
}}
.QRadioButton::indicator {{
    width: {box - 2}px; height: {box - 2}px; background: {hex_of("white")}; border: 2px solid {hex_of("sub")};
    border-radius: {(box + 2) // 2}px;
}}
.QRadioButton::indicator:checked {{ width: {dot}px; height: {dot}px; border: {ring}px solid {hex_of("key")}; }}
.QRadioButton::indicator:disabled {{ border-color: {hex_of("edge")}; background: {hex_of("grey-tint")}; }}
.QRadioButton:disabled {{ color: {hex_of("field")}; }}
QCheckBox::indicator:checked, .QListView::indicator:checked {{
    background: {hex_of("key")}; border-color: {hex_of("key")}; image: url("{_picture("check")}");
}}
QCheckBox::indicator:disabled {{ border-color: {hex_of("edge")}; background: {hex_of("grey-tint")}; }}
QCheckBox::indicator:checked:disabled {{ background: {hex_of("field")}; border-color: {hex_of("field")}; }}
"""


def _lists(scale: float) -> str:
    return f"""
QTreeView, QListView, QTableView {{
    background: {hex_of("white")}; border: 0; outline: 0; {_size("body", scale)} gridline-color: {hex_of("line")};
    selection-background-color: {hex_of("selected")}; selection-color: {hex_of("ink")};
}}
QTreeView::item, QListView::item, QTableView::item {{ min-height: {round(27 * scale)}px; padding: 0 4px; }}
QTreeView::item:hover, QListView::item:hover, QTableView::item:hover {{ background: {hex_of("panel")}; }}
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {{
    background: {hex_of("selected")}; color: {hex_of("ink")};
}}
QHeaderView::section {{
    background: {hex_of("panel")}; color: {hex_of("sub")}; border: 0; border-bottom: 1px solid {hex_of("line")};
    padding: 4px 8px; {_size("small", scale)}
}}
QTabBar {{ background: transparent; }}
QTabBar::tab {{
    background: transparent; color: {hex_of("ink")}; border: 0; border-bottom: 4px solid transparent;
    padding: 0 4px; margin: 0 12px; min-height: {height("top-bar") - 4}px; {_size("section", scale)}
}}
QTabBar::tab:hover {{ color: {hex_of("key-hover")}; }}
QTabBar::tab:selected {{ color: {hex_of("key")}; border-bottom-color: {hex_of("key")}; }}
QTabBar::tab:disabled {{ color: {hex_of("field")}; }}
QMenu {{ background: {hex_of("white")}; border: 1px solid {hex_of("field")}; padding: 4px; {_size("body", scale)} }}
QMenu::item {{ padding: 6px 24px; border-radius: {radius("check")}px; }}
QMenu::item:selected {{ background: {hex_of("selected")}; color: {hex_of("ink")}; }}
QMenu::item:disabled {{ color: {hex_of("field")}; }}
QMenu::separator {{ height: 1px; background: {hex_of("line")}; margin: 4px 8px; }}
QToolTip {{
    background: {hex_of("white")}; color: {hex_of("ink")}; border: 1px solid {hex_of("field")}; padding: 6px 8px;
    {_size("small", scale)}
}}
QScrollBar:vertical {{ background: {hex_of("panel")}; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: {hex_of("panel")}; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {hex_of("stage-open")}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {hex_of("field")}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QSplitter::handle {{ background: {hex_of("line")}; }}
"""


def _frames(scale: float) -> str:
    rules = [
        f"""
QFrame[look="top-bar"] {{
    background: {hex_of("white")}; border: 0; border-bottom: 1px solid {hex_of("line")};
    min-height: {height("top-bar") - 1}px;
}}
QFrame[look="foot-bar"] {{
    background: {hex_of("white")}; border: 0; border-top: 1px solid {hex_of("line")};
    min-height: {height("foot-bar") - 1}px;
}}
QFrame[look="panel"] {{ background: {hex_of("panel")}; border: 0; }}
QFrame[look="first-top"] {{ background: {hex_of("navy")}; border: 0; }}
QFrame[look="drop"] {{
    background: {hex_of("key-tint")}; border: 2px dashed {hex_of("key")}; border-radius: {radius("board-card")}px;
}}
QFrame[look="rule"] {{ background: {hex_of("line")}; border: 0; }}
QFrame[look="card"] {{
    background: {hex_of("white")}; border: 1px solid {hex_of("line")}; border-radius: {radius("card")}px;
}}
QFrame[look="ask-card"] {{
    background: {hex_of("ask-card")}; border: 1px solid {hex_of("ask-edge")}; border-radius: {radius("card")}px;
}}
QFrame[look="ask-line"] {{ background: {hex_of("ask")}; border: 0; border-top: 1px solid {hex_of("ask-edge")}; }}
QFrame[look="done-line"] {{ background: {hex_of("panel")}; border: 0; border-top: 1px solid {hex_of("line")}; }}
"""
    ]
    rules.append(
        f"""
QFrame[look="message"] {{
    background: {hex_of("return-tint")}; border: 1px solid {hex_of("return-edge")};
    border-radius: {radius("card")}px;
}}
QFrame[look="message"] QLabel {{ color: {hex_of("ink")}; }}
QFrame[look="message"] QLabel[look="asked"] {{ color: {hex_of("return")}; }}
QFrame[look="info-card"] {{ background: {hex_of("key-tint")}; border: 0; border-radius: {radius("card")}px; }}
QFrame[look="quiet-card"] {{ background: {hex_of("panel")}; border: 0; border-radius: {radius("card")}px; }}
QLabel[look="unset"] {{
    background: {hex_of("panel")}; color: {hex_of("hint")}; border: 1px dashed {hex_of("field")};
    border-radius: {radius("card")}px; {_size("small", scale)}
}}
QListWidget[look="parts"] {{ background: {hex_of("panel")}; border: 0; padding: 8px 0; }}
QListWidget[look="parts"]::item {{ padding: 7px 16px; }}
QFrame[look="toast"] {{ background: {hex_of("navy")}; border: 0; border-radius: {radius("card")}px; }}
QFrame[look="toast"] QLabel, QFrame[look="toast"] QPushButton {{ color: {hex_of("white")}; background: transparent; }}
"""
    )
    for look, (fill, ink, edge) in _PILLS.items():
        rules.append(
            f'QLabel[look="{look}"] {{ background: {hex_of(fill)}; color: {hex_of(ink)}; '
            f"border: 1px solid {hex_of(edge)}; border-radius: {round(11 * scale)}px; padding: 1px 12px; "
            f"min-height: {round(20 * scale)}px; {_size('mark', scale)} }}\n"
        )
    for look, (fill, ink, edge) in _BANDS.items():
        rules.append(
            f'QFrame[look="{look}"] {{ background: {hex_of(fill)}; border: 0; border-bottom: 1px solid {hex_of(edge)}; '
            f"min-height: {height('band') - 1}px; }}\n"
            f'QFrame[look="{look}"] QLabel {{ color: {hex_of(ink)}; }}\n'
        )
    return "".join(rules)


def _edges() -> str:
    """高コントラスト: what tints tell elsewhere is told by edges, and what is not possible yet by a broken one."""
    chosen = ", ".join(f"{view}::item:selected" for view in ("QTreeView", "QListView", "QTableView", "QMenu"))
    framed = ", ".join(
        [f'QLabel[look="{look}"]' for look in _PILLS]
        + [f'QFrame[look="{look}"]' for look in (*_BANDS, "info-card", "card", "drop", "top-bar", "foot-bar")]
    )
    return f"""
{chosen} {{ border: 2px solid {hex_of("ink")}; }}
{framed} {{ border: 1px solid {hex_of("ink")}; }}
QFrame[look="panel"] {{ border: 1px solid {hex_of("line")}; }}
QPushButton:checked, QToolButton:checked {{ border: 3px solid {hex_of("ink")}; }}
QPushButton:disabled, QToolButton:disabled, QPushButton[look="primary"]:disabled {{
    border: 1px dashed {hex_of("field")}; color: {hex_of("field")};
}}
QPushButton:hover, QToolButton:hover {{ text-decoration: underline; }}
"""


def application_stylesheet(scale: float = 1.0) -> str:
    """The style sheet for a text scale of 1.0 (標準), 1.15 (大) or 1.3 (特大)."""
    ground = f"""
QWidget {{ color: {hex_of("ink")}; {_size("body", scale)} }}
QMainWindow, QDialog {{ background: {hex_of("white")}; }}
QLabel {{ background: transparent; }}
"""
    rules = ground + _labels(scale) + _buttons(scale) + _inputs(scale) + _lists(scale) + _frames(scale)
    return rules + _edges() if high_contrast() else rules
