-- One row per unit, fund level, measure and member of a dimension, out of the fund lines.
-- Reads `counted`.
WITH
split AS (
    SELECT
        county AS unit_code,
        fund_level,
        coalesce(category, '未填') AS category,
        coalesce(task, '未填') AS task,
        issue AS batch,
        coalesce(CAST(issued_on AS VARCHAR), '未填') AS issued_on,
        unnest(adds)
    FROM counted
),

measured AS (
    UNPIVOT split
    ON COLUMNS(* EXCLUDE (unit_code, fund_level, category, task, batch, issued_on))
    INTO NAME measure VALUE value
)

SELECT
    unit_code,
    fund_level,
    measure,
    'ledger' AS source,
    CASE
        WHEN grouping(category) = 0 THEN 'category'
        WHEN grouping(task) = 0 THEN 'task'
        WHEN grouping(batch) = 0 THEN 'batch'
        WHEN grouping(issued_on) = 0 THEN 'issued_on'
        ELSE ''
    END AS dimension,
    coalesce(category, task, batch, issued_on, '') AS member,
    CAST(sum(value) AS DECIMAL(18, 2)) AS value
FROM measured
GROUP BY
    GROUPING SETS (
        (unit_code, fund_level, measure),
        (unit_code, fund_level, measure, category),
        (unit_code, fund_level, measure, task),
        (unit_code, fund_level, measure, batch),
        (unit_code, fund_level, measure, issued_on)
    )
HAVING dimension = '' OR measure IN ('allocated', 'arrived', 'spent')
