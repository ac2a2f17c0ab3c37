/*
name: {zh: 风险消除简单化：没有措施, en: Eliminated without a measure}
rule:
  zh: 帮扶消除，但没有任何帮扶措施
  en: eliminated by support, and no measure at all
says:
  zh: "{eliminated_month:month}帮扶消除，没有任何帮扶措施（{monitor_type:monitor_type}，{persons:persons}）"
  en: "eliminated by support in {eliminated_month:month}, without any measure ({monitor_type:monitor_type}, {persons:persons})"
advice:
  zh: 核实措施是否漏填、是否应为自然消除；没有帮扶过的重新纳入帮扶
  en: check whether measures were left out, or the risk went by itself; who was never helped is taken up again
severity: high
reads: [households]
*/
-- One row per household that was helped by nothing. Where a unit gives no measures at all they are
-- not known.
WITH
giving AS (
    SELECT DISTINCT unit_code FROM now.households WHERE len(measures) > 0
)

SELECT
    unit_code,
    household_id AS subject,
    household_id AS title,
    township,
    upload_id,
    source_row,
    false AS unknown,
    monitor_type,
    persons,
    eliminated_month
FROM now.households
WHERE
    eliminated
    AND elimination_way = '帮扶消除'
    AND coalesce(len(measures), 0) = 0
    AND unit_code IN (FROM giving)
UNION ALL BY NAME
SELECT unit_code, true AS unknown FROM units WHERE unit_code NOT IN (FROM giving)
