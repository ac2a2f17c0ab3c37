"""The yardstick: the least Streamlit app that shows a month of the published file.

One query, one Plotly bar chart, one table, a month picker. The connection is kept, as anyone would.
"""

import os
from pathlib import Path

import duckdb
import plotly.express as px
import streamlit as st

MONTHS = "SELECT DISTINCT period FROM standings ORDER BY period DESC"
RANKING = """
SELECT unit, numerator, denominator, round(value * 100, 2) AS percent, rank
FROM standings
WHERE period = $period AND level = 'all' AND indicator = 'spend_rate' AND ranked
ORDER BY rank
"""


@st.cache_resource
def published() -> tuple[duckdb.DuckDBPyConnection, list[str]]:
    """Return the open published file and its months, newest first."""
    folder = Path(os.environ["BOARD_HOME"]) / "published"
    name = (folder / "CURRENT").read_text("utf-8").strip()
    connection = duckdb.connect(str(folder / name), read_only=True)
    return connection, [month for (month,) in connection.execute(MONTHS).fetchall()]


connection, months = published()
month = st.selectbox("Month", months, key="pick_month")
ranking = connection.cursor().execute(RANKING, {"period": month}).df()
st.title(f"Spend rate {month}")
bars = px.bar(ranking, x="percent", y="unit", orientation="h", text_auto=".2f")
st.plotly_chart(bars)
st.dataframe(ranking)
