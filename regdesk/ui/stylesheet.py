"""The one style sheet, made from the tokens: what Fusion and the palette cannot say by themselves."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Final

from regdesk.ui.tokens import BASE_POINTS, PAPER, TYPE_SCALE, Colours, Space

_RULES: Final = Template(
    """
QToolTip { color: $ink; background: $surface; border: 1px solid $edge; padding: ${xs}px ${s}px; }

QLabel[quiet="true"] { color: $quiet; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="partly"] { color: $partly; }

QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QLabel[paper="true"] { background: $paper; border: 1px solid $line; border-radius: 4px; padding: ${s}px; }
QFrame[rule="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QLineEdit, QPlainTextEdit {
    color: $ink; background: $surface; border: 1px solid $edge; border-radius: 4px; padding: ${xs}px ${s}px;
    selection-background-color: $chosen; selection-color: $on_chosen;
}
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; padding: ${xs1}px ${s1}px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $disabled; background: $sunken; border-color: $line; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $sunken; }
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"] { border: 2px solid $bad; padding: ${xs1}px ${s1}px; }

QPushButton {
    color: $ink; background: $surface; border: 1px solid $edge; border-radius: 4px;
    padding: ${xs2}px ${l}px; min-height: 1.35em;
}
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $focus; padding: ${xs2m1}px ${lm1}px; }
QPushButton:disabled { color: $disabled; border-color: $line; background: $window; }
QPushButton[primary="true"] { color: $on_accent; background: $accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid $focus; outline: 2px solid $on_accent; outline-offset: -3px; }
QPushButton[primary="true"]:disabled { color: $disabled; background: $sunken; border-color: $line; }
QPushButton[danger="true"] { color: $bad; border-color: $bad; }
QPushButton[link="true"] {
    color: $accent; background: transparent; border: 2px solid transparent; padding: ${xs}px; text-align: left;
}
QPushButton[link="true"]:focus { border-color: $focus; }

