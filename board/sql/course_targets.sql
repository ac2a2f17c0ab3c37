-- One row per unit, and for the city, and milestone it is held to. Its own series replaces the general
-- one; within it a fund level's own series replaces the one for all levels.
WITH
held AS (
    SELECT unit_code FROM units
    UNION ALL
    SELECT 'city'
)

SELECT held.unit_code, due_month, due_day, at_least
FROM held
JOIN targets
    ON (targets.unit_code IS NULL OR targets.unit_code = held.unit_code)
    AND (targets.fund_level IS NULL OR targets.fund_level = $level)
WHERE targets.indicator = $indicator
QUALIFY
    2 * (targets.unit_code IS NOT NULL)::INTEGER + (targets.fund_level IS NOT NULL)::INTEGER
    = max(2 * (targets.unit_code IS NOT NULL)::INTEGER + (targets.fund_level IS NOT NULL)::INTEGER)
        OVER (PARTITION BY held.unit_code)
ORDER BY held.unit_code, due_month, due_day
