/*
name: {zh: 未开工先支出, en: Money paid before the start}
rule:
  zh: 已有支出而没有开工时间（含已调整、终止的），项目管理费除外
  en: money is paid and there is no date of the start, adjusted and terminated projects included; management fees apart
says:
  zh: "已支出{spent:money}，没有开工时间，状态为{status:stage}"
  en: "{spent:money} paid, no date of the start, status: {status:stage}"
advice:
  zh: 核实是否已经开工、漏填开工时间；未开工的核实付的是什么款、依据是什么
  en: check whether it has started and the date is missing; if not, what was paid and on what ground
severity: high
reads: [projects]
*/
-- One row per project that cost money before it began, or was given up without having begun.
WITH
-- Where a unit gives no dates of starts at all, the status alone speaks.
dating AS (
    SELECT DISTINCT unit_code FROM now.projects WHERE started_on IS NOT NULL
)

SELECT
    unit_code,
    project_id AS subject,
    name AS title,
    township,
    upload_id,
    source_row,
    spent,
    status
FROM now.projects
WHERE
    spent > 0
    AND started_on IS NULL
    AND category <> '项目管理费'  -- has no works to start
    AND (status = '未开工' OR unit_code IN (FROM dating))
