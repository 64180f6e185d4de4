"""An invented town's small plan that fills every list of the format, as values to spoil; and the five real plans."""

import json
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

MIHON = Path(__file__).with_name("mihon.json")
PLANS = Path(__file__).resolve().parent.parent / "database" / "plans"
TOWNS = ("ogawara", "otaki", "kaminokawa", "miharu", "kahoku")

Record = dict[str, Any]


def sample() -> Record:
    """A fresh copy of the small plan."""
    record: Record = json.loads(MIHON.read_text(encoding="utf-8"))
    return record


def uid(name: str) -> str:
    """The id that the small plan gives to what it calls by a name."""
    return str(uuid5(NAMESPACE_URL, name))


def shipped(town: str) -> bytes:
    """The file of one of the five plans."""
    return (PLANS / f"{town}.json").read_bytes()
