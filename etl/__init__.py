"""Monthly files in, one published DuckDB out. Imports nothing of the board."""
