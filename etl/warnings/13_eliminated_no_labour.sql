/*
name: {zh: 风险消除不实：整户无劳动能力, en: "Eliminated, nobody can work"}
rule:
  zh: 整户无劳动能力的兜底保障户标注为风险已消除
  en: a household wholly without labour, carried by the safety net, is marked eliminated
says:
  zh: "整户无劳动能力，{eliminated_month:month}标注消除（{monitor_type:monitor_type}，{persons:persons}）"
  en: "wholly without labour, marked eliminated in {eliminated_month:month} ({monitor_type:monitor_type}, {persons:persons})"
advice:
  zh: 核实劳动能力；整户无劳动能力的改回未消除，继续兜底保障
  en: check who can work; if nobody can, the mark is taken back and the safety net goes on
severity: high
reads: [households]
*/
-- One row per household that the safety net carries and that counts as eliminated. Where a unit never
-- says who can work, nobody knows.
SELECT
    unit_code,
    household_id AS subject,
    household_id AS title,
    township,
    upload_id,
    source_row,
    monitor_type,
    persons,
    eliminated_month,
    false AS unknown
FROM now.households
WHERE eliminated AND no_labour
UNION ALL BY NAME
SELECT unit_code, true AS unknown
FROM units
WHERE unit_code NOT IN (SELECT unit_code FROM now.households WHERE no_labour IS NOT NULL)
