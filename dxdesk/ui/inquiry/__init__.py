"""照会ファイルをつくる: which departments, what else beside the files, and where they lie then."""
