-- One row per month and ranked unit, up to the chosen month: value, rank and light of one
-- indicator and fund level.
SELECT
    standings.period,
    standings.unit_code,
    units.name,
    units.name_en,
    standings.value,
    standings.rank,
    standings.light,
    standings.reason
FROM standings
INNER JOIN units USING (unit_code)
WHERE
    standings.period BETWEEN $first AND $period
    AND standings.indicator = $indicator
    AND standings.level = $level
    AND units.ranked
ORDER BY units.sort_order, standings.unit_code, standings.period
