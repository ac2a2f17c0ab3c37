"""Questions to the published file, and their answers as small frozen dataclasses."""
