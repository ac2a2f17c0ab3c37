-- One row per measure: its names, what it counts and how.
SELECT
    measure AS code,
    name_zh,
    name_en,
    quantity,
    dataset,
    counted_zh,
    counted_en
FROM measures
ORDER BY sort_order
