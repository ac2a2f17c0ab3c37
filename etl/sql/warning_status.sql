-- One row per warning of this month, and per warning of the month before that is gone or unknown.
-- Reads found (what the rules found, and what they do not know of), prior (the month before, in
-- these columns), known (rule and unit whose dataset was sent) and the parameter $period.
WITH
sure AS (FROM found WHERE NOT unknown),

unsure AS (FROM found WHERE unknown)

SELECT
    rule,
    unit_code,
    subject,
    coalesce(found.title, prior.title) AS title,
    coalesce(found.township, prior.township) AS township,
    CASE
        WHEN prior.rule IS NULL THEN 'new'
        WHEN found.rule IS NOT NULL THEN 'continuing'
        WHEN known.rule IS NOT NULL AND unsure.rule IS NULL THEN 'cleared'
        ELSE 'unverified'
    END AS status,
    coalesce(prior.since, $period) AS since,
    CASE WHEN found.rule IS NULL THEN prior.last_seen ELSE $period END AS last_seen,
    CASE WHEN found.rule IS NULL THEN prior.upload_id ELSE found.upload_id END AS upload_id,
    CASE WHEN found.rule IS NULL THEN prior.source_row ELSE found.source_row END AS source_row,
    coalesce(found.figures, prior.figures) AS figures,
    CASE WHEN found.rule IS NULL THEN prior.due ELSE found.due END AS due
FROM sure AS found
FULL JOIN (FROM prior WHERE status <> 'cleared') AS prior USING (rule, unit_code, subject)
LEFT JOIN unsure USING (rule, unit_code, subject)
LEFT JOIN known USING (rule, unit_code)
WHERE found.rule IS NOT NULL OR rule IN (SELECT rule FROM in_force)
ORDER BY rule, unit_code, status, subject
