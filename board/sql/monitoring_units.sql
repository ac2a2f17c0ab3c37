-- One row per unit with a household ledger and member of a split (of one member, or of each where
-- $member is empty), in the order of lists.
SELECT
    facts.member,
    sum(value) FILTER (measure = 'households_monitored') AS households,
    sum(value) FILTER (measure = 'persons_monitored') AS persons,
    sum(value) FILTER (measure = 'households_eliminated') AS households_eliminated,
    sum(value) FILTER (measure = 'persons_eliminated') AS persons_eliminated,
    sum(value) FILTER (measure = 'households_measured') AS households_measured,
    sum(value) FILTER (measure = 'persons_no_labour') AS persons_no_labour,
    unit_code
FROM facts
JOIN units USING (unit_code)
LEFT JOIN codes ON codes.list = facts.dimension AND codes.code = facts.member
WHERE
    period = $period
    AND source = 'ledger'
    AND dimension = $dimension
    AND $member IN (member, '')
    AND (measure LIKE 'households_%' OR measure LIKE 'persons_%')
GROUP BY unit_code, units.sort_order, facts.member, codes.sort_order
ORDER BY units.sort_order, unit_code, codes.sort_order NULLS LAST, length(facts.member), facts.member
