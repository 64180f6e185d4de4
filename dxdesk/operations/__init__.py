"""The verbs: each a thing the clerk does that is whole or not at all. They take a Change and never commit."""
