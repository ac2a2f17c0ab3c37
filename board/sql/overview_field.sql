-- One row per unit and one for the city: one indicator, one fund level, one month, with the
-- numerator of the earlier month that the pace is measured from and the city's place.
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
    earlier.numerator AS earlier_numerator,
    benchmarks.rank AS province_rank,
    benchmarks."of" AS province_of
FROM standings AS now
LEFT JOIN units USING (unit_code)
LEFT JOIN standings AS earlier
    ON earlier.unit_code = now.unit_code
    AND earlier.indicator = now.indicator
    AND earlier.level = now.level
    AND earlier.period = $earlier
LEFT JOIN benchmarks
    ON benchmarks.period = now.period
    AND benchmarks.indicator = now.indicator
    AND benchmarks.fund_level = now.level
    AND now.unit_code = 'city'
WHERE now.period = $period AND now.indicator = $indicator AND now.level = $level
ORDER BY now.rank NULLS LAST, units.sort_order, now.unit_code
