/*
name: {zh: 风险回退, en: Relapse}
rule:
  zh: 上月已消除风险，本月又未消除
  en: eliminated last month and not this month
says:
  zh: "上月已消除，本月未消除（{monitor_type:monitor_type}，{persons:persons}）"
  en: "eliminated last month, not this month ({monitor_type:monitor_type}, {persons:persons})"
advice:
  zh: 核实是风险回退还是误改；回退的重新落实帮扶措施
  en: check whether the risk came back or the mark is a mistake; if it came back, arrange help again
severity: high
reads: [households]
*/
-- One row per household whose risk came back, in its unit or in the one it moved to.
WITH
both_months AS (
    SELECT unit_code FROM now.coverage WHERE dataset = 'households'
    INTERSECT
    SELECT unit_code FROM before.coverage WHERE dataset = 'households'
),

-- Numbers may be a unit's own, so a household moved only where it is new in one unit, gone from the
-- other, and was identified in the same month.
came AS (
    SELECT *
    FROM now.households
    JOIN both_months USING (unit_code)
    ANTI JOIN before.households USING (unit_code, household_id)
    WHERE NOT eliminated
),

went AS (
    SELECT household_id, identified_month
    FROM before.households
    JOIN both_months USING (unit_code)
    ANTI JOIN now.households USING (unit_code, household_id)
    WHERE eliminated
),

back AS (
    SELECT now.*
    FROM now.households AS now
    JOIN before.households AS before USING (unit_code, household_id)
    WHERE before.eliminated AND NOT now.eliminated
    UNION ALL BY NAME
    SELECT came.* FROM came SEMI JOIN went USING (household_id, identified_month)
)

SELECT
    unit_code,
    household_id AS subject,
    household_id AS title,
    township,
    upload_id,
    source_row,
    monitor_type,
    persons,
    false AS unknown
FROM back
UNION ALL BY NAME
SELECT unit_code, true AS unknown FROM units WHERE unit_code NOT IN (FROM both_months)
