-- One row per figure of a month's uploads in force that differs from what its others make.
SELECT
    upload_problems.unit_code,
    upload_problems."row",
    upload_problems.header,
    upload_problems.title_zh,
    upload_problems.title_en,
    upload_problems.message_zh,
    upload_problems.message_en,
    uploads.dataset,
    uploads.file_name,
    uploads.accepted_by,
    uploads.accepted_at
FROM upload_problems
JOIN uploads USING (upload_id)
LEFT JOIN units USING (unit_code)
WHERE uploads.period = $period
ORDER BY uploads.dataset, uploads.upload_id, upload_problems."row", upload_problems.header
