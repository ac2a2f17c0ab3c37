/*
name: {zh: 风险回退, en: Relapse}
rule:
  zh: 上月已消除风险，本月又未消除
  en: eliminated last month and not this month
says:
  zh: "{monitor_type:monitor_type}，{persons:number}人：上月已消除，本月未消除"
  en: "{monitor_type:monitor_type}, {persons:number} persons: eliminated last month, not this month"
advice:
  zh: 核实是风险回退还是误改；回退的重新落实帮扶措施
  en: check whether the risk came back or the mark is a mistake; if it came back, arrange help again
severity: high
reads: [households]
*/
-- One row per household whose risk came back.
SELECT
    unit_code,
    household_id AS subject,
    household_id AS title,
    now.township,
    now.upload_id,
    now.source_row,
    now.monitor_type,
    now.persons
FROM now.households AS now
JOIN before.households AS before USING (unit_code, household_id)
WHERE before.eliminated AND NOT now.eliminated
