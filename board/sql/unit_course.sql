-- One row per month: one indicator of one unit beside the city, the province and the milestone.
SELECT
    city.period,
    unit.value,
    unit.light,
    unit.rank,
    city.value AS city,
    city.province,
    unit.milestone
FROM standings AS city
LEFT JOIN standings AS unit
    ON unit.period = city.period AND unit.indicator = city.indicator
    AND unit.level = city.level AND unit.unit_code = $unit
WHERE
    city.unit_code = 'city' AND city.indicator = $indicator AND city.level = $level
    AND city.period <= $period
ORDER BY city.period
