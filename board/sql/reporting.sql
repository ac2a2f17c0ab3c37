-- One row per unit and dataset expected this month: whether it was sent, when first and when last,
-- and with how many warnings. A ranked unit that never sent anything is one row without a dataset.
WITH
-- A correction does not make a file late that came in time.
first AS (
    SELECT uploads.dataset, upload_units.unit_code, min(uploads.accepted_at) AS first_at
    FROM uploads
    JOIN upload_units USING (upload_id)
    WHERE uploads.period = $period AND uploads.withdrawn_at IS NULL
    GROUP BY ALL
),

in_force AS (
    SELECT coverage.dataset, coverage.unit_code, uploads.accepted_at, upload_units.warnings
    FROM coverage
    LEFT JOIN uploads USING (upload_id)
    LEFT JOIN upload_units USING (upload_id, unit_code)
    WHERE coverage.period = $period
)

SELECT
    awaited.unit_code,
    awaited.dataset,
    awaited.last_period,
    awaited.sent,
    first.first_at,
    in_force.accepted_at,
    coalesce(in_force.warnings, 0) AS warnings
FROM awaited($period) AS awaited
JOIN units USING (unit_code)
LEFT JOIN in_force USING (dataset, unit_code)
LEFT JOIN first USING (dataset, unit_code)
ORDER BY units.sort_order, awaited.dataset
