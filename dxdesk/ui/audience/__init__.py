"""What the meeting sees: slides composed into drawing lists, then painted; never a dialog, a draft or a memo."""
