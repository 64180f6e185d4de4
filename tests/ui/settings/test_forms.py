"""The forms of 設定 by themselves: what is shown is what is given back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.domain.errors import Problem
from dxdesk.domain.settings import Settings
from dxdesk.ui.settings.forms import RulesForm


@pytest.fixture
def form(qtbot: QtBot) -> RulesForm:
    """呼び名と会議の決まり, as it comes."""
    found = RulesForm()
    qtbot.addWidget(found)
    found.show_settings(Settings())
    return found


def test_what_is_shown_is_given_back(form: RulesForm) -> None:
    for settings in (Settings(), replace(Settings(), gist_days=None, minutes_days=30)):
        form.show_settings(settings)
        assert form.settings(settings) == settings


def test_the_days_for_minutes_are_changed_and_switched_off(form: RulesForm) -> None:
    assert (form.gist_days.text(), form.minutes_days.text()) == ("2", "45")
    form.gist_days.setText(" ")
    form.minutes_days.setText("３０")
    found = form.settings(Settings())
    assert (found.gist_days, found.minutes_days) == (None, 30)


def test_days_that_are_no_number_are_told(form: RulesForm) -> None:
    form.minutes_days.setText("あす")
    with pytest.raises(Problem) as caught:
        form.settings(Settings())
    assert caught.value.code == "settings.days"
