-- One row per unit, fund level and measure that the unit's own monthly report gives.
WITH
given AS (
    UNPIVOT (SELECT county AS unit_code, fund_level, COLUMNS(* EXCLUDE (row, county, fund_level))::DECIMAL(18, 2) FROM rows)
    ON COLUMNS(* EXCLUDE (unit_code, fund_level))
    INTO NAME measure VALUE value
)

SELECT unit_code, fund_level, measure, 'report' AS source, '' AS dimension, '' AS member, value
FROM given
