-- One row per monitored household: the row as it is, and what it adds to each measure. Measures and
-- labour that the unit's file has no column for are NULL: missing is not zero. Reads `ledger`.
WITH
given AS (
    SELECT
        *,
        count(measures) OVER unit > 0 AS measures_given,
        count(no_labour) OVER unit > 0 AS no_labour_given
    FROM ledger
    WINDOW unit AS (PARTITION BY period, county)
)

SELECT
    * EXCLUDE (measures_given, no_labour_given),
    {
        'households_monitored': CAST(1 AS DECIMAL(18, 2)),
        'persons_monitored': CAST(persons AS DECIMAL(18, 2)),
        'households_eliminated': CAST(eliminated::INTEGER AS DECIMAL(18, 2)),
        'persons_eliminated': CAST(CASE WHEN eliminated THEN persons ELSE 0 END AS DECIMAL(18, 2)),
        'households_measured': CAST(CASE WHEN measures_given THEN (coalesce(len(measures), 0) > 0)::INTEGER END AS DECIMAL(18, 2)),
        'households_no_labour': CAST(CASE WHEN no_labour_given THEN coalesce(no_labour, false)::INTEGER END AS DECIMAL(18, 2)),
        'persons_no_labour': CAST(CASE WHEN no_labour_given THEN CASE WHEN no_labour THEN persons ELSE 0 END END AS DECIMAL(18, 2))
    } AS adds
FROM given
