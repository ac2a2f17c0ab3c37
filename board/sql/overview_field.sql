-- One row per unit and one for the city: one indicator, one fund level, one month, with the
-- what came since the earlier month that the pace is measured from (in the city: in the units that
-- have both months, for what a unit had before it first reported did not come since) and the city's
-- place.
WITH
gains AS (
    SELECT unit_code, now.numerator - earlier.numerator AS gained
    FROM standings AS now
    JOIN standings AS earlier USING (unit_code, indicator, level)
    WHERE
        now.period = $period
        AND earlier.period = $earlier
        AND indicator = $indicator
        AND level = $level
        AND unit_code <> 'city'
        AND now.denominator IS NOT NULL
        AND earlier.denominator IS NOT NULL
)

SELECT
    now.unit_code,
    now.numerator,
    now.denominator,
    now.value,
    now.rank,
    now.tied,
    now.alike,
    now.reason,
    now.milestone,
    now.milestone_due,
    now.province,
    now.gap_milestone,
    now.gap_province,
    now.previous_value,
    now.light,
    now.streak,
    now.next_milestone,
    now.next_due,
    now.units_missing,
    CASE WHEN now.unit_code = 'city' THEN (SELECT sum(gained) FROM gains) ELSE gains.gained END AS gained,
    benchmarks.rank AS province_rank,
    benchmarks."of" AS province_of
FROM standings AS now
LEFT JOIN units USING (unit_code)
LEFT JOIN gains ON gains.unit_code = now.unit_code
LEFT JOIN benchmarks
    ON benchmarks.period = now.period
    AND benchmarks.indicator = now.indicator
    AND benchmarks.fund_level = now.level
    AND now.unit_code = 'city'
WHERE now.period = $period AND now.indicator = $indicator AND now.level = $level
ORDER BY now.rank NULLS LAST, units.sort_order, now.unit_code
