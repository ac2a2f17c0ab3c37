-- One row per unit and fund level (all where the unit does not divide its money): what was allocated,
-- arrived and spent by the end of a month. A measure that has a ledger is taken from it, else from
-- the unit's own report; what was not reported is NULL.
WITH chosen AS (
    SELECT unit_code, fund_level, measure, value
    FROM facts
    WHERE period = $period AND dimension = '' AND measure IN ('allocated', 'arrived', 'spent')
    QUALIFY source = min(source) OVER (PARTITION BY unit_code, measure)
)

SELECT
    unit_code,
    fund_level,
    any_value(value) FILTER (measure = 'allocated') AS allocated,
    any_value(value) FILTER (measure = 'arrived') AS arrived,
    any_value(value) FILTER (measure = 'spent') AS spent
FROM chosen
JOIN units USING (unit_code)
GROUP BY unit_code, fund_level, units.sort_order
ORDER BY units.sort_order, unit_code, fund_level
