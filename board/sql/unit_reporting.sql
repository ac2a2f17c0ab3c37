-- One row per dataset that any unit has sent: the last month up to the chosen one that this
-- unit sent, NULL for never.
SELECT
    dataset,
    max(period) FILTER (WHERE unit_code = $unit) AS last_period
FROM coverage
WHERE period <= $period
GROUP BY dataset
ORDER BY dataset
