"""会議録: its parts, the part that is being written, and the page as it will be printed."""
