-- One row per unit and one for the city: one indicator, one fund level, one month, with the
-- parts of the month before (for improvement) and the values of twelve months (for the trail).
WITH months AS (
    SELECT strftime(month, '%Y-%m') AS period
    FROM generate_series(
        ($period || '-01')::DATE - INTERVAL 11 MONTH, ($period || '-01')::DATE, INTERVAL 1 MONTH
    ) AS series(month)
),

chosen AS (
    SELECT standings.*
    FROM standings
    WHERE indicator = $indicator AND level = $level
),

now AS (
    SELECT * FROM chosen WHERE period = $period
),

before AS (
    SELECT * FROM chosen
    WHERE period = strftime(($period || '-01')::DATE - INTERVAL 1 MONTH, '%Y-%m')
),

trails AS (
    SELECT now.unit_code, list(chosen.value ORDER BY months.period) AS trail
    FROM months
    CROSS JOIN now
    LEFT JOIN chosen ON chosen.period = months.period AND chosen.unit_code = now.unit_code
    GROUP BY now.unit_code
)

SELECT
    now.unit_code,
    coalesce(units.name, now.unit) AS name,
    coalesce(units.name_en, now.unit) AS name_en,
    units.unit_group,
    coalesce(units.key_county, false) AS key_county,
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
    now.previous_rank,
    now.light,
    now.streak,
    now.units_missing,
    benchmarks.rank AS province_rank,
    benchmarks."of" AS province_of,
    before.numerator AS numerator_before,
    before.denominator AS denominator_before,
    trails.trail
FROM now
LEFT JOIN units USING (unit_code)
LEFT JOIN before USING (unit_code)
LEFT JOIN trails USING (unit_code)
LEFT JOIN benchmarks
    ON benchmarks.period = now.period
    AND benchmarks.indicator = now.indicator
    AND benchmarks.fund_level = now.level
    AND now.unit_code = 'city'
ORDER BY now.rank NULLS LAST, units.sort_order NULLS FIRST, now.unit_code
