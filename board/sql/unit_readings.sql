-- One row per indicator: how one unit stands in one month over all fund levels, among how many,
-- with its values of twelve months. An indicator without a standing has a row, and no value.
WITH months AS (
    SELECT strftime(month, '%Y-%m') AS period
    FROM generate_series(
        ($period || '-01')::DATE - INTERVAL 11 MONTH, ($period || '-01')::DATE, INTERVAL 1 MONTH
    ) AS series(month)
),

own AS (
    SELECT * FROM standings WHERE unit_code = $unit AND level = 'all'
),

trails AS (
    SELECT indicators.indicator, list(own.value ORDER BY months.period) AS trail
    FROM months
    CROSS JOIN indicators
    LEFT JOIN own ON own.period = months.period AND own.indicator = indicators.indicator
    GROUP BY indicators.indicator
),

fields AS (
    SELECT indicator, count(rank) AS ranked_units
    FROM standings
    WHERE period = $period AND level = 'all'
    GROUP BY indicator
)

SELECT
    indicators.indicator,
    own.numerator,
    own.denominator,
    own.value,
    own.rank,
    coalesce(own.tied, false) AS tied,
    coalesce(fields.ranked_units, 0) AS ranked_units,
    CASE WHEN own.value IS NULL THEN coalesce(own.reason, 'not_reported') END AS reason,
    own.gap_milestone,
    own.gap_province,
    own.previous_value,
    own.previous_rank,
    coalesce(own.light, 'grey') AS light,
    coalesce(own.streak, 0) AS streak,
    own.numerator_source,
    own.denominator_source,
    trails.trail
FROM indicators
LEFT JOIN own ON own.indicator = indicators.indicator AND own.period = $period
LEFT JOIN fields ON fields.indicator = indicators.indicator
LEFT JOIN trails ON trails.indicator = indicators.indicator
ORDER BY indicators.sort_order
