"""回収: who answered what, and what 事務局 does with it."""
