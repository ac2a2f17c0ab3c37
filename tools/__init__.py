"""Programs for those who work on the board; nothing of the board imports them."""
