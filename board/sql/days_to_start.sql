-- One row per unit: the days from money to start that its started projects took, and how many
-- projects took each.
SELECT
    unit_code,
    list(CAST(member AS INTEGER) ORDER BY CAST(member AS INTEGER)) AS days,
    list(CAST(value AS BIGINT) ORDER BY CAST(member AS INTEGER)) AS projects
FROM facts
JOIN units USING (unit_code)
WHERE
    period = $period
    AND dimension = 'days_to_start'
    AND measure = 'projects_started'
    AND ($unit = '' OR unit_code = $unit)
GROUP BY unit_code, units.sort_order
ORDER BY units.sort_order, unit_code
