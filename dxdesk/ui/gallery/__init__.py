"""Every window and state of the program as a picture: what is shown, how it is reached, how it is drawn."""
