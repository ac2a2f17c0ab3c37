-- One row per milestone of an indicator: the general ones, then those of a fund level or a unit.
SELECT
    targets.fund_level,
    targets.unit_code,
    targets.due_month,
    targets.due_day,
    targets.at_least,
    targets.source
FROM targets
LEFT JOIN codes ON codes.list = 'fund_level' AND codes.code = targets.fund_level
LEFT JOIN units USING (unit_code)
WHERE targets.indicator = $indicator
ORDER BY units.sort_order NULLS FIRST, targets.unit_code, codes.sort_order NULLS FIRST, due_month, due_day
