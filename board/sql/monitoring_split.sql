-- One row per member of a split of the monitored households, in the order of its code list (of the
-- whole, member empty, where $dimension is empty): what the ledgers of all units, or of one, say.
SELECT
    facts.member,
    sum(value) FILTER (measure = 'households_monitored') AS households,
    sum(value) FILTER (measure = 'persons_monitored') AS persons,
    sum(value) FILTER (measure = 'households_eliminated') AS households_eliminated,
    sum(value) FILTER (measure = 'persons_eliminated') AS persons_eliminated,
    sum(value) FILTER (measure = 'households_measured') AS households_measured,
    sum(value) FILTER (measure = 'persons_no_labour') AS persons_no_labour
FROM facts
LEFT JOIN codes ON codes.list = facts.dimension AND codes.code = facts.member
WHERE
    period = $period
    AND source = 'ledger'
    AND dimension = $dimension
    AND (measure LIKE 'households_%' OR measure LIKE 'persons_%')
    AND $unit IN (unit_code, 'city')
GROUP BY facts.member, codes.sort_order
-- Members without a list are numbers: 2 comes before 10.
ORDER BY codes.sort_order NULLS LAST, length(facts.member), facts.member
