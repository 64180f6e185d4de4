"""取組一覧: the plan as a tree by axis beside the 個票 of the chosen unit."""
