-- One row per unit for its whole money (fund level all), and one per level where it divides it: what was
-- allocated, arrived and spent by the end of a month. A measure that has a ledger is taken from it,
-- else from the unit's own report, and a figure for all levels goes before the sum of the levels;
-- what was not reported is NULL.
WITH
chosen AS (
    SELECT unit_code, fund_level, measure, value
    FROM facts
    WHERE period = $period AND dimension = '' AND measure IN ('allocated', 'arrived', 'spent')
    QUALIFY source = min(source) OVER (PARTITION BY unit_code, measure)
),

leveled AS (
    SELECT
        unit_code,
        'all' AS fund_level,
        measure,
        coalesce(sum(value) FILTER (fund_level = 'all'), sum(value)) AS value
    FROM chosen
    GROUP BY unit_code, measure
    UNION ALL
    FROM chosen
    WHERE fund_level <> 'all'
)

SELECT
    unit_code,
    fund_level,
    any_value(value) FILTER (measure = 'allocated') AS allocated,
    any_value(value) FILTER (measure = 'arrived') AS arrived,
    any_value(value) FILTER (measure = 'spent') AS spent
FROM leveled
JOIN units USING (unit_code)
GROUP BY unit_code, fund_level, units.sort_order
ORDER BY units.sort_order, unit_code, fund_level
