/*
name: {zh: 一兜了之, en: Only the safety net}
rule:
  zh: 有劳动能力（不是整户无劳动能力）的户，帮扶措施只有综合保障
  en: somebody in the household can work, and its only measure is the safety net
says:
  zh: "有劳动能力，措施只有综合保障（{monitor_type:monitor_type}，{persons:persons}）"
  en: "somebody can work, and the safety net is the only measure ({monitor_type:monitor_type}, {persons:persons})"
advice:
  zh: 核实劳动能力；有劳动能力的，补上产业、就业等开发式帮扶
  en: check who can work; then add help towards an income, by industry or employment
severity: medium
reads: [households]
*/
-- One row per household that is carried though it could work; one whose risk went by itself needs
-- nothing more. Where a unit never says who can work, nobody knows.
WITH
saying AS (
    SELECT DISTINCT unit_code FROM now.households WHERE no_labour IS NOT NULL
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
    persons
FROM now.households
WHERE
    measures = ['综合保障']
    AND NOT coalesce(no_labour, false)
    AND NOT (eliminated AND coalesce(elimination_way = '自然消除', false))
    AND unit_code IN (FROM saying)
UNION ALL BY NAME
SELECT unit_code, true AS unknown FROM units WHERE unit_code NOT IN (FROM saying)
