-- One row per unit, fund level and member of a split of the fund ledger: what was allocated, arrived
-- and spent by the end of a month; what was not reported is NULL.
SELECT
    unit_code,
    fund_level,
    member,
    any_value(value) FILTER (measure = 'allocated') AS allocated,
    any_value(value) FILTER (measure = 'arrived') AS arrived,
    any_value(value) FILTER (measure = 'spent') AS spent
FROM facts
LEFT JOIN codes ON codes.list = $dimension AND codes.code = member
WHERE
    period = $period
    AND dimension = $dimension
    AND measure IN ('allocated', 'arrived', 'spent')
GROUP BY unit_code, fund_level, member, codes.sort_order
ORDER BY codes.sort_order NULLS LAST, member, unit_code, fund_level
