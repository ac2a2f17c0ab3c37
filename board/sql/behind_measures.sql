-- One row per measure: its names, what it counts, and the dataset whose rows add up to it.
SELECT measure AS code, name_zh, name_en, quantity, dataset
FROM measures
ORDER BY measure
