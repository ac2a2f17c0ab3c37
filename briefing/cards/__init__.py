"""What the cards of each page give to a file: one module a page, one function a card."""
