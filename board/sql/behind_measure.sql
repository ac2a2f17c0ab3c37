-- One row per unit: one measure, whole or one member of a split, at one level in one month, and the
-- upload it was added up from, of one unit or (unit city) of all. The ledger goes before the report,
-- a figure for all levels before the sum of the levels; a unit that divides its money by level has
-- nothing at a level it does not name.
WITH
chosen AS (
    SELECT *
    FROM facts
    WHERE
        period = $period
        AND measure = $measure
        AND dimension = $dimension
        AND member = $member
        AND $unit IN (unit_code, 'city')
    QUALIFY source = min(source) OVER (PARTITION BY unit_code)
)

SELECT
    unit_code,
    coalesce(
        CASE WHEN $level = 'all' THEN any_value(value) FILTER (fund_level = 'all') END,
        CASE WHEN count(*) FILTER (fund_level <> 'all') > 0
            THEN coalesce(sum(value) FILTER (fund_level <> 'all' AND $level IN ('all', fund_level)), 0) END
    ) AS value,
    any_value(source) AS source,
    any_value(upload_id) AS upload_id
FROM chosen
JOIN units USING (unit_code)
GROUP BY unit_code, units.sort_order
ORDER BY units.sort_order, unit_code
