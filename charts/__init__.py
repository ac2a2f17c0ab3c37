"""Answers of the board drawn: Plotly figures, and small drawings in HTML where that is lighter."""
