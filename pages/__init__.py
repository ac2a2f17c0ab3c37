"""One package per page, each with a guarded render(). Never a module directly in here: Streamlit
would serve pages/x.py at /x without running app.py first.
"""
