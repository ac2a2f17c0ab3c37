/*
name: {zh: 超计划未完工, en: Finish overdue}
rule:
  zh: 计划完工时间已到，到月末仍未完工
  en: the planned date of the finish has come, and not finished by the end of the month
says:
  zh: "计划{planned_finish:date}完工，到月末{status:stage}[，已超{late:days}]"
  en: "planned to finish on {planned_finish:date}, at month end: {status:stage}[, {late:days} late]"
advice:
  zh: 核实工程进度；已完工的补填完工时间，未完工的说明原因，重排完工时间
  en: check the works; fill in the date if they are finished, else say why and set a new date
severity: low
reads: [projects]
*/
-- One row per project that was to have been finished, of this year and earlier ones.
SELECT
    unit_code,
    project_id AS subject,
    name AS title,
    township,
    upload_id,
    source_row,
    planned_finish,
    status,
    nullif(date_diff('day', planned_finish, $month_end::DATE), 0) AS late
FROM now.projects
WHERE status IN ('未开工', '在建') AND planned_finish <= $month_end::DATE
