/*
name: {zh: 疑似应纳未纳, en: Few households taken in}
rule:
  zh: 监测人数占农村人口的比例不到全市的{percent}%
  en: persons monitored in the rural population, less than {percent}% of the city's share
says:
  zh: "监测{persons:persons}，占农村人口{share:percent}；全市为{city:percent}"
  en: "{persons:persons} monitored, {share:percent} of the rural population; in the city {city:percent}"
advice:
  zh: 组织入户排查，核实有没有应纳未纳的户；没有的说明原因
  en: go from door to door and look for households that were not taken in; if there are none, say why
severity: medium
reads: [households, reports]
thresholds: {percent: 50}
*/
-- One row per unit that monitors far fewer of its people than the city does, Σ ÷ Σ over the units
-- that have both figures; the ledger's persons, else the report's. Of a unit that lacks one nothing
-- is known.
WITH
persons AS (
    SELECT unit_code, value AS persons, upload_id
    FROM now.facts
    WHERE dimension = '' AND measure = 'persons_monitored' AND fund_level = 'all'
    QUALIFY source = min(source) OVER (PARTITION BY unit_code)
),

compared AS (
    SELECT
        unit_code,
        upload_id,
        persons,
        rural_population AS rural,
        sum(persons) OVER () AS city_persons,
        sum(rural_population) OVER () AS city_rural
    FROM persons
    JOIN units USING (unit_code)
    WHERE rural_population > 0
)

SELECT
    unit_code,
    'persons_monitored' AS subject,
    NULL AS title,
    NULL AS township,
    upload_id,
    NULL AS source_row,
    false AS unknown,
    CAST(persons AS BIGINT) AS persons,
    persons / rural AS share,
    city_persons / city_rural AS city
FROM compared
WHERE 100 * CAST(persons AS HUGEINT) * city_rural < $percent * city_persons::HUGEINT * rural
UNION ALL BY NAME
SELECT unit_code, true AS unknown FROM units WHERE unit_code NOT IN (SELECT unit_code FROM compared)
