"""Makes the Word templates the project ships: `python -m tools.templates`."""
