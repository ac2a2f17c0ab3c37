/*
name: {zh: 随意调整项目库, en: Project library changed}
rule:
  zh: 与该单位上一次报送的台账（12个月以内）相比，在库、未验收的项目没有了；或名称、类别变了；或计划投资变动、下达资金减少{yuan}元以上
  en: against the ledger that the unit sent before, within twelve months, a project that was there and not accepted is gone; or its name or category changed; or its planned investment changed, or the money allocated to it fell, by {yuan} yuan or more
says:
  zh: "[{month_before:month}在库（{stage_before:stage}），本月没有；][名称原为“{name_before}”；][类别由{category_before:category}改为{category_now:category}；][计划投资由{planned_before:money}改为{planned_now:money}；][下达资金由{allocated_before:money}减为{allocated_now:money}；]"
  en: "[there in {month_before:month} ({stage_before:stage}), not this month; ][its name was {name_before}; ][category changed from {category_before:category} to {category_now:category}; ][planned investment changed from {planned_before:money} to {planned_now:money}; ][allocated money fell from {allocated_before:money} to {allocated_now:money}; ]"
advice:
  zh: 核实有没有调整批复、是否公示；漏报的补报，没有批复的改回来
  en: check that the change was approved and announced; what was left out is to be sent again
severity: medium
reads: [projects]
thresholds: {yuan: 100}
*/
-- One row per project that is gone from the library or is not what it was when its unit last sent a
-- ledger: a month that it leaves out does not hide a change. Without an earlier one nothing is known.
WITH
last_sent AS (
    SELECT unit_code, max(coverage.period) AS period
    FROM coverage
    JOIN now.coverage AS sent USING (dataset, unit_code)
    WHERE
        dataset = 'projects'
        AND coverage.period < $period
        AND coverage.period >= strftime($month_end::DATE - to_months(12), '%Y-%m')
    GROUP BY unit_code
),

-- Most sent last month, and those rows are at hand.
earlier AS (
    SELECT * FROM before.projects SEMI JOIN last_sent USING (unit_code)
    UNION ALL BY NAME
    SELECT projects.*
    FROM projects
    SEMI JOIN (
        FROM last_sent WHERE period < strftime(date_trunc('month', $month_end::DATE) - to_days(1), '%Y-%m')
    ) AS skipped USING (unit_code, period)
),

-- In January some units begin a new list; who lists any project of earlier years lists them all.
carrying AS (
    SELECT DISTINCT unit_code FROM now.projects WHERE year < year($month_end::DATE)
),

-- What is new in its unit: a project may have come over from another one. Units may number alike, so
-- it has the name, too.
came AS (
    SELECT project_id, regexp_replace(name, '\s', '', 'g') AS squeezed
    FROM now.projects
    ANTI JOIN earlier USING (unit_code, project_id)
),

gone AS (
    SELECT *
    FROM earlier
    ANTI JOIN now.projects USING (unit_code, project_id)
    ANTI JOIN came
        ON came.project_id = earlier.project_id
        AND came.squeezed = regexp_replace(earlier.name, '\s', '', 'g')
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
    JOIN earlier AS before USING (unit_code, project_id)
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
    SELECT *, false AS unknown FROM changed
    UNION ALL BY NAME
    SELECT
        unit_code,
        project_id,
        name,
        township,
        upload_id,
        source_row,
        false AS unknown,
        status AS stage_before,
        period AS month_before
    FROM gone
)

SELECT found.* RENAME (project_id AS subject, name AS title)
FROM found
UNION ALL BY NAME
SELECT unit_code, true AS unknown FROM units WHERE unit_code NOT IN (SELECT unit_code FROM last_sent)
