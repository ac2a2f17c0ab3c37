/*
name: {zh: 措施不精准, en: Measures miss the risk}
rule:
  zh: 因病没有健康帮扶、综合保障、社会帮扶；因学没有教育帮扶、义务教育保障、社会帮扶；因残没有综合保障、社会帮扶；住房没有住房安全保障、搬迁；饮水没有饮水安全保障
  en: illness without health, safety net or social support; schooling without education, compulsory schooling or social support; disability without safety net or social support; housing without safe housing or relocation; water without safe water
says:
  zh: "{unmatched:risk}没有对应的措施，只有{measures:measure_kind}"
  en: "no measure against {unmatched:risk}; there is {measures:measure_kind}"
advice:
  zh: 核实风险和措施是否填对；缺的按风险补上
  en: check that risks and measures are right; add what is lacking for each risk
severity: low
reads: [households]
*/
-- One row per household whose measures do not meet a risk. One without any is a matter of no_measure,
-- and one whose risk went by itself needs none.
WITH
matched AS (
    SELECT
        *,
        list_filter(risks, lambda risk: CASE risk
            WHEN '因病' THEN NOT list_has_any(measures, ['健康帮扶', '综合保障', '社会帮扶'])
            WHEN '因学' THEN NOT list_has_any(measures, ['教育帮扶', '义务教育保障', '社会帮扶'])
            WHEN '因残' THEN NOT list_has_any(measures, ['综合保障', '社会帮扶'])
            WHEN '因安全住房' THEN NOT list_has_any(measures, ['住房安全保障', '搬迁'])
            WHEN '因安全饮水' THEN NOT list_has_any(measures, ['饮水安全保障'])
            ELSE false
        END) AS unmatched
    FROM now.households
    WHERE len(measures) > 0 AND NOT (eliminated AND coalesce(elimination_way = '自然消除', false))
)

SELECT
    unit_code,
    household_id AS subject,
    household_id AS title,
    township,
    upload_id,
    source_row,
    false AS unknown,
    unmatched,
    measures
FROM matched
WHERE len(unmatched) > 0
UNION ALL BY NAME
SELECT unit_code, true AS unknown
FROM units
WHERE unit_code NOT IN (SELECT unit_code FROM now.households WHERE len(measures) > 0)
