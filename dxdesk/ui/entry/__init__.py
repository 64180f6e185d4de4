"""記入: what a department's liaison sees of a cycle, and the form the answers are written in."""
