/*
name: {zh: 随意调整项目库, en: Project library changed}
rule:
  zh: 上月在库、未验收的项目本月没有了；或名称、类别变了；或计划投资变动、下达资金减少{yuan}元以上
  en: a project that was there last month and not accepted is gone; or its name or category changed; or its planned investment changed, or the money allocated to it fell, by {yuan} yuan or more
says:
  zh: "[上月在库（{stage_before:stage}），本月没有；][名称原为“{name_before}”；][类别由{category_before:category}改为{category_now:category}；][计划投资由{planned_before:money}改为{planned_now:money}；][下达资金由{allocated_before:money}减为{allocated_now:money}；]"
  en: "[there last month ({stage_before:stage}), not this month; ][its name was {name_before}; ][category changed from {category_before:category} to {category_now:category}; ][planned investment changed from {planned_before:money} to {planned_now:money}; ][allocated money fell from {allocated_before:money} to {allocated_now:money}; ]"
advice:
  zh: 核实有没有调整批复、是否公示；漏报的补报，没有批复的改回来
  en: check that the change was approved and announced; what was left out is to be sent again
severity: medium
reads: [projects]
thresholds: {yuan: 100}
*/
-- One row per project that is gone from the library or is not what it was. A unit that did not send
-- both months' ledgers has changed nothing that is known.
WITH
both_months AS (
    SELECT unit_code FROM now.coverage WHERE dataset = 'projects'
    INTERSECT
    SELECT unit_code FROM before.coverage WHERE dataset = 'projects'
),

-- In January some units begin a new list; who lists any project of earlier years lists them all.
carrying AS (
    SELECT DISTINCT unit_code FROM now.projects WHERE year < year($month_end::DATE)
),

-- Numbers that are new in their unit: a project may have come over from another one.
came AS (
    SELECT project_id
    FROM now.projects
    ANTI JOIN before.projects USING (unit_code, project_id)
),

gone AS (
    SELECT *
    FROM before.projects AS before
    ANTI JOIN now.projects USING (unit_code, project_id)
    ANTI JOIN came USING (project_id)
    WHERE
        status NOT IN ('已验收', '已调整', '终止')
        AND (year >= year($month_end::DATE) OR unit_code IN (FROM carrying))
),

-- An adjustment that is declared is none in secret.
compared AS (
    SELECT
        now.*,
        regexp_replace(now.name, '\s', '', 'g') <> regexp_replace(before.name, '\s', '', 'g') AS is_renamed,
        now.category <> before.category AS is_moved,
        abs(now.planned_investment - before.planned_investment) >= $yuan AS is_replanned,
        before.allocated - now.allocated >= $yuan AS is_cut,
        before.name AS name_was,
        before.category AS category_was,
        before.planned_investment AS planned_was,
        before.allocated AS allocated_was
    FROM now.projects AS now
    JOIN before.projects AS before USING (unit_code, project_id)
    WHERE now.status NOT IN ('已调整', '终止')
),

changed AS (
    SELECT
        unit_code,
        project_id,
        name,
        township,
        upload_id,
        source_row,
        CASE WHEN is_renamed THEN name_was END AS name_before,
        CASE WHEN is_moved THEN category_was END AS category_before,
        CASE WHEN is_moved THEN category END AS category_now,
        CASE WHEN is_replanned THEN planned_was END AS planned_before,
        CASE WHEN is_replanned THEN planned_investment END AS planned_now,
        CASE WHEN is_cut THEN allocated_was END AS allocated_before,
        CASE WHEN is_cut THEN allocated END AS allocated_now
    FROM compared
    WHERE is_renamed OR is_moved OR is_replanned OR is_cut
),

found AS (
    SELECT *, NULL AS stage_before FROM changed
    UNION ALL BY NAME
    SELECT unit_code, project_id, name, township, upload_id, source_row, status AS stage_before FROM gone
)

SELECT found.* RENAME (project_id AS subject, name AS title)
FROM found
JOIN both_months USING (unit_code)
