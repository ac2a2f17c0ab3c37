"""Makes the shipped templates of documents and slides: `python -m tools.templates`."""
