-- One row per unit and one for the city, for each indicator and fund level of one month: with what
-- came since the earlier month that the pace of the indicators `paced` is measured from (in the city:
-- in the units that have both months, for what a unit had before it first reported did not come
-- since) and the city's place. All at once, since a page asks for several.
WITH
gains AS (
    SELECT unit_code, indicator, level, now.numerator - earlier.numerator AS gained
    FROM standings AS now
    JOIN standings AS earlier USING (unit_code, indicator, level)
    WHERE
        now.period = $period
        AND earlier.period = $earlier
        AND list_contains(string_split($paced, ','), indicator)
        AND unit_code <> 'city'
        AND now.denominator IS NOT NULL
        AND earlier.denominator IS NOT NULL
),

of_city AS (
    SELECT 'city' AS unit_code, indicator, level, sum(gained) AS gained
    FROM gains
    GROUP BY ALL
),

gained AS (
    FROM gains
    UNION ALL BY NAME
    FROM of_city
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
    gained.gained,
    benchmarks.rank AS province_rank,
    benchmarks."of" AS province_of,
    now.indicator,
    now.level
FROM standings AS now
LEFT JOIN units USING (unit_code)
LEFT JOIN gained USING (unit_code, indicator, level)
LEFT JOIN benchmarks
    ON benchmarks.period = now.period
    AND benchmarks.indicator = now.indicator
    AND benchmarks.fund_level = now.level
    AND now.unit_code = 'city'
WHERE now.period = $period
ORDER BY now.rank NULLS LAST, units.sort_order, now.unit_code
