/*
name: {zh: 未落实帮扶措施, en: No measure}
rule:
  zh: 识别为监测对象超过{months}个月，风险未消除，没有任何帮扶措施
  en: identified more than {months} months ago, the risk not eliminated, and no measure at all
says:
  zh: "{identified_month:month}识别，{waited:months}没有帮扶措施（{monitor_type:monitor_type}，{persons:persons}）"
  en: "identified in {identified_month:month}, no measure for {waited:months} ({monitor_type:monitor_type}, {persons:persons})"
advice:
  zh: 核实是否漏填；没有落实的，尽快按风险逐项落实措施
  en: check whether it was left out; if there is none, arrange one for each risk
severity: high
reads: [households]
thresholds: {months: 1}
*/
-- One row per household that waits for help; a risk that is gone, by itself or by help, waits for
-- none. Where a unit gives no measures at all they are not known.
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
    identified_month,
    date_diff('month', identified_month, $month_end::DATE) AS waited
FROM now.households
WHERE
    NOT eliminated
    AND coalesce(len(measures), 0) = 0
    AND waited > $months
    AND unit_code IN (FROM giving)
UNION ALL BY NAME
SELECT unit_code, true AS unknown FROM units WHERE unit_code NOT IN (FROM giving)
