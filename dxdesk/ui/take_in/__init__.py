"""取り込みの確認: what has arrived, answer by answer, before anything of it is written."""
