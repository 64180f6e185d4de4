"""使い方: how to work, the glossary of the plan, and the slides as tables."""
