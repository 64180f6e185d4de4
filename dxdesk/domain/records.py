"""Canonical JSON and the ids that hang on it. What is written here freezes into hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final

_WRITER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: object) -> str:
    """UTF-8 JSON text with sorted keys and no spaces; raises ValueError for NaN and infinity."""
    return _WRITER.encode(value)


def canonical_object(texts: Mapping[str, str]) -> str:
    """Canonical JSON of an object whose values are canonical JSON already."""
    return "{" + ",".join(f"{canonical(key)}:{text}" for key, text in sorted(texts.items())) + "}"


def canonical_list(texts: Iterable[str]) -> str:
    """Canonical JSON of a list whose values are canonical JSON already."""
    return "[" + ",".join(texts) + "]"


def digest(record: Mapping[str, object]) -> str:
    """SHA-256 over the canonical JSON of a record, 64 hex digits."""
    return text_digest(canonical(record))


def text_digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
