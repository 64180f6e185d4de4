"""What is said where a department practises with a sample."""

from __future__ import annotations

from typing import Final

PRACTISE_ANEW: Final = "お試しをはじめから"
PRACTISE_ANEW_QUESTION: Final = "このお試しで書いたものを消して、はじめの状態に戻します。"
PRACTISE_ANEW_CHOICES: Final = ("やめる", PRACTISE_ANEW)
