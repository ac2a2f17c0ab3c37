-- One row per unit and township that its rows name (未填: those that name none): both parts of an
-- indicator in one month, and in the month before; of one unit or (unit city) of all.
SELECT
    unit_code,
    member AS name,
    sum(value) FILTER (period = $period AND measure = $numerator) AS numerator,
    sum(value) FILTER (period = $period AND measure = $denominator) AS denominator,
    sum(value) FILTER (period = $before AND measure = $numerator) AS numerator_before,
    sum(value) FILTER (period = $before AND measure = $denominator) AS denominator_before
FROM facts
WHERE
    period IN ($period, $before)
    AND dimension = 'township'
    AND measure IN ($numerator, $denominator)
    AND $unit IN (unit_code, 'city')
GROUP BY unit_code, member
ORDER BY unit_code, member
