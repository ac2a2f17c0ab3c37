-- One row per month of the year up to the chosen one: the city's value.
SELECT period AS month, value
FROM standings
WHERE unit_code = 'city'
    AND indicator = $indicator
    AND level = $level
    AND period BETWEEN left($period, 4) || '-01' AND $period
ORDER BY month
