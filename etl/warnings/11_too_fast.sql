/*
name: {zh: 风险消除简单化：过快, en: Eliminated too fast}
rule:
  zh: 识别后不到{months}个月就帮扶消除
  en: eliminated by support less than {months} months after it was identified
says:
  zh: "{identified_month:month}识别，{eliminated_month:month}帮扶消除，只隔{took:months}"
  en: "identified in {identified_month:month}, eliminated by support in {eliminated_month:month}, {took:months} later"
advice:
  zh: 核实消除程序是否走完、收入和“三保障”是否稳定；不稳定的重新纳入帮扶
  en: check that every step was taken and that income and the three guarantees are steady; if not, take it up again
severity: medium
reads: [households]
thresholds: {months: 6}
*/
-- One row per household that was helped out in no time.
SELECT
    unit_code,
    household_id AS subject,
    household_id AS title,
    township,
    upload_id,
    source_row,
    identified_month,
    eliminated_month,
    date_diff('month', identified_month, eliminated_month) AS took
FROM now.households
WHERE eliminated AND elimination_way = '帮扶消除' AND took < $months
