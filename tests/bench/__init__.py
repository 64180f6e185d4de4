"""Measures of one run, printed as ratios. Never part of the test suite: machines are noisy."""
