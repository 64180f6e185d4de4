"""ボード: the slides of the meeting in the window and on the full screen."""
