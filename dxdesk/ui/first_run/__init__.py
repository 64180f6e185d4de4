"""はじめに: what the window shows while no desk is open."""
