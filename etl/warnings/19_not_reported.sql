/*
name: {zh: 未报送, en: Not reported}
rule:
  zh: 截止日（次月{cut_off_day}日）过后仍没有收到这个月的表
  en: nothing of the month accepted by the cut-off (day {cut_off_day} of the month after)
says:
  zh: "[{dataset:dataset}未报送，上次报的是{last_period:month}][{silent:months}没有报送过任何表]"
  en: "[{dataset:dataset} not sent; the last one was of {last_period:month}][nothing sent for {silent:months}]"
advice:
  zh: 催报；不再需要报的，请在单位表里说明
  en: remind the unit; if it need not send any more, change the table of units
severity: medium
thresholds: {cut_off_day: reporting.cut_off_day}
*/
-- One row per unit and dataset that was expected and not sent; one for a ranked unit that has sent
-- nothing for a year.
SELECT
    unit_code,
    coalesce(dataset, 'all') AS subject,
    NULL AS title,
    NULL AS township,
    NULL AS upload_id,
    NULL AS source_row,
    CAST($month_end::DATE + to_days(CAST($cut_off_day AS INTEGER)) AS DATE) AS due,
    dataset,
    last_period,
    CASE WHEN dataset IS NULL THEN 12 END AS silent
FROM awaited($period)
JOIN units USING (unit_code)
WHERE NOT sent
