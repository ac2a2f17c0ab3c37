-- One row per ranked unit and indicator that is behind in one month: for how many months, since
-- when, in how many of them against a milestone, and how many units rank below it. An indicator
-- that is not split by fund level is taken over all of them.
WITH known AS (
    SELECT standings.*
    FROM standings
    INNER JOIN indicators USING (indicator)
    WHERE
        standings.period <= $period
        AND standings.level = CASE WHEN list_contains(indicators.levels, $level) THEN $level ELSE 'all' END
        AND standings.reason IS DISTINCT FROM 'not_reported'
),

now AS (
    SELECT * FROM known WHERE period = $period AND rank IS NOT NULL
),

behind AS (
    SELECT
        now.*,
        count(other.unit_code) AS below
    FROM now
    LEFT JOIN now AS other ON other.indicator = now.indicator AND other.rank > now.rank
    WHERE now.streak > 0
    GROUP BY ALL
),

-- Months that were not reported are passed over, as in the streak itself.
months AS (
    SELECT
        behind.unit_code,
        behind.indicator,
        known.period,
        known.milestone
    FROM behind
    INNER JOIN known USING (unit_code, indicator)
    QUALIFY
        row_number() OVER (PARTITION BY behind.unit_code, behind.indicator ORDER BY known.period DESC)
        <= behind.streak
),

runs AS (
    SELECT
        unit_code,
        indicator,
        min(period) AS since,
        count(milestone) AS months_milestone
    FROM months
    GROUP BY unit_code, indicator
)

SELECT
    behind.unit_code,
    behind.indicator,
    behind.level,
    behind.value,
    behind.rank,
    behind.tied,
    behind.below,
    behind.milestone,
    behind.milestone_due,
    behind.province,
    behind.gap_milestone,
    behind.gap_province,
    behind.light,
    behind.streak,
    runs.since,
    runs.months_milestone
FROM behind
INNER JOIN runs USING (unit_code, indicator)
LEFT JOIN units USING (unit_code)
LEFT JOIN indicators USING (indicator)
ORDER BY units.sort_order, behind.unit_code, behind.streak DESC, indicators.sort_order
