"""取りまとめ: several departments' answers become one text."""
