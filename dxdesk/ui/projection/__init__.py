"""投影: the audience's screen, and the one model that it and the live copy on the laptop show."""
