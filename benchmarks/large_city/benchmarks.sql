-- One row per indicator: the province's figures of the month that ends on $month_end.
SELECT
    CAST(row_number() OVER () + 3 AS INTEGER) AS row,
    indicator,
    'all' AS fund_level,
    least(0.98, share * month($month_end::DATE) / 12) AS province,
    least(0.99, share * month($month_end::DATE) / 12 + 0.1) AS best,
    NULL AS national,
    4 AS rank,
    14 AS "of",
    '省衔接通报〔' || strftime($month_end::DATE, '%Y') || '〕' || month($month_end::DATE) || '期' AS source,
    date_trunc('month', $month_end::DATE) AS period
FROM (VALUES ('start_rate', 1.6), ('completion_rate', 0.8), ('arrival_rate', 1.1), ('spend_rate', 0.9), ('risk_elimination_rate', 0.7))
    AS figures(indicator, share)
