"""How fast the board is, against its bars and beside a bare Streamlit app: `make bench`."""
