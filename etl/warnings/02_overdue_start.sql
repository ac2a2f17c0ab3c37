/*
name: {zh: 超计划未开工, en: Start overdue}
rule:
  zh: 计划开工时间已到，到月末仍未开工
  en: the planned date of the start has come, and no start by the end of the month
says:
  zh: "计划{planned_start:date}开工，到月末未开工[，已超{late:days}]"
  en: "planned to start on {planned_start:date}, not started by month end[, {late:days} late]"
advice:
  zh: 核实是否已经开工；未开工的说明原因，重排开工时间并盯住
  en: check whether it has started; if not, say why, set a new date and follow it
severity: medium
reads: [projects]
*/
-- One row per project that was to have started, as the start rate of those due by now counts them,
-- and of earlier years, too.
SELECT
    unit_code,
    project_id AS subject,
    name AS title,
    township,
    upload_id,
    source_row,
    planned_start,
    nullif(date_diff('day', planned_start, $month_end::DATE), 0) AS late
FROM now.projects
WHERE status = '未开工' AND planned_start <= $month_end::DATE