QToolButton {
    color: $ink; background: transparent; border: 2px solid transparent; border-radius: 4px; padding: ${xs}px;
}
QToolButton:hover { background: $sunken; }
QToolButton:pressed, QToolButton:checked { background: $chosen_quiet; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { color: $disabled; }

QCheckBox, QRadioButton { spacing: ${s}px; border: 2px solid transparent; border-radius: 4px; padding: 1px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox::indicator, QRadioButton::indicator {
    width: ${mark}px; height: ${mark}px; border: 1px solid $edge; background: $surface;
}
QCheckBox::indicator { border-radius: 3px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator { border-radius: ${round}px; }
QRadioButton::indicator:checked { border: ${dot}px solid $accent; width: ${hole}px; height: ${hole}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }

QComboBox {
    combobox-popup: 0;
    color: $ink; background: $surface; border: 1px solid $edge; border-radius: 4px; padding: ${xs}px ${s}px;
}
QComboBox:focus { border: 2px solid $focus; padding: ${xs1}px ${s1}px; }
QComboBox:disabled { color: $disabled; background: $sunken; border-color: $line; }
QComboBox::drop-down { border: none; width: ${xl}px; }
QComboBox::down-arrow { image: url("$chevron"); width: ${m}px; height: ${m}px; }

QAbstractItemView {
    background: $surface; alternate-background-color: $window; border: 2px solid $line; border-radius: 4px; outline: 0;
}
QTableView:focus, QTreeView:focus, QListView:focus { border-color: $focus; }
QTableView { gridline-color: $line; }
QTreeView { show-decoration-selected: 0; }
QHeaderView { background: $window; border: none; }
QHeaderView::section {
    color: $quiet; background: $window; border: none; border-bottom: 1px solid $edge;
    padding: ${xs2}px ${s}px; font-weight: 600;
}
QTableView[matrix="true"] QHeaderView::section { border: none; }
QTableCornerButton::section { background: $window; border: none; }
QListView[navigation="true"] { background: $sunken; border: 2px solid $sunken; border-radius: 0; padding: ${xs}px; }
QListView[navigation="true"]:focus { border-color: $focus; }
QListView[eager="true"] { selection-background-color: $chosen; selection-color: $on_chosen; }
QDialog[popup="true"] { border: 1px solid $edge; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $window; }
QCalendarWidget QAbstractItemView { border: none; }

QMenuBar { background: $window; border-bottom: 1px solid $line; }
QMenuBar::item { padding: ${xs2}px ${m}px; background: transparent; }
QMenuBar::item:selected { color: $on_chosen; background: $chosen; }
QMenu { background: $surface; border: 1px solid $edge; padding: ${xs}px 0; }
QMenu::item { padding: ${xs2}px ${xl}px ${xs2}px ${xl}px; }
QMenu::icon { padding-left: ${s}px; }
QMenu::item:selected { background: $chosen_quiet; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: ${xs}px ${s}px; }

QToolBar {
    background: $window; border: none; border-bottom: 1px solid $line; padding: ${xs}px ${s}px; spacing: ${xs}px;
}
QToolBar::separator { width: 1px; background: $line; margin: ${xs}px ${s}px; }
QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QSplitter::handle:horizontal { width: ${l}px; }
QSplitter::handle:vertical { height: ${l}px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${m}px; }
QScrollBar:horizontal { height: ${m}px; }
QScrollBar::handle { background: $edge; border: 3px solid $surface; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: ${xl}px; }
QScrollBar::handle:horizontal { min-width: ${xl}px; }
QScrollBar::handle:hover { background: $accent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
    color: $quiet; background: transparent; border: 2px solid transparent; border-bottom: 2px solid transparent;
    padding: ${xs2}px ${m}px;
}
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:focus { border-color: $focus; border-radius: 4px; }
QProgressBar { background: $sunken; border: 1px solid $edge; border-radius: 4px; max-height: 0.5em; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""
)


def stylesheet(colours: Colours, scale: float, controls: Path) -> str:
    """Rules for the whole application.

    `scale` is the chosen text size, 1.0 being the program's own; `controls` is the folder of the marks that style
    sheets can only take from files.
    """
    rules = _RULES.substitute(_words(colours, scale), paper=PAPER, **_marks(colours, controls))
    return "\n".join((_base(scale), rules, *_steps(scale)))


def points(share: float, scale: float) -> float:
    """Point size of a step of the type scale at a chosen text size."""
    return round(BASE_POINTS * share * scale, 1)


def _base(scale: float) -> str:
    return f"QWidget {{ font-size: {points(1.0, scale)}pt; }}"


def _steps(scale: float) -> list[str]:
    return [
        f'*[step="{step}"] {{ font-size: {points(kind.share, scale)}pt; font-weight: {kind.weight}; }}'
        for step, kind in TYPE_SCALE.items()
    ]


def _words(colours: Colours, scale: float) -> dict[str, str]:
    names = (name for name in colours.__dataclass_fields__ if name not in ("pills", "lanes"))
    words = {name: str(getattr(colours, name)) for name in names}
    words |= {str(tone): pill.edge for tone, pill in colours.pills.items()}
    return words | {name: str(size) for name, size in _sizes(scale).items()}


def _marks(colours: Colours, controls: Path) -> dict[str, str]:
    return {name: (controls / f"{name}-{colours.name}.svg").as_posix() for name in ("check", "chevron")}


def _sizes(scale: float) -> dict[str, int]:
    """Paddings grow with the text; one less where a border of two pixels takes the place of one."""
    sizes = {space.name.lower(): round(space * scale) for space in Space}
    half = round((Space.XS + 2) * scale)
    return sizes | {
        "xs1": sizes["xs"] - 1,
        "s1": sizes["s"] - 1,
        "xs2": half,
        "xs2m1": half - 1,
        "lm1": sizes["l"] - 1,
        "mark": sizes["l"],
        "round": sizes["l"] // 2 + 1,
        "dot": sizes["xs"] + 1,
        "hole": sizes["l"] - 2 * sizes["xs"],
    }
