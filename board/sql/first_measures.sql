-- One row per month, from January to $period, and months waited: how many households of all units,
-- or of one, got their first measure in that month, so many months after they were identified.
SELECT
    period,
    CAST(member AS INTEGER) AS waited,
    sum(value) AS households
FROM facts
WHERE
    period BETWEEN left($period, 4) || '-01' AND $period
    AND measure = 'households_measured'
    AND dimension = 'months_to_measure'
    AND $unit IN (unit_code, 'city')
GROUP BY period, waited
ORDER BY period, waited
