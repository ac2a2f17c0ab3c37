-- One row per month, unit and measure that the ledger or the report gives: both sums, how far
-- apart the rounding of the report may set them, and whether they differ by more (账表不符).
-- Reads `sums`, as facts are, and `steps`: 元 between two amounts that a unit's report can print.
WITH
figures AS (
    SELECT period, unit_code, fund_level, measure, source, value
    FROM sums
    WHERE dimension = '' AND NOT (source = 'ledger' AND measure = 'industry')
    UNION ALL
    -- A report prints the industry money of all levels; the ledger's measure is of central and
    -- provincial money alone. So the lines of that category are added up, where lines have one.
    SELECT period, unit_code, fund_level, 'industry', source, CASE WHEN dimension = '' THEN 0 ELSE value END
    FROM sums
    WHERE
        source = 'ledger'
        AND (
            measure = 'industry' AND dimension = ''
            OR measure = 'allocated' AND dimension = 'category' AND member = '产业发展'
        )
),

-- A figure that is not divided by level goes before the sum of those that are.
totals AS (
    SELECT
        period,
        unit_code,
        measure,
        source,
        coalesce(sum(value) FILTER (fund_level = 'all'), sum(value)) AS value,
        coalesce(nullif(count(*) FILTER (fund_level = 'all'), 0), count(*)) AS figures
    FROM figures
    WHERE list_contains($measures, measure)
    GROUP BY ALL
),

by_source AS (
    SELECT
        period,
        unit_code,
        measure,
        any_value(value) FILTER (source = 'ledger') AS ledger,
        any_value(value) FILTER (source = 'report') AS report,
        any_value(figures) FILTER (source = 'report') AS figures
    FROM totals
    GROUP BY ALL
)

SELECT
    by_source.period,
    by_source.unit_code,
    by_source.measure,
    CAST(by_source.ledger AS DECIMAL(18, 2)) AS ledger,
    CAST(by_source.report AS DECIMAL(18, 2)) AS report,
    -- Each figure is printed within half a step of what it is.
    CAST(coalesce(steps.step, 0) / 2 AS DECIMAL(18, 6)) * coalesce(by_source.figures, 0) AS may_differ,
    abs(by_source.report - by_source.ledger) > may_differ AS differs
FROM by_source
LEFT JOIN steps USING (period, unit_code, measure)
