"""次第をつくる: what the meeting takes up, in which order and for how long."""
