/*
name: {zh: 产业占比偏低, en: Industry share too low}
rule:
  zh: 中央和省级资金的产业占比低于要求；targets.csv 没有设要求的，低于{percent}%
  en: the industry share of central and provincial money is below what targets.csv asks, or below {percent}% where it asks nothing
says:
  zh: "产业占比{value:percent}，低于{least:goal}，差{lacking:money}"
  en: "industry share {value:percent}, below {least:goal}; {lacking:money} lacking"
advice:
  zh: 核实支持方向有没有填错；确实偏低的，下一批资金向产业项目调整
  en: check the categories of the lines; if they are right, give more of the next batch to industry
severity: high
reads: [funds]
thresholds: {percent: 60}
*/
-- One row per unit that gives too little to industry, by the base in force.
WITH
shares AS (
    SELECT
        unit_code,
        numerator,
        CAST(denominator AS DECIMAL(19, 2)) AS denominator,  -- wide enough for exact products
        value,
        coalesce(CAST(milestone AS DECIMAL(9, 6)), CAST($percent AS DECIMAL(7, 4)) * 0.01) AS least
    FROM now.standings
    WHERE indicator = 'industry_share' AND level = 'all'
)

SELECT
    unit_code,
    CASE WHEN value IS NOT NULL THEN 'industry_share' END AS subject,
    NULL AS title,
    NULL AS township,
    sent.upload_id,
    NULL AS source_row,
    value IS NULL AS unknown,
    value,
    least,
    CAST(least * denominator - numerator AS DECIMAL(18, 2)) AS lacking
FROM shares
JOIN units USING (unit_code)  -- not the city
LEFT JOIN now.coverage AS sent ON sent.unit_code = shares.unit_code AND sent.dataset = 'funds'
WHERE unknown OR numerator < least * denominator
