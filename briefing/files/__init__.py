"""An export as a file: what a spreadsheet, an office program or a text editor opens."""
