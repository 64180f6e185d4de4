"""What people read: one module for a screen, a paper or a way of working, and `sentences` for every problem."""
