"""設定: what this town and this PC are like, and its copies."""
