"""How fast papers are made: pages like those of a packet, drawn by this program's engine and by others."""
