-- One row per column of every table and view of the published file, with what both hold.
WITH relations AS (
    SELECT table_name AS relation, 'table' AS kind, estimated_size AS row_count, comment
    FROM duckdb_tables()
    WHERE NOT internal
    UNION ALL
    SELECT view_name, 'view', NULL, comment
    FROM duckdb_views()
    WHERE NOT internal
)

SELECT
    relations.relation,
    relations.kind,
    relations.row_count,
    relations.comment AS relation_comment,
    columns.column_name AS code,
    columns.data_type AS type,
    columns.comment
FROM relations
JOIN duckdb_columns() AS columns ON columns.table_name = relations.relation
WHERE NOT columns.internal
ORDER BY relations.kind, relations.relation, columns.column_index
