"""印刷: the documents of a cycle on the screen, saved, and on paper."""
