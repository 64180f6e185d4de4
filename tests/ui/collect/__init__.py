"""Tests of 回収."""
