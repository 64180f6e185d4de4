"""Paper: the typesetting of Japanese forms, and one file per printed document."""
