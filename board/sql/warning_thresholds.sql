-- One row per threshold in force of a warning rule, as JSON.
SELECT rule, threshold, value
FROM warning_thresholds
