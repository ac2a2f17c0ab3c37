-- One row per unit and dataset expected this month: whether it was sent, when first and when last,
-- and with how many warnings. Expected is what a unit sent in the twelve months before. A ranked
-- unit that sent nothing in all that time is one row without a dataset.
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
),

-- A correction does not make a file late that came in time.
first AS (
    SELECT uploads.dataset, upload_units.unit_code, min(uploads.accepted_at) AS first_at
    FROM uploads
    JOIN upload_units USING (upload_id)
    WHERE uploads.period = $period AND uploads.withdrawn_at IS NULL
    GROUP BY ALL
),

in_force AS (
    SELECT coverage.dataset, coverage.unit_code, true AS sent, uploads.accepted_at, upload_units.warnings
    FROM coverage
    LEFT JOIN uploads USING (upload_id)
    LEFT JOIN upload_units USING (upload_id, unit_code)
    WHERE coverage.period = $period
)

SELECT
    awaited.unit_code,
    awaited.dataset,
    awaited.last_period,
    coalesce(in_force.sent, false) AS sent,
    first.first_at,
    in_force.accepted_at,
    coalesce(in_force.warnings, 0) AS warnings
FROM (FROM expected UNION ALL FROM silent) AS awaited
JOIN units USING (unit_code)
LEFT JOIN in_force USING (dataset, unit_code)
LEFT JOIN first USING (dataset, unit_code)
ORDER BY units.sort_order, awaited.dataset
