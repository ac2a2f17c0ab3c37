-- One row per measure: its code and its names.
SELECT
    measure AS code,
    name_zh,
    name_en
FROM measures
ORDER BY measure
