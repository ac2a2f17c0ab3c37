-- One row per unit, fund level and measure that the unit's own monthly report gives. Reads `counted`.
SELECT
    unit_code,
    fund_level,
    measure,
    'report' AS source,
    '' AS dimension,
    '' AS member,
    value
FROM (
    UNPIVOT (SELECT county AS unit_code, fund_level, unnest(adds) FROM counted)
    ON COLUMNS(* EXCLUDE (unit_code, fund_level))
    INTO NAME measure VALUE value
)
