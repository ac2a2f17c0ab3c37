/*
name: {zh: 资金下达后迟迟不开工, en: Money issued and no start}
rule:
  zh: 资金下达超过{days}天，到月末仍未开工
  en: money issued more than {days} days before the end of the month, and no start
says:
  zh: "资金下达{waited:days}未开工（{issued_on:date}下达[，{allocated:money}]）"
  en: "not started {waited:days} after the money was issued ({issued_on:date}[, {allocated:money}])"
advice:
  zh: 核实是否已经开工、漏填开工时间；未开工的说明原因，限期开工
  en: check whether it has started and the date is missing; if not, say why and by when it starts
severity: high
reads: [projects]
thresholds: {days: 30}
*/
-- One row per project that has money and no start, those of earlier years included; adjusted and
-- terminated ones have another status.
SELECT
    unit_code,
    project_id AS subject,
    name AS title,
    township,
    upload_id,
    source_row,
    issued_on,
    allocated,
    date_diff('day', issued_on, $month_end::DATE) AS waited
FROM now.projects
WHERE
    status = '未开工'
    AND waited > $days
    AND coalesce(allocated > 0, true)  -- an amount that is not given is not nothing
