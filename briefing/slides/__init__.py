"""What is on a slide, of a deck or of a card by itself: its master, and the shapes on it."""
