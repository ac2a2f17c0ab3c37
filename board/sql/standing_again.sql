-- One row per unit that has both parts, and one for the city: the rate out of the facts.
WITH sums AS (
    SELECT unit_code, measure, fund_level, value
    FROM facts
    WHERE period = $period AND dimension = '' AND measure IN ($numerator, $denominator)
    -- ledger comes before report, which counts where there is no ledger
    QUALIFY source = min(source) OVER (PARTITION BY unit_code, measure)
),
parts AS (
    SELECT
        unit_code,
        sum(value) FILTER (measure = $numerator) AS numerator,
        sum(value) FILTER (measure = $denominator) AS denominator
    FROM sums
    -- a figure of all fund levels goes before those of each
    WHERE
        fund_level = 'all'
        OR (unit_code, measure) NOT IN (
            SELECT (unit_code, measure) FROM sums WHERE fund_level = 'all'
        )
    GROUP BY unit_code
)
SELECT
    coalesce(unit_code, 'city') AS unit_code,
    sum(numerator) AS numerator,
    sum(denominator) AS denominator,
    sum(numerator) / nullif(sum(denominator), 0) AS value
FROM parts
WHERE numerator IS NOT NULL AND denominator IS NOT NULL
GROUP BY ROLLUP (unit_code)
ORDER BY unit_code
