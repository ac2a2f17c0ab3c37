-- One row per unit, best first: both parts of one indicator at one level in one month, and the upload that each
-- part was added up from, of one unit or (unit city) of all.
WITH
counted AS (
    SELECT unit_code, measure, source, any_value(upload_id) AS upload_id
    FROM facts
    WHERE period = $period AND dimension = ''
    GROUP BY unit_code, measure, source
)

SELECT
    standings.unit_code,
    standings.numerator,
    standings.denominator,
    standings.value,
    standings.rank,
    standings.tied,
    standings.reason,
    standings.numerator_source,
    standings.denominator_source,
    above.upload_id AS numerator_upload,
    below.upload_id AS denominator_upload
FROM standings
JOIN indicators USING (indicator)
JOIN units USING (unit_code)
LEFT JOIN counted AS above
    ON above.unit_code = standings.unit_code AND above.measure = indicators.numerator
    AND above.source = standings.numerator_source
LEFT JOIN counted AS below
    ON below.unit_code = standings.unit_code AND below.measure = indicators.denominator
    AND below.source = standings.denominator_source
WHERE
    standings.period = $period
    AND standings.indicator = $indicator
    AND standings.level = $level
    AND $unit IN (standings.unit_code, 'city')
ORDER BY standings.rank NULLS LAST, units.sort_order, standings.unit_code
