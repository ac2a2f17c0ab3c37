-- One row per rule and unit whose warnings of a month are known, since what the rule reads was sent.
SELECT DISTINCT warning_rules.rule, units.unit_code
FROM warning_rules
CROSS JOIN units
LEFT JOIN coverage ON coverage.unit_code = units.unit_code AND coverage.period = $period
WHERE len(warning_rules.reads) = 0 OR list_contains(warning_rules.reads, coverage.dataset)
