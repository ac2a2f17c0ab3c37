-- One row per project of the month that ends on $month_end: those of its year, and the long ones of
-- the year before.
WITH
listed AS (
    SELECT
        *,
        least(1, greatest(0, ($month_end::DATE - started_on) / (finished_on - started_on + 20))) AS done,
        started_on <= $month_end AS is_started,
        finished_on <= $month_end AS is_finished,
        accepted_on <= $month_end AS is_accepted
    FROM works
    WHERE
        (year = year($month_end::DATE) OR (long AND year = year($month_end::DATE) - 1))
        AND (gone_on IS NULL OR gone_on > $month_end)
)

SELECT
    CAST(row_number() OVER (PARTITION BY unit_code ORDER BY year, number) + 3 AS INTEGER) AS row,
    unit_code AS county,
    project_id,
    year,
    name || CASE WHEN renamed_on <= $month_end THEN '（变更）' ELSE '' END AS name,
    township,
    village,
    category,
    subcategory,
    nature,
    content,
    planned_investment,
    CASE WHEN is_started THEN round(planned_investment * done, -2) ELSE 0 END AS invested,
    CASE WHEN issued_on <= $month_end THEN allocated END AS allocated,
    CASE
        WHEN is_started THEN round(allocated * done * 0.97, 2)
        WHEN paid_before_start AND issued_on <= $month_end THEN round(allocated * 0.3, 2)
        ELSE 0
    END AS spent,
    CASE WHEN issued_on <= $month_end THEN issued_on END AS issued_on,
    planned_start,
    CASE WHEN is_started THEN started_on END AS started_on,
    planned_finish,
    CASE WHEN is_finished THEN finished_on END AS finished_on,
    CASE WHEN is_accepted THEN accepted_on END AS accepted_on,
    CASE
        WHEN adjusted_on <= $month_end THEN '已调整'
        WHEN is_accepted THEN '已验收'
        WHEN is_finished THEN '完工'
        WHEN is_started THEN '在建'
        ELSE '未开工'
    END AS status,
    work_relief,
    households_benefiting,
    linkage,
    department,
    leader
FROM listed
ORDER BY unit_code, year, number
