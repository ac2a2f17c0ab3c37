-- One row per milestone a unit is held to. Its own series replaces the general one; within it a
-- fund level's own series replaces the one for all levels.
WITH open AS (
    SELECT
        *,
        (unit_code IS NOT NULL)::INTEGER * 2 + (fund_level IS NOT NULL)::INTEGER AS closeness
    FROM targets
    WHERE
        indicator = $indicator
        AND (unit_code IS NULL OR unit_code = $unit)
        AND (fund_level IS NULL OR fund_level = $level)
)

SELECT due_month, due_day, at_least
FROM open
WHERE closeness = (SELECT max(closeness) FROM open)
ORDER BY due_month, due_day
