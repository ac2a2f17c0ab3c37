-- One row per rule in force and unit whose warnings of this month are known: what the rule reads was
-- sent and tells. Reads known and the parameter $period.
SELECT $period AS period, rule, unit_code FROM known ORDER BY ALL
