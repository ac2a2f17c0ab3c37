-- One row per month up to the chosen one: one indicator of one unit beside the city and the province.
SELECT
    city.period,
    own.value,
    own.light,
    own.gap_milestone,
    own.gap_province,
    city.value AS city,
    city.province
FROM standings AS city
LEFT JOIN standings AS own
    ON own.period = city.period AND own.indicator = city.indicator
    AND own.level = city.level AND own.unit_code = $unit
WHERE
    city.unit_code = 'city'
    AND city.indicator = $indicator
    AND city.level = $level
    AND city.period <= $period
ORDER BY city.period
