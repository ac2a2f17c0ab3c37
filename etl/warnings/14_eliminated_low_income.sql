/*
name: {zh: 风险消除不实：收入偏低, en: Eliminated with a low income}
rule:
  zh: 风险已消除，人均纯收入低于消除那一年的监测线（元；{line}）
  en: eliminated, with an income per person below the line of the year of elimination (yuan; {line})
says:
  zh: "{eliminated_month:month}消除，人均纯收入{income:yuan}，低于当年的监测线{line:yuan}"
  en: "eliminated in {eliminated_month:month} with {income:yuan} per person, below that year's line of {line:yuan}"
advice:
  zh: 核实收入；确实低于监测线的重新纳入帮扶
  en: check the income; if it is below the line, take the household up again
severity: high
reads: [households]
thresholds:
  line: {2021: 6000, 2023: 7300}
*/
-- One row per household that left below the line. Each is held against the line of its own year:
-- one that goes up later does not make an elimination of years ago untrue. Where a unit
-- gives no incomes nothing is known.
WITH
lines AS (
    SELECT line.year, CAST(line.value AS DECIMAL(18, 2)) AS line
    FROM (SELECT unnest($line_by_year) AS line)
),

eliminated AS (
    SELECT *, year(eliminated_month) AS year
    FROM now.households
    WHERE eliminated AND income_per_person IS NOT NULL
)

SELECT
    unit_code,
    household_id AS subject,
    household_id AS title,
    township,
    upload_id,
    source_row,
    eliminated_month,
    income_per_person AS income,
    line,
    false AS unknown
FROM eliminated
ASOF JOIN lines ON eliminated.year >= lines.year
WHERE income_per_person < line
UNION ALL BY NAME
SELECT unit_code, true AS unknown
FROM units
WHERE unit_code NOT IN (SELECT unit_code FROM now.households WHERE income_per_person IS NOT NULL)
