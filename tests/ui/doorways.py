"""The ways by which windows of tests come by a desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from dxdesk.desk import Desk
from dxdesk.ui.doors import Doors


def doors_on(desk: Desk, **other: Callable[..., Any]) -> Doors:
    """Every way leads to one desk, but for those that are named."""
    doors = Doors(
        open=lambda _target: desk,
        sample=lambda _plan, _role: desk,
        sample_anew=lambda _target, _role: desk,
        copy=lambda _target: desk,
        restore=lambda _copy: (desk, None),
        restored_path=Path,
        found=lambda _target, _plan, _roster, _year: desk,
        check=lambda _target: None,
        liaison=lambda _database, _looks: None,
        begin=lambda _package, _actor, _file: desk,
        practise=lambda _desk: False,
    )
    return replace(doors, **other)


def refusing(trouble: Exception) -> Callable[..., NoReturn]:
    """A way that is not there."""

    def refuse(*_: object) -> NoReturn:
        raise trouble

    return refuse
