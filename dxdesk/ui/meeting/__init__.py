"""会議: holding a meeting, who came, and what is recorded of each item."""
