-- One row per upload: which file it was, who sent it, and when (UTC).
SELECT upload_id, dataset, file_name, accepted_by, accepted_at
FROM uploads
WHERE list_contains(string_split($uploads, ','), upload_id)
ORDER BY upload_id
