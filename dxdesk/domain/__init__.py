"""The rules: plain values and functions, without disk, screen or paper."""
