-- One row per household of month $at (from 0): the rows of every unit's file.
SELECT
    CAST(number - $at * $new + 4 AS INTEGER) AS row,
    unit_code AS county,
    household_id,
    township,
    village,
    household_kind,
    monitor_type,
    persons + CASE WHEN grows_at <= $at THEN 1 ELSE 0 END AS persons,
    risks,
    identified_month,
    coalesce(eliminated_at <= $at AND NOT coalesce(relapsed_at BETWEEN $at - 1 AND $at, false), false) AS eliminated,
    CASE WHEN eliminated THEN eliminated_month END AS eliminated_month,
    CASE WHEN eliminated THEN elimination_way END AS elimination_way,
    no_labour,
    income_per_person,
    CASE WHEN measured_at <= $at THEN measures END AS measures
FROM people
JOIN needs USING (needs)
WHERE number BETWEEN $at * $new AND $at * $new + $households - 1
ORDER BY unit_code, number
