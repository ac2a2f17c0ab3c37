-- One row per warning rule in force in a month, in the order of lists.
SELECT
    rule AS code,
    name_zh,
    name_en,
    rule_zh,
    rule_en,
    says_zh,
    says_en,
    advice_zh,
    advice_en,
    severity
FROM warning_rules
WHERE coalesce(first, '') <= $period AND (last IS NULL OR $period <= last)
ORDER BY sort_order
