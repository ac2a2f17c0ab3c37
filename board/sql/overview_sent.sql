-- One row per unit and dataset expected this month: whether it was sent, and when it last was.
-- Expected is what a unit sent in the twelve months before. A ranked unit that sent nothing in
-- all that time is one row without a dataset.
WITH recent AS (
    SELECT dataset, unit_code, period
    FROM coverage
    WHERE dataset <> 'benchmarks'
        AND period <= $period
        AND period >= strftime(($period || '-01')::DATE - INTERVAL 12 MONTH, '%Y-%m')
),

expected AS (
    SELECT dataset, unit_code, max(period) AS last_period
    FROM recent
    GROUP BY dataset, unit_code
),

silent AS (
    SELECT NULL AS dataset, unit_code, NULL AS last_period
    FROM units
    WHERE ranked AND unit_code NOT IN (SELECT unit_code FROM recent)
)

SELECT
    awaited.unit_code,
    awaited.dataset,
    awaited.last_period,
    coalesce(awaited.last_period = $period, false) AS sent
FROM (FROM expected UNION ALL FROM silent) AS awaited
JOIN units USING (unit_code)
ORDER BY units.sort_order, awaited.dataset
