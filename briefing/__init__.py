"""Answers become documents: charts and tables as files, the notice and its annexes."""
